// What is wrong, said where it is, and all together at the top.

import { errorOf, h, idOf } from "./form-field.js";
import { numbersOf } from "./form-items.js";
import { filled, sentence } from "./form-say.js";

const all = (form, selector) => Array.from(form.querySelectorAll(selector));
const controlOf = (name) => document.getElementById(idOf(name));

const NAMES = {
  end: "to", "repeat.until": "until", "repeat.skip": "skips", repeat: "often", location: "at", "location.name": "at",
  "location.address.street": "street", "location.address.town": "town", "location.municipality": "municipality",
  "online.url": "online", "phone.number": "line", organisers: "organiser1",
};

const INSIDE = { exceptions: { from: "date", closed: "closed" }, rooms: { id: "name" } };

// The same of what stands in an entry of a list, which has a number of its own in the form.
function inList({ at, code }, values, form) {
  const name = at.split(".").reduce((above, part) => {
    const [, key, index] = /^(\w+)(?:\[(\d+)\])?/.exec(part);
    const list = above + ((INSIDE[above.split(".")[0]] || {})[key] || key);
    return list + (index ? "." + numbersOf(values, list)[Number(index)] : "") + ".";
  }, "").slice(0, -1);
  if (form.elements[name]) return name;
  const hours = all(form, "[name^='" + name + ".hours.'][name$='.from']")[0];
  if (code === "exception-says-nothing") return values[name + ".closed"] === "no" && hours ? hours.name : name + ".closed";
  const first = all(form, "[name^='" + name + ".']").find((each) => !each.name.endsWith(".was"));
  return first ? first.name : name.split(".")[0];
}

// The name of the field that a problem is about; "" when it is about all of them.
export function nameOf(problem, values, form) {
  const { at, code } = problem;
  const row = /^price\[(\d+)\](?:\.(\w+))?$/.exec(at);
  if (at === "start") return /^\d{4}-\d\d-\d\d$/.test(values.day) && !/^start-o|^required$/.test(code) ? "from" : "day";
  if (at === "" && code === "nowhere") return "place";
  if (code === "holiday-hours-missing") return "holiday_hours";
  if (/^(hours|rooms|seasons|exceptions|images)\b/.test(at)) return inList(problem, values, form);
  if (at === "" && code === "place-without-address") return "address.street";
  if (row) return (row[2] === "for" ? "for" : "amount") + (Number(row[1]) + 1);
  let path = at.replace(/\[\d+\]/g, "");
  while (path && !NAMES[path] && !form.elements[path]) path = path.replace(/\.?[^.]*$/, "");
  return NAMES[path] || path;
}

function say(problem, data) {
  if (problem.code === "required") return data.words.required_said;
  const isWarning = data.rules.warnings.includes(problem.code);
  return (isWarning ? data.words.note + " " : "") + sentence(problem, data.rules);
}

export function showProblems(form, data, named, touched) {
  all(form, ".form__error").forEach((each) => { each.hidden = true; each.textContent = ""; });
  all(form, "[aria-invalid]").forEach((each) => each.removeAttribute("aria-invalid"));
  named.forEach(({ name, problem }) => {
    const error = name && errorOf(name);
    if (!error || !(touched === true || touched.has(name))) return;
    error.hidden = false;
    error.append(h("span", {}, (error.textContent ? " " : "") + say(problem, data)));
    const control = controlOf(name);
    if (control && !data.rules.warnings.includes(problem.code)) control.setAttribute("aria-invalid", "true");
  });
}

const labelOf = (form, name) => {
  const control = controlOf(name);
  const box = control && control.closest("fieldset");
  const title = control && (control.type === "radio" || (box && control.type === "checkbox") ? box.querySelector("legend") : form.querySelector("label[for='" + control.id + "']"));
  const item = control && control.closest(".form__item");
  return title ? (item ? item.firstChild.textContent + ", " : "") + title.firstChild.textContent : "";
};

// In the order of the form, which is that of the keyboard.
function inOrder(form, errors) {
  const fields = all(form, "[id]").map((each) => each.id);
  const place = ({ name }) => fields.indexOf(idOf(name));
  return errors.slice().sort((one, other) => place(one) - place(other));
}

export function summary(form, data, found) {
  const { words } = data;
  const errors = inOrder(form, found);
  const title = filled(words["errors." + (errors.length === 1 ? "one" : "many")], { count: errors.length });
  const box = form.querySelector(".form__summary");
  box.textContent = "";
  box.hidden = !errors.length;
  if (!errors.length) return;
  box.append(h("h3", {}, title), h("p", {}, words.errors_lead), h("ul", {}, ...errors.map(({ name, problem }) => {
    const text = (labelOf(form, name) ? labelOf(form, name) + ": " : "") + say(problem, data);
    return h("li", {}, name ? h("a", { href: "#" + idOf(name) }, text) : text);
  })));
  box.focus();
}

// Whatever is open to be seen before it has the focus.
export function reach(event) {
  const link = event.target.closest(".form__summary a");
  const control = link && document.getElementById(link.getAttribute("href").slice(1));
  if (!control) return;
  event.preventDefault();
  for (let folded = control.closest("details"); folded; folded = folded.parentNode.closest("details")) folded.open = true;
  control.focus();
  control.scrollIntoView({ block: "center" });
}
