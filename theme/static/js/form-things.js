// Something that there is already: which one, and what became of it.

import { asked, h, select, several } from "./form-field.js";
import { check } from "./form-check.js";
import { datesOf } from "./form-dates.js";
import { keysText } from "./form-file.js";
import { identityCode } from "./form-address.js";
import { dayWords, filled, sentence } from "./form-say.js";
import { isoOf } from "./form-series.js";
import { block, clock } from "./form-read.js";

const KINDS = { events: "event", places: "place", notices: "notice" };
const kindOf = (path) => KINDS[path.split("/")[0]];
const own = (things, key) => (Object.keys(things).includes(key) ? things[key] : undefined);
const textOf = (form, name) => form.elements[name].value.trim();

// The days to come of an event on which something may be off, by its own file.
function coming(tree, data, today) {
  const { values } = check("event", tree, data.rules, today, data.places);
  if (!values || !values.repeat) return [];
  const changed = (values.repeat.changes || []).map((each) => each.date);
  return datesOf(values).all.map(isoOf).filter((iso) => iso >= today && !changed.includes(iso)).slice(0, 60);
}

// What would be wrong with the file then and is not now, behind the field that it is about.
function wrongThen(tree, changes, data, today) {
  const errors = (said) => check("event", said, data.rules, today, data.places).problems.filter(({ code }) => !data.rules.warnings.includes(code));
  const before = errors(tree).map(({ at, code }) => at + code);
  const found = errors(Object.assign({}, tree, changes)).find(({ at, code }) => !before.includes(at + code));
  return found && [{ start: "from", end: "to", date: "date" }[found.at.split(".").pop()] || "reason", found];
}

// The same for words that are no file: nothing hidden, and nobody's identity code.
function unsayable(words, rules) {
  try { block(words, rules, Infinity); } catch ([code, values]) { return ["words", { code, values }]; }
  return identityCode(words, rules) === "identity-code" ? ["words", { code: "identity-code", values: {} }] : null;
}

// What is sent for one of the short answers; else the field in which something is missing, and with
// it what is wrong there.
function answer(form, action, tree, path, data, today) {
  const { words, rules } = data;
  const title = tree.title || tree.name;
  const subject = (kind) => filled(words["done.subject_" + kind], { title });
  const reason = textOf(form, "reason");
  const then = (changes) => wrongThen(tree, changes, data, today);
  const once = (change) => then({ repeat: Object.assign({}, tree.repeat, { changes: [].concat((tree.repeat || {}).changes || [], change) }) });
  if (action === "mistake") {
    const said = textOf(form, "words");
    return said ? unsayable(said, rules) || { subject: subject("mistake"), said: said + "\n\n" + path + "\n" } : ["words"];
  }
  if (!reason) return ["reason"];
  if (action === "all_off") return then({ status: "cancelled", reason }) || { subject: subject("cancel"), head: "cancel " + path, said: keysText({ reason }) };
  const date = textOf(form, "date");
  if (!date) return ["date"];
  if (action === "one_off") return once({ date, cancelled: "yes", reason }) || { subject: subject("cancel"), head: "cancel " + path, said: keysText({ dates: [date], reason }) };
  const change = { date, start: textOf(form, "from"), reason };
  if (!change.start) return ["from"];
  if (textOf(form, "to")) change.end = textOf(form, "to");
  const wrong = once(change);
  if (wrong) return wrong;
  change.start = clock(change.start, rules);
  if (change.end) change.end = clock(change.end, rules, true);
  if (change.end && change.end <= change.start) return ["to"];
  return { subject: subject("change"), head: "change " + path, said: keysText({ "repeat.changes": [change] }) };
}

