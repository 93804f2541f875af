// What stands in the fields of the form, what else they may hold, and the dates that they make.

import { grow, h } from "./form-field.js";
import { datesOf } from "./form-dates.js";
import { dayWords, filled } from "./form-say.js";
import { isoOf } from "./form-series.js";

const all = (form, selector) => Array.from(form.querySelectorAll(selector));

export function read(form) {
  const values = {};
  all(form, "[name]").forEach((each) => {
    const isBox = each.type === "checkbox" || each.type === "radio";
    if (!isBox) values[each.name] = each.value;
    else if (each.type === "checkbox" && all(form, "[name='" + each.name + "']").length > 1) {
      values[each.name] = (values[each.name] || []).concat(each.checked ? each.value : []);
    } else if (each.checked) values[each.name] = each.value;
  });
  return values;
}

export function write(form, values) {
  grow(form, values);
  all(form, "[name]").forEach((each) => {
    const value = values[each.name];
    const isBox = each.type === "checkbox" || each.type === "radio";
    if (isBox) each.checked = Array.isArray(value) ? value.includes(each.value) : value === true || value === each.value || (each.type === "radio" && !value && !each.value);
    else if (value !== undefined && value !== null) each.value = value === true ? "yes" : value || "";
  });
}

// Places of the chosen municipality, rooms of the chosen place, and what an answer makes needless.
export function narrow(form, data, values) {
  const [place, stop, room] = ["place", "stop", "room"].map((name) => form.elements[name]);
  const fill = (control, first, options, value) => {
    const said = JSON.stringify([first, options]);
    if (control.getAttribute("data-options") !== said) {
      control.setAttribute("data-options", said);
      control.textContent = "";
      first.concat(options).forEach(([id, label]) => control.append(h("option", { value: id }, label)));
    }
    control.value = value || "";
  };
  if (room) {
    const { places, words } = data;
    const near = Object.keys(places).filter((slug) => !values.municipality || places[slug].in.includes(values.municipality));
    fill(place, [["", words.choose]], near.map((slug) => [slug, places[slug].name]).concat([["-", words["where.elsewhere"]]]), values.place);
    const here = places[place.value];
    fill(stop, [["", words.choose]], here ? here.stops : [], values.stop);
    fill(room, [["", words.none]], here ? here.rooms : [], values.room);
    stop.closest(".form__field").hidden = !here || !here.stops.length;
    room.closest(".form__field").hidden = !here || !here.rooms.length;
  }
  const show = (selector, isShown) => all(form, selector).forEach((each) => { each.hidden = !isShown; });
  show(".form__elsewhere", values.place === "-");
  show(".form__series", values.often && values.often !== "once");
  show(".form__sums", values.price === "sums");
  show(".form__words", values.price === "text");
  // Hours of one day hold on that day; a day on which it is closed has none.
  all(form, "[data-name=exceptions] > .form__items > .form__item").forEach((item) => {
    const start = "exceptions." + item.getAttribute("data-item") + ".";
    const to = values[start + "to"];
    item.querySelector(".form__many").hidden = values[start + "closed"] !== "no";
    all(item, "[id$=-days]").forEach((first) => { first.closest("fieldset").hidden = !to || to === values[start + "date"]; });
  });
  all(form, ".form__picture").forEach((each) => {
    const name = each.previousSibling.value;
    const text = name ? filled(data.words["picture.named"], { name }) : "";
    if (each.textContent !== text) each.textContent = text;
  });
}

// The dates that a series makes, in words, each of which can be left out.
export function showDates(form, data, item) {
  const count = form.querySelector(".form__count");
  if (!count) return;
  const list = form.querySelector(".form__dates ul");
  const skips = form.elements.skips.value.split(" ").filter(Boolean);
  const day = (number) => dayWords(isoOf(number), data.rules.formats);
  const repeat = item && item.repeat;
  const entries = repeat ? (repeat.skip || []).filter((each) => typeof each === "string" || each.to || each.reason) : [];
  const isEndless = repeat && !repeat.until && !repeat.times;
  const laid = (skip) => (item && !isEndless ? datesOf(Object.assign({}, item, repeat ? { repeat: Object.assign({}, repeat, { skip }) } : {})).kept : []);
  const days = laid(entries);
  const kept = days.filter((each) => !skips.includes(isoOf(each)));
  const left = repeat ? laid([]).filter((each) => !kept.includes(each)) : [];
  const words = data.words;
  const said = [kept.length ? filled(words["when.count." + (kept.length === 1 ? "one" : "many")], { count: kept.length, first: day(kept[0]), last: day(kept[kept.length - 1]) }) : "",
    left.length ? filled(words["when.left_out"], { dates: left.slice(0, 20).map(day).join(", ") }) : ""].join(" ").trim();
  if (count.textContent !== said) count.textContent = said;
  form.querySelector(".form__dates").hidden = !repeat || !days.length;
  const shown = days.slice(0, 120).map(isoOf);
  if (list.getAttribute("data-days") === shown.join()) return;
  list.setAttribute("data-days", shown.join());
  list.textContent = "";
  shown.forEach((iso) => {
    const box = h("input", { type: "checkbox", value: iso, id: "skip-" + iso });
    box.checked = !skips.includes(iso);
    list.append(h("li", { class: "form__choice" }, box, h("label", { for: "skip-" + iso }, dayWords(iso, data.rules.formats))));
  });
}
