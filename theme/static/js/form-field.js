// One question of the form as a field of the page: its label, its help, room for what is wrong.
//
// Every word comes with the data (publish/form/data.py), and everything is text, never HTML.

import { filled } from "./form-say.js";
import { WEEKDAYS } from "./form-when.js";

export function h(tag, about, ...children) {
  const element = document.createElement(tag);
  Object.keys(about || {}).forEach((key) => {
    if (about[key] !== undefined && about[key] !== false) element.setAttribute(key, about[key] === true ? "" : about[key]);
  });
  children.forEach((each) => { if (each !== undefined && each !== "") element.append(each); });
  return element;
}

export const idOf = (name) => "f-" + name.replace(/[^A-Za-z0-9_-]/g, "-");
export const errorOf = (name) => document.getElementById(idOf(name) + "-error");

// A label, its help, what is wrong, and a control with all of that behind it.
export function asked(words, name, label, control, about) {
  const { help, need } = about || {};
  const id = idOf(name);
  control.id = id;
  control.name = name;
  control.setAttribute("aria-describedby", (help ? id + "-help " : "") + id + "-error");
  if (need) control.setAttribute("aria-required", "true");
  const isBox = control.type === "checkbox";
  const title = h("label", { for: id }, label, need ? h("span", { class: "quiet" }, " (" + words.required + ")") : "");
  return h("div", { class: isBox ? "form__field form__field--box" : "form__field" },
    isBox ? control : title, isBox ? title : "", help ? h("p", { class: "quiet", id: id + "-help" }, help) : "",
    h("p", { class: "form__error", id: id + "-error", hidden: true }), isBox ? "" : control);
}

export function select(words, options, empty) {
  const list = options.map(([value, label]) => h("option", { value }, label));
  return h("select", {}, ...(empty === null ? [] : [h("option", { value: "" }, empty || words.choose)]), ...list);
}

export const input = (type, about) => h("input", Object.assign({ type, autocomplete: "off" }, about));

// Several may be chosen, or one of a few; the first control carries the id of the question.
export function several(words, name, label, options, type, about) {
  const { help, need, isFolded } = about || {};
  const id = idOf(name);
  const boxes = options.map(([value, text], index) => {
    const own = index ? id + "-" + index : id;
    return h("div", { class: "form__choice" }, h("input", { type, name, value, id: own, "aria-describedby": id + "-error" }), h("label", { for: own }, text));
  });
  const error = h("p", { class: "form__error", id: id + "-error", hidden: true });
  const explained = help ? h("p", { class: "quiet" }, help) : "";
  if (isFolded) {
    return h("details", { class: "form__field" }, h("summary", {}, label),
      h("fieldset", {}, h("legend", { class: "visually-hidden" }, label), explained, error, ...boxes));
  }
  return h("fieldset", { class: "form__field" },
    h("legend", {}, label, need ? h("span", { class: "quiet" }, " (" + words.required + ")") : ""), explained, error, ...boxes);
}

// The clock is typed: on many devices that is easier than to turn a wheel.
export const clock = () => input("text", { class: "form__short" });

function control([type, ...about]) {
  if (type === "date") return input("date");
  if (type === "clock") return clock();
  if (type === "number") return input("text", { inputmode: about[2] ? "numeric" : "decimal", class: "form__short" });
  if (type === "email" || type === "url") return input(type);
  if (type === "phone") return input("tel");
  return input("text");
}

// Of a picture only the name is read: the file itself goes its own way.
function picture(data, name, need) {
  const { words, rules } = data;
  const box = asked(words, name, words["picture.file"], input("file", { accept: rules.pictures.join() }), { help: words["picture.help"], need });
  box.querySelector("input").removeAttribute("name");
  box.append(h("input", { type: "hidden", name }), h("p", { class: "form__picture quiet", role: "status" }));
  return box;
}

