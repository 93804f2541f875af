// What somebody filled in, by the names of fields, as the tree of a file; and a tree as fields.
//
// Most names are dotted fields of the schema. Some questions stand for several fields: when, where,
// who, the price. What nobody is asked about stays as it was in `base`.

import { clock, date } from "./form-read.js";
import { isEmpty, pruned, slugOf } from "./form-file.js";
import { itemValues, itemsOf, numbersOf } from "./form-items.js";
import { list, said, tried, when, whenFields } from "./form-when.js";

const copy = (node) => (node === undefined ? undefined : JSON.parse(JSON.stringify(node)));


function put(tree, at, value) {
  const [key, ...rest] = at.split(".");
  if (!rest.length) tree[key] = value;
  else {
    if (typeof tree[key] !== "object") tree[key] = {};
    put(tree[key], rest.join("."), value);
  }
}

const at = (tree, path) => path.split(".").reduce((node, key) => (node && typeof node === "object" ? node[key] : undefined), tree);

function where(values, tree) {
  const isElsewhere = values.place === "-";
  ["place", "room", "stop"].forEach((key) => { tree[key] = isElsewhere ? "" : said(values[key]); });
  tree.location = isElsewhere ? {
    name: said(values.at),
    address: said(values.street) || said(values.town) ? { street: said(values.street), town: said(values.town) } : "",
    municipality: said(values.municipality),
  } : "";
  tree.online = said(values.online) ? Object.assign({}, tree.online, { url: said(values.online) }) : "";
  tree.phone = said(values.line) ? Object.assign({}, tree.phone, { number: said(values.line) }) : "";
}

function whereFields(tree, values, { places }) {
  const { location } = tree;
  const place = places[tree.place];
  const address = (location && location.address) || {};
  Object.assign(values, {
    place: location ? "-" : said(tree.place), room: tree.room, stop: tree.stop,
    at: location && location.name, street: address.street, town: address.town,
    municipality: (location && location.municipality) || (place && place.in[0]),
    online: at(tree, "online.url"), line: at(tree, "phone.number"),
  });
}

// The organiser that is not in the list, as a file of its own; null when nobody told of one.
export function newcomer(values, data) {
  const own = {};
  Object.keys(values).filter((name) => name.startsWith("new.")).forEach((name) => { own[name.slice(4)] = values[name]; });
  const tree = pruned(treeOf("organiser", own, data));
  if (isEmpty(tree)) return null;
  const place = data.places[values.place];
  if (!tree.municipalities) {
    tree.municipalities = pruned([].concat(said(values.municipality) || (place ? place.in[0] : list(values.municipalities))));
    if (isEmpty(tree.municipalities)) delete tree.municipalities;
  }
  return tree;
}

export const newcomerSlug = (tree, data) => slugOf(tree.name || "", data.organisers.map(([slug]) => slug));

function organisers(values, tree, data) {
  const chosen = ["organiser1", "organiser2", "organiser3"].map((name) => said(values[name])).filter(Boolean);
  const missing = newcomer(values, data);
  tree.organisers = Array.from(new Set(chosen.concat(missing ? newcomerSlug(missing, data) : [], list(tree.organisers).slice(3))));
}

function keeper(values, tree, data) {
  const missing = newcomer(values, data);
  tree.maintained_by = missing ? newcomerSlug(missing, data) : said(values.maintained_by);
}

function price(values, tree) {
  const kind = values.price;
  const before = list(tree.price);
  if (kind === "free") tree.price = "free";
  else if (kind === "text") tree.price = said(values.price_text);
  else if (kind === "sums") {
    tree.price = ["1", "2", "3"].map((row, index) => Object.assign({}, before[index] && before[index].amount ? before[index] : {}, {
      amount: said(values["amount" + row]), for: said(values["for" + row]),
    })).filter((each) => each.amount || each.for);
  } else delete tree.price;
}

function priceFields(tree, values) {
  const isList = Array.isArray(tree.price);
  values.price = isList ? "sums" : tree.price === "free" ? "free" : tree.price ? "text" : "";
  values.price_text = values.price === "text" ? tree.price : "";
  if (isList) tree.price.forEach((each, index) => Object.assign(values, { ["amount" + (index + 1)]: each.amount, ["for" + (index + 1)]: each.for }));
}

function holidays(values, tree) {
  tree.holiday_hours = said(values.holiday_hours) || (Array.isArray(tree.holiday_hours) ? tree.holiday_hours : "");
}

