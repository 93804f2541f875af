// A file as the check sees it: what can be read of it, and what is wrong (content/schema/, rows.py).
//
// A file is a tree of texts, lists and fields by key, as it will be written. `rules` come with the
// page. A problem is {at, code, values}; `places` tells what the places of the network have.

import * as read from "./form-read.js";
import { email, identityCode, phone, url } from "./form-address.js";
import { datesProblems } from "./form-dates.js";
import { hoursProblems, pictureProblems } from "./form-open.js";
import { rowProblems } from "./form-rows.js";
import { every, on, skip, weekdays } from "./form-series.js";

const isRecord = (node) => typeof node === "object" && node !== null && !Array.isArray(node);
const refuse = (code, values) => { throw [code, values || {}]; };

const SINGLE = {
  line: read.line,
  block: read.block,
  date: read.date,
  moment: read.moment,
  clock: read.clock,
  time: read.newTime,
  duration: read.duration,
  number: read.number,
  url, email, phone, every,
  boolean: (text, rules) => {
    const word = text.trim().toLowerCase();
    if (rules.yes.includes(word)) return true;
    return rules.no.includes(word) ? false : refuse("not-yes-or-no", { value: text.trim() });
  },
  id: (text, rules) => {
    const isId = new RegExp("^(?:" + rules.patterns.slug[0] + ")$").test(text);
    return isId && text.length <= 80 && !/^[0-9]+$/.test(text) ? text : refuse("not-a-slug", { value: text, suggestion: "" });
  },
  language: (text, rules) => {
    const isTag = new RegExp("^(?:" + rules.patterns.language[0] + ")$", "i").test(text.trim());
    return isTag ? text.trim() : refuse("not-a-language", { value: text.trim() });
  },
  choice: (text, rules, ...allowed) => {
    const word = text.toLowerCase();
    return allowed.includes(word) ? word : refuse("not-allowed", { value: text, allowed: allowed.join(", ") });
  },
};

function readList(item, node, at, state) {
  const seen = [];
  (Array.isArray(node) ? node : [node]).forEach((each, index) => {
    const field = at + "[" + index + "]";
    if (each === "") return state.add(field, "empty-item");
    const value = readNode(item, each, field, state);
    if (value === undefined) return undefined;
    if (typeof value === "string" && seen.includes(value)) return state.add(field, "listed-twice", { value });
    return seen.push(value);
  });
  return seen;
}

function readRecord(name, node, at, state) {
  if (!isRecord(node)) return state.add(at, "needs-keys", { example: "", allowed: "" });
  const before = state.problems.length;
  const values = {};
  const under = at ? at + "." : "";
  state.rules.records[name].forEach(([key, type, need, example]) => {
    const isMissing = node[key] === undefined || node[key] === "";
    if (!isMissing) {
      const value = readNode(type, node[key], under + key, state);
      if (value !== undefined) values[key] = value;
    } else if (need === 1 || (need === 2 && node.access !== "closed")) {
      state.add(under + key, "required", { example: key + ": " + example });
    }
  });
  return at && state.problems.length > before ? undefined : values;
}

const SHAPES = {
  list: (node, at, state, item) => readList(item, node, at, state),
  record: (node, at, state, name) => readRecord(name, node, at, state),
  on: (node, at, state) => readList(["on1"], node, at, state).reduce((all, each) => all.concat(each), []),
  weekdays: (node, at, state) => {
    const days = readList(["days1"], node, at, state).reduce((all, each) => all.concat(each), []);
    return days.length ? Array.from(new Set(days)).sort() : undefined;
  },
  skip: (node, at, state) => (isRecord(node) ? readRecord("span", node, at, state) : readNode(["skip1"], node, at, state)),
  price: (node, at, state) => {
    if (typeof node !== "string") return readList(["record", "price-item"], node, at, state);
    return state.rules.free.includes(node.trim().toLowerCase()) ? "free" : readNode(["line", 300], node, at, state);
  },
  host: (node, at, state, ...allowed) => {
    if (typeof node !== "string") return readList(["id"], node, at, state);
    return allowed.includes(node.toLowerCase()) ? node : state.add(at, "not-can-host", { value: node });
  },
  holidays: (node, at, state, ...allowed) => {
    if (typeof node !== "string") return readList(["record", "hours"], node, at, state);
    return allowed.includes(node.toLowerCase()) ? node : state.add(at, "not-holiday-hours", { value: node });
  },
  flags: (node, at, state) => {
    if (!isRecord(node)) return state.add(at, "needs-yes-no-map");
    const facts = {};
    Object.keys(node).forEach((key) => { facts[key] = readNode(["boolean"], node[key], at + "." + key, state); });
    return facts;
  },
};
Object.assign(SINGLE, { on1: on, days1: weekdays, skip1: skip });

export function readNode([type, ...about], node, at, state) {
  if (SHAPES[type]) return SHAPES[type](node, at, state, ...about);
  if (typeof node !== "string") return state.add(at, "not-one-value");
  try {
    return SINGLE[type](node, state.rules, ...about);
  } catch (refused) {
    if (!Array.isArray(refused)) throw refused;
    return state.add(at, refused[0], refused[1]);
  }
}

// Everything that is wrong with a tree that shall be a file of a kind.
export function check(kind, tree, rules, today, places) {
  const problems = [];
  const add = (at, code, values) => { problems.push({ at, code, values: values || {} }); };
  const own = Object.assign({}, rules, { date: (text) => read.date(text, rules) });
  const values = readRecord(kind, tree, "", { problems, add, rules: own });
  const text = JSON.stringify(tree);
  const code = identityCode(text, rules);
  if (code) add("", code);
  if (problems.some((each) => each.code !== "identity-code-like")) return { problems, values: null };
  const item = Object.assign({}, rules.defaults[kind], values);
  const place = (places || {})[item.place];
  const rows = (name) => {
    const before = problems.length;
    rowProblems(rules.rows[kind][name] || [], item, place, today, add);
    return problems.length > before;
  };
  rows("all");
  if (kind === "event") datesProblems(item, rows, today, add);
  if (kind === "place") hoursProblems(item, add);
  pictureProblems(item.images || [], rules, add);
  return { problems, values: item };
}
