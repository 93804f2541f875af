// The questions of the form as fields of the page: labels, help, room for what is wrong.
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

const input = (type, about) => h("input", Object.assign({ type, autocomplete: "off" }, about));

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

function control([type, ...about]) {
  if (type === "date") return input("date");
  if (type === "number") return input("text", { inputmode: about[2] ? "numeric" : "decimal", class: "form__short" });
  if (type === "email" || type === "url") return input(type);
  if (type === "phone") return input("tel");
  return input("text");
}

function plain(field, { words, labels }) {
  const { at, label, help, need, type } = field;
  const about = { help, need };
  if (type[0] === "flags") {
    const rows = labels[field.of].map(([id, text]) => asked(words, at + "." + id, text, select(words, [["yes", words.yes], ["no", words.no]], words.unknown)));
    return h("details", { class: "form__field" }, h("summary", {}, label), h("p", { class: "quiet" }, help), ...rows);
  }
  if (type[0] === "list") return several(words, at, label, labels[field.of], "checkbox", Object.assign({ isFolded: !need }, about));
  if (field.of) return asked(words, at, label, select(words, labels[field.of]), about);
  if (type[0] === "boolean") return asked(words, at, label, input("checkbox", { value: "yes" }), about);
  if (field.long) return asked(words, at, label, h("textarea", { rows: at === "text" ? 6 : 3 }), about);
  return asked(words, at, label, control(type), about);
}

const OFTEN = ["once", "week", "two_weeks", "even", "odd", "month_nth", "month_last", "month_day", "month_end", "other"];
const sayer = (words, room) => (key) => words[room + "." + key];
// The clock is typed: on many devices that is easier than to turn a wheel.
const clock = () => input("text", { class: "form__short" });

const SPECIAL = {
  "@when": ({ words, rules }) => {
    const say = sayer(words, "when");
    const days = WEEKDAYS.map((day, index) => [day, rules.formats.names[index]]);
    return h("div", { class: "form__when" },
      asked(words, "day", say("day"), input("date"), { help: say("day_help"), need: true }),
      asked(words, "from", say("from"), clock(), { help: say("from_help") }),
      asked(words, "to", say("to"), clock()),
      asked(words, "all_day", say("all_day"), input("checkbox", { value: "yes" })),
      asked(words, "last", say("last"), input("date"), { help: say("last_help") }),
      asked(words, "often", say("often"), select(words, OFTEN.map((key) => [key, say(key)]), null)),
      h("div", { class: "form__series" },
        several(words, "days", say("days"), days, "checkbox", { isFolded: true }),
        asked(words, "until", say("until"), input("date"), { need: true }),
        asked(words, "no_holidays", say("holidays"), input("checkbox", { value: "yes" })),
        asked(words, "no_eves", say("eves"), input("checkbox", { value: "yes" })),
        h("input", { type: "hidden", name: "skips" }),
        h("details", { class: "form__dates" }, h("summary", {}, say("dates")), h("p", { class: "quiet" }, say("dates_help")),
          h("p", { class: "form__error", id: "f-skips-error", hidden: true }), h("ul", { class: "plain" }))),
      h("p", { class: "form__count", role: "status" }));
  },
  "@where": ({ words, labels }) => {
    const say = sayer(words, "where");
    return h("div", {},
      asked(words, "municipality", say("municipality"), select(words, labels.municipalities)),
      asked(words, "place", say("place"), select(words, [["-", say("elsewhere")]]), { help: say("place_help") }),
      asked(words, "stop", say("stop"), select(words, [])),
      asked(words, "room", say("room"), select(words, [], words.none)),
      h("div", { class: "form__elsewhere" },
        asked(words, "at", say("at"), input("text")),
        asked(words, "street", say("street"), input("text")),
        asked(words, "town", say("town"), input("text"))),
      asked(words, "online", say("online"), input("url")),
      asked(words, "line", say("phone"), input("tel")));
  },
  "@organisers": ({ words, organisers }) => {
    const say = sayer(words, "who");
    const names = organisers.map(([slug, name]) => [slug, name]);
    return h("div", {},
      asked(words, "organiser1", say("organiser"), select(words, names), { need: true }),
      h("details", { class: "form__field" }, h("summary", {}, say("second")),
        asked(words, "organiser2", say("second"), select(words, names)),
        asked(words, "organiser3", say("third"), select(words, names))),
      h("details", { class: "form__field" }, h("summary", {}, say("missing")),
        asked(words, "missing", say("name"), input("text"), { help: say("name_help") })));
  },
  "@price": ({ words }) => {
    const say = sayer(words, "price");
    const kinds = [["", say("unsaid")], ["free", say("free")], ["sums", say("sums")], ["text", say("text")]];
    const rows = ["1", "2", "3"].map((row) => h("div", { class: "form__row" },
      asked(words, "amount" + row, say("amount"), input("text", { inputmode: "decimal", class: "form__short" })),
      asked(words, "for" + row, say("for"), input("text"))));
    return h("div", {}, several(words, "price", say("question"), kinds, "radio"), h("div", { class: "form__sums" }, ...rows),
      h("div", { class: "form__words" }, asked(words, "price_text", say("text"), input("text"))));
  },
  "@week": ({ words, rules }) => {
    const say = sayer(words, "hours");
    const modes = ["staffed", "self-service", "guidance", "by-appointment"].map((mode) => [mode, words["choices." + mode]]);
    const rows = WEEKDAYS.map((_, index) => {
      const day = rules.formats.names[index].charAt(0).toUpperCase() + rules.formats.names[index].slice(1);
      return h("div", { class: "form__row" },
        asked(words, "from" + index, filled(say("from"), { day }), clock()),
        asked(words, "to" + index, filled(say("to"), { day }), clock()),
        asked(words, "mode" + index, filled(say("mode"), { day }), select(words, modes)));
    });
    return h("div", {}, ...rows, h("input", { type: "hidden", name: "keeps_hours" }),
      several(words, "holiday_hours", say("holiday"), [["closed", say("closed")], ["normal", say("normal")]], "radio"));
  },
  "@keeper": ({ words, organisers }) => asked(words, "maintained_by", words["place.who"], select(words, organisers.map(([slug, name]) => [slug, name]))),
  "@place": ({ words, places }) => asked(words, "place", words["where.place"], select(words, Object.keys(places).map((slug) => [slug, places[slug].name]))),
};

function question(data, field) {
  if (SPECIAL[field.at]) return SPECIAL[field.at](data);
  if (!field.fields) return plain(field, data);
  return h("fieldset", { class: "form__field" }, h("legend", {}, field.title), ...field.fields.map((each) => plain(each, data)));
}

export function group(data, { title, fields }) {
  return h("section", { class: "form__group" }, h("h3", {}, title), ...fields.map((field) => question(data, field)));
}