function actions(tree, path, data, about) {
  const { words } = data;
  const say = (key) => words["existing." + key];
  const kind = kindOf(path);
  const days = kind === "event" ? coming(tree, data, about.today) : [];
  const possible = [].concat(days.length ? ["one_off", "one_moved"] : [], kind === "event" ? ["all_off"] : [], kind === "place" ? ["hours"] : [], ["edit", "mistake"], kind === "place" ? [] : ["copy"]);
  const field = (name, label, control, help) => asked(words, name, label, control, { help, need: name !== "to" });
  const parts = {
    date: field("date", say("date"), select(words, days.map((iso) => [iso, dayWords(iso, data.rules.formats)]))),
    from: field("from", words["when.from"], h("input", { type: "text", class: "form__short" }), words["when.from_help"]),
    to: field("to", words["when.to"], h("input", { type: "text", class: "form__short" })),
    reason: field("reason", say("reason"), h("input", { type: "text" }), say("reason_help")),
    words: field("words", say("words"), h("textarea", { rows: 5 })),
  };
  const shown = { one_off: ["date", "reason"], one_moved: ["date", "from", "to", "reason"], all_off: ["reason"], mistake: ["words"] };
  const form = h("form", { novalidate: true }, h("h3", { class: "form__thing" }, tree.title || tree.name),
    several(words, "action", say("what"), possible.map((key) => [key, say(key)]), "radio", { need: true }),
    ...Object.keys(parts).map((key) => parts[key]), h("button", { class: "button", type: "submit" }, words.check));
  const look = () => {
    const needed = shown[form.elements.action.value] || [];
    Object.keys(parts).forEach((key) => { parts[key].hidden = !needed.includes(key); });
  };
  form.addEventListener("change", look);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const action = form.elements.action.value;
    if (action === "edit") about.edit(kind, tree, path);
    else if (action === "hours") about.open(tree, path);
    else if (action === "copy") about.copy(kind, tree);
    else {
      const made = action ? answer(form, action, tree, path, data, about.today) : ["action"];
      Array.from(form.querySelectorAll(".form__error")).forEach((each) => { each.hidden = true; });
      if (!Array.isArray(made)) { about.tell(made); return; }
      const [name, problem] = made;
      const error = form.querySelector("[id=f-" + name + "-error]");
      error.hidden = false;
      error.textContent = problem ? sentence(problem, data.rules) : words.required_said;
      document.getElementById("f-" + name).focus();
    }
  });
  look();
  return form;
}

const things = (about, key) => fetch(about.things + key + ".json").then((reply) => reply.json());

// Asks which place is open otherwise than it says.
export function choosePlace(data, about) {
  const { words, places } = data;
  const state = h("p", { class: "form__state", role: "status" });
  const names = Object.keys(places).map((slug) => [slug, places[slug].name]).sort((one, two) => one[1].localeCompare(two[1], document.documentElement.lang));
  const form = h("form", { novalidate: true }, h("h3", {}, words["existing.hours"]), asked(words, "thing", words["where.place"], select(words, names), { need: true }),
    h("button", { class: "button", type: "submit" }, words["existing.next"]), state);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const slug = textOf(form, "thing");
    const error = form.querySelector(".form__error");
    error.hidden = Boolean(slug);
    error.textContent = slug ? "" : words.required_said;
    if (!slug) { form.elements.thing.focus(); return; }
    const path = "places/" + slug;
    things(about, places[slug].in[0]).then((found) => about.open(found[path], path)).catch(() => { state.textContent = words["existing.none"]; });
  });
  return form;
}

// Asks for the municipality, then for the thing; `wanted.name` is both (`saaripitaja/events/kahvit`).
export function choose(data, about) {
  const { words, labels } = data;
  const say = (key) => words["existing." + key];
  const state = h("p", { class: "form__state", role: "status" });
  const town = select(words, labels.municipalities);
  const filter = h("input", { type: "search" });
  const thing = select(words, []);
  const parts = h("div", { hidden: true }, asked(words, "filter", say("filter"), filter, { help: say("filter_help") }), asked(words, "thing", say("thing"), thing));
  const rest = h("div", {});
  const body = h("div", {}, h("h3", {}, words.change), asked(words, "town", say("municipality"), town), state, parts, rest);
  let found = {};
  const list = () => {
    const sought = filter.value.trim().toLowerCase();
    const names = Object.keys(found).map((path) => [path, (found[path].title || found[path].name) + " (" + say("kind." + path.split("/")[0]) + ")"]);
    const near = names.filter(([, name]) => name.toLowerCase().includes(sought)).sort((one, two) => one[1].localeCompare(two[1], document.documentElement.lang));
    thing.textContent = "";
    [["", words.choose]].concat(near).forEach(([value, label]) => thing.append(h("option", { value }, label)));
  };
  const take = (path) => {
    rest.textContent = "";
    if (found[path]) rest.append(actions(found[path], path, data, about));
  };
  const load = (key) => {
    state.textContent = say("loading");
    return things(about, key).then((listed) => {
      found = listed;
      state.textContent = "";
      parts.hidden = false;
      list();
    }).catch(() => { state.textContent = say("none"); });
  };
  town.addEventListener("change", () => { rest.textContent = ""; if (town.value) load(town.value); });
  filter.addEventListener("input", list);
  thing.addEventListener("change", () => take(thing.value));
  if (about.wanted) {
    // Of a place the form knows the municipality.
    const path = about.wanted.name.split("/");
    const place = own(data.places, path[1]);
    town.value = path.length > 2 ? path.shift() : place ? place.in[0] : "";
    // Only what the list holds is asked for, whatever stands in the address.
    if (!town.value) state.textContent = say("none");
    else load(town.value).then(() => {
      const wanted = path.join("/");
      if (!own(found, wanted)) { state.textContent = say("none"); return; }
      thing.value = wanted;
      if (about.wanted.action === "copy") about.copy(kindOf(wanted), found[wanted]);
      else take(wanted);
    });
  }
  return body;
}
