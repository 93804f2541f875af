// All that is wrong with what is filled in so far, and with days on which a place is open otherwise.

import { check } from "./form-check.js";
import { dayWords } from "./form-say.js";

// Stands for what is missing, so that the rest can be looked at.
const SAMPLE = { title: "-", name: "-", organisers: ["a"], municipality: "a", municipalities: ["a"], kind: "a", class: "a", sector: "association", start: "2026-12-01 12:00" };

// The day in Finland.
export function today() {
  const said = {};
  const calendar = new Intl.DateTimeFormat("en", { timeZone: "Europe/Helsinki", year: "numeric", month: "2-digit", day: "2-digit" });
  calendar.formatToParts(new Date()).forEach((part) => { said[part.type] = part.value; });
  return said.year + "-" + said.month + "-" + said.day;
}

// All that is wrong with a tree, and the dates it makes. Where something is missing the check stops;
// the form says all at once.
export function problemsOf(kind, tree, data) {
  const found = check(kind, tree, data.rules, today(), data.places);
  const missing = found.problems.filter(({ code }) => code === "required").map(({ at }) => at);
  if (!missing.length) return found;
  const whole = missing.reduce((all, at) => Object.assign(all, SAMPLE[at] ? { [at]: SAMPLE[at] } : {}), Object.assign({}, tree));
  const further = check(kind, whole, data.rules, today(), data.places).problems;
  found.problems = found.problems.concat(further.filter(({ at, code }) => (
    !found.problems.some((each) => each.at === at && each.code === code) && !missing.some((key) => at.startsWith(key) || (key === "start" && /^(end|repeat|registration)/.test(at))))));
  return found;
}

// Of a place only days on which it is open otherwise: those that are told stay.
export function daysOnly(data, base) {
  const field = data.kinds.place.reduce((all, each) => all.concat(each.fields), []).find(({ at }) => at === "exceptions");
  const kinds = Object.assign({}, data.kinds, { place: [{ title: data.words["existing.hours"], fields: [field] }] });
  const rest = Object.assign({}, base);
  delete rest.exceptions;
  const told = (tree) => [].concat(base.exceptions || []).filter((old) => !old.date || !(tree.exceptions || []).some(({ date }) => date === old.date));
  return { data: Object.assign({}, data, { kinds }), base: rest, told };
}

// The days to come that are told of already, in words.
export function coming(data, base) {
  const day = (iso) => dayWords(iso, data.rules.formats);
  const days = [].concat(base.exceptions || []).filter((each) => (each.date || each.to || each.from) >= today());
  return days.map((each) => [each.date || each.from, each.to].filter(Boolean).map(day).join(" \u2013 ")).join(", ");
}