function ofType(field, data, name, about) {
  const { words, labels, rules } = data;
  const { at, label, type } = field;
  if (at === "file") return picture(data, name, about.need);
  if (at === "closed") return several(words, name, words["open.question"], [["yes", words["open.closed"]], ["no", words["open.other"]]], "radio", { need: true });
  if (type[0] === "weekdays") return several(words, name, label, WEEKDAYS.map((day, index) => [day, rules.formats.names[index]]), "checkbox", about);
  if (type[0] === "list") return several(words, name, label, labels[field.of], "checkbox", Object.assign({ isFolded: !about.need }, about));
  if (field.of) return asked(words, name, label, select(words, labels[field.of]), about);
  if (type[0] === "boolean") return asked(words, name, label, input("checkbox", { value: "yes" }), about);
  if (field.long) return asked(words, name, label, h("textarea", { rows: at === "text" ? 6 : 3 }), about);
  return asked(words, name, label, control(type), about);
}

const LISTS = new WeakMap();
const itemsOf = (list) => Array.from(list.querySelector(".form__items").children);
const nameOf = (list, item) => filled(LISTS.get(list).say("one"), { number: itemsOf(list).indexOf(item) + 1 });

// An entry keeps its number while it is there; what it is called goes by its place in the list.
function addItem(list, number) {
  const { data, field, name } = LISTS.get(list);
  const next = number === undefined ? 1 + Math.max(-1, ...itemsOf(list).map((each) => Number(each.getAttribute("data-item")))) : number;
  const start = name + "." + next + ".";
  const item = h("fieldset", { class: "form__item", "data-item": next }, h("legend", {}), h("input", { type: "hidden", name: start + "was" }),
    ...field.many.map((each) => plain(each, data, start)), h("button", { class: "form__clear", type: "button", "data-list": "remove" }));
  list.querySelector(".form__items").append(item);
  titled(list);
  return item;
}

function titled(list) {
  itemsOf(list).forEach((item) => {
    item.firstChild.textContent = nameOf(list, item);
    item.lastChild.textContent = filled(LISTS.get(list).data.words["many.remove"], { name: nameOf(list, item) });
  });
}

// Entries that are added and removed. The first hours are there from the beginning.
function many(field, data, name, about) {
  const say = (key) => data.words["many." + field.at + "." + key];
  const list = h("fieldset", { class: "form__field form__many", "data-name": name }, h("legend", {}, field.label),
    about.help ? h("p", { class: "quiet" }, about.help) : "", h("p", { class: "form__error", id: idOf(name) + "-error", hidden: true }),
    h("div", { class: "form__items" }), h("button", { class: "form__clear", type: "button", id: idOf(name), "data-list": "add" }, say("add")),
    h("p", { class: "form__state", role: "status" }));
  LISTS.set(list, { data, field, name, say });
  if (field.at === "hours") addItem(list);
  return list;
}

// The entries that some answers need.
export function grow(form, values) {
  form.querySelectorAll(".form__many").forEach((list) => {
    const start = list.getAttribute("data-name") + ".";
    const numbers = new Set(Object.keys(values).filter((key) => key.startsWith(start)).map((key) => Number(key.slice(start.length).split(".")[0])));
    const there = itemsOf(list).map((each) => Number(each.getAttribute("data-item")));
    Array.from(numbers).filter((each) => !there.includes(each)).sort((one, two) => one - two).forEach((each) => grow(addItem(list, each), values));
  });
}

const focusIn = (item) => Array.from(item.querySelectorAll("input,select,textarea")).find((each) => each.type !== "hidden").focus();

// Adds or removes what somebody pressed; says so, and the focus stays near.
export function pressed(event) {
  const does = event.target.getAttribute("data-list");
  if (!does) return;
  const list = event.target.closest(".form__many");
  const { words } = LISTS.get(list).data;
  const item = does === "add" ? addItem(list) : event.target.closest(".form__item");
  list.lastChild.textContent = filled(words["many." + (does === "add" ? "added" : "removed")], { name: nameOf(list, item) });
  if (does === "add") return focusIn(item);
  item.remove();
  titled(list);
  return list.querySelector(":scope > button").focus();
}

// `above` stands before the names of what is asked of an entry or of a second thing.
export function plain(field, data, above) {
  const { words, labels } = data;
  const { label, help, need, type } = field;
  const name = (above || "") + field.at;
  if (field.many) return many(field, data, name, { help });
  if (type[0] !== "flags") return ofType(field, data, name, { help, need });
  const rows = labels[field.of].map(([id, text]) => asked(words, name + "." + id, text, select(words, [["yes", words.yes], ["no", words.no]], words.unknown)));
  return h("details", { class: "form__field" }, h("summary", {}, label), h("p", { class: "quiet" }, help), ...rows);
}
