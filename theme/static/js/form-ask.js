// The questions of the form, group by group; some stand for several fields of a file.
//
// Every word comes with the data (publish/form/data.py), and everything is text, never HTML.

import { asked, clock, h, input, plain, select, several } from "./form-field.js";
import { filled } from "./form-say.js";
import { WEEKDAYS } from "./form-when.js";

const OFTEN = ["once", "week", "two_weeks", "even", "odd", "month_nth", "month_last", "month_day", "month_end", "other"];
const sayer = (words, room) => (key) => words[room + "." + key];

// An organiser that is not in the list: what its own file needs.
function newcomer(data) {
  const { words, kinds } = data;
  const fields = kinds.organiser.filter(({ key }) => key === "what" || key === "who").reduce((all, each) => all.concat(each.fields), []);
  return h("details", { class: "form__field" }, h("summary", {}, words["who.missing"]), h("p", { class: "quiet" }, words["who.missing_help"]),
    ...fields.map((field) => question(data, field.at === "municipalities" ? Object.assign({}, field, { help: words["who.towns"], need: false }) : field, "new.")));
}

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
  "@organisers": (data) => {
    const { words, organisers } = data;
    const say = sayer(words, "who");
    const names = organisers.map(([slug, name]) => [slug, name]);
    return h("div", {},
      asked(words, "organiser1", say("organiser"), select(words, names), { need: true }),
      h("details", { class: "form__field" }, h("summary", {}, say("second")),
        asked(words, "organiser2", say("second"), select(words, names)),
        asked(words, "organiser3", say("third"), select(words, names))),
      newcomer(data));
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
  "@holidays": ({ words }) => several(words, "holiday_hours", words["hours.holiday"], [["closed", words["hours.closed"]], ["normal", words["hours.normal"]]], "radio"),
  "@keeper": (data) => h("div", {}, asked(data.words, "maintained_by", data.words["place.who"], select(data.words, data.organisers)), newcomer(data)),
  "@access": ({ words }) => several(words, "access", words["access.question"], [["", words["access.open"]], ["members", words["access.members"]]], "radio", { help: words["access.help"] }),
  "@place": ({ words, places }) => asked(words, "place", words["where.place"], select(words, Object.keys(places).map((slug) => [slug, places[slug].name]))),
};

function question(data, field, above) {
  if (SPECIAL[field.at]) return SPECIAL[field.at](data);
  if (!field.fields) return plain(field, data, above);
  return h("fieldset", { class: "form__field" }, h("legend", {}, field.title), ...field.fields.map((each) => plain(each, data, above)));
}

// What few need stands under its heading until somebody opens it.
export function group(data, { title, folded, fields }) {
  const inside = fields.map((field) => question(data, field));
  if (folded) return h("details", { class: "form__group" }, h("summary", {}, h("h3", {}, title)), ...inside);
  return h("section", { class: "form__group" }, h("h3", {}, title), ...inside);
}