const SPECIAL = {
  "@when": [when, whenFields],
  "@where": [where, whereFields],
  "@organisers": [organisers, (tree, values) => list(tree.organisers).forEach((slug, index) => { values["organiser" + (index + 1)] = slug; })],
  "@price": [price, priceFields],
  "@holidays": [holidays, (tree, values) => { values.holiday_hours = typeof tree.holiday_hours === "string" ? tree.holiday_hours : ""; }],
  "@access": [(values, tree) => { tree.access = said(values.access); }, (tree, values) => { values.access = tree.access === "open" ? "" : tree.access; }],
  "@keeper": [keeper, (tree, values) => { values.maintained_by = tree.maintained_by; }],
  "@place": [(values, tree) => { tree.place = said(values.place); }, (tree, values) => { values.place = tree.place; }],
};
const flat = (fields) => fields.reduce((all, field) => all.concat(field.fields ? flat(field.fields) : field), []);
const fieldsOf = (kind, data) => flat(data.kinds[kind]);

// The same answers, whether nobody gave one or gave nothing.
const answer = (value) => (value === true ? "yes" : Array.isArray(value) ? value.join() : value || "");

// True where every answer is what the file has said already, in whatever words.
function isAsBefore(field, values, tree, data) {
  const before = {};
  if (field.many) {
    itemValues(field, at(tree, field.at), field.at, before);
    if (String(numbersOf(before, field.at)) !== String(numbersOf(values, field.at))) return false;
    return Object.keys(Object.assign({}, values, before)).filter((key) => key.startsWith(field.at + ".")).every((key) => answer(before[key]) === answer(values[key]));
  }
  SPECIAL[field.at][1](tree, before, data);
  if (Object.keys(values).some((name) => name.startsWith("new.") && answer(values[name])) && /^@(organisers|keeper)$/.test(field.at)) return false;
  return Object.keys(before).every((key) => answer(before[key]) === answer(values[key]));
}

export function treeOf(kind, values, data, base) {
  const tree = copy(base) || {};
  fieldsOf(kind, data).forEach((field) => {
    if (SPECIAL[field.at]) {
      if (!base || !isAsBefore(field, values, tree, data)) SPECIAL[field.at][0](values, tree, data);
    } else if (field.many) {
      if (!base || !isAsBefore(field, values, tree, data)) put(tree, field.at, itemsOf(field, values, field.at, data, at(tree, field.at)));
    } else if (field.type[0] === "flags") {
      put(tree, field.at, data.labels[field.of].reduce((facts, [id]) => Object.assign(facts, { [id]: said(values[field.at + "." + id]) }), {}));
    } else if (field.type[0] === "boolean") {
      if (values[field.at] || at(tree, field.at) !== "no") put(tree, field.at, values[field.at] ? "yes" : "");
    } else if (field.type[0] === "list") {
      // In the order of the file, and with what the form does not offer.
      const [offered, before, chosen] = [data.labels[field.of].map(([id]) => id), list(at(tree, field.at)), list(values[field.at])];
      const kept = before.filter((id) => chosen.includes(id) || !offered.includes(id));
      put(tree, field.at, kept.concat(chosen.filter((id) => !kept.includes(id))));
    } else put(tree, field.at, field.at === "text" ? values.text || "" : said(values[field.at]));
  });
  return tree;
}

// What stands in single fields that the tree holds together with others: each is read for itself.
export function fieldProblems(values, { rules }) {
  const days = ["day", "last", "until"].map((name) => [name, date, false]);
  const clocks = Object.keys(values).filter((name) => /^(from|to)$/.test(name)).map((name) => [name, clock, name.startsWith("to")]);
  return days.concat(clocks).reduce((found, [name, reader, isEnd]) => {
    try {
      if (said(values[name])) reader(said(values[name]), rules, isEnd);
    } catch ([code, facts]) { found.push({ name, problem: { at: name, code, values: facts } }); }
    return found;
  }, []);
}

export function valuesOf(kind, tree, data) {
  const values = {};
  fieldsOf(kind, data).forEach((field) => {
    if (SPECIAL[field.at]) SPECIAL[field.at][1](tree, values, data);
    else if (field.many) itemValues(field, at(tree, field.at), field.at, values);
    else if (field.type[0] === "flags") {
      const facts = at(tree, field.at) || {};
      Object.keys(facts).forEach((id) => { values[field.at + "." + id] = facts[id]; });
    } else {
      const value = at(tree, field.at);
      values[field.at] = field.type[0] === "boolean" ? value === "yes" : field.type[0] === "list" ? list(value) : value;
    }
  });
  return values;
}

// What a copy does not take over: which days, what became of it, and who it was. The hours stay.
export function copied(tree) {
  const fresh = copy(tree);
  ["repeat", "status", "reason", "replaced_by", "published", "formerly", "part_of", "checked", "until", "sample"].forEach((key) => { delete fresh[key]; });
  if (fresh.start) fresh.start = fresh.start.slice(10);
  if (/^\d{4}-/.test(said(fresh.end))) delete fresh.end;
  if (fresh.registration) delete fresh.registration.by;
  return fresh;
}

