// When an event is, as somebody answers, and as a file says it.

import { clock, date } from "./form-read.js";
import { isoOf, numberOf, weekdayOf } from "./form-series.js";

export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const NTH = ["1st", "2nd", "3rd", "4th", "5th"];
const EVERY = { week: "week", two_weeks: "2 weeks", even: "even weeks", odd: "odd weeks" };
export const said = (text) => (text || "").trim();
export const list = (node) => (node === undefined ? [] : Array.isArray(node) ? node : [node]);

// A text as it is read, or as it stands, for the check to say what is wrong with it.
export function tried(reader, text, rules, isEnd) {
  try { return said(text) && reader(text, rules, isEnd); } catch (refused) { return said(text); }
}

function ruleOf(values, day, before) {
  const often = values.often;
  if (often === "other") return { every: before.every, on: before.on };
  if (EVERY[often]) {
    const days = list(values.days).concat(day === null ? [] : WEEKDAYS[weekdayOf(day)]);
    const on = WEEKDAYS.filter((each) => days.includes(each));
    return { every: EVERY[often], on: on.length > 1 ? on : undefined };
  }
  if (day === null) return { every: "month" };
  const [weekday, number] = [WEEKDAYS[weekdayOf(day)], Number(isoOf(day).slice(8))];
  const on = {
    month_nth: NTH[Math.floor((number - 1) / 7)] + " " + weekday,
    month_last: "last " + weekday,
    month_day: "day " + number,
    month_end: "last day",
  }[often];
  return { every: "month", on: [on] };
}

const isDay = (entry) => typeof entry === "string" && /^\d{4}-/.test(entry);

export function when(values, tree, { rules }) {
  const [day, last] = [tried(date, values.day, rules), tried(date, values.last, rules)];
  const [from, to] = [tried(clock, values.from, rules), tried(clock, values.to, rules, true)];
  const isAllDay = Boolean(values.all_day);
  tree.start = isAllDay || !from || !day ? day : day + " " + from;
  tree.all_day = isAllDay ? "yes" : undefined;
  delete tree.duration;
  tree.end = isAllDay ? last : last && last !== day ? (last + " " + to).trim() : to;
  const number = /^\d{4}-\d\d-\d\d$/.test(day) ? numberOf(day) : null;
  const before = tree.repeat || {};
  if (!values.often || values.often === "once") { delete tree.repeat; return; }
  const kept = list(before.skip).filter((entry) => typeof entry !== "string");
  const skips = said(values.skips).split(" ").filter(Boolean);
  const free = [].concat(values.no_holidays ? "public-holidays" : [], values.no_eves ? "eves" : []);
  const until = tried(date, values.until, rules);
  tree.repeat = Object.assign({}, before, ruleOf(values, number, before), { skip: kept.concat(skips, free) });
  if (until || !before.times) { tree.repeat.until = until; delete tree.repeat.times; }
}

export function whenFields(tree, values) {
  const start = said(tree.start);
  [, values.day = "", values.from] = /^(\d{4}-\d\d-\d\d)? ?(.*)$/.exec(start);
  values.all_day = tree.all_day === "yes";
  const end = said(tree.end);
  const isDated = /^\d{4}-/.test(end);
  values.last = isDated ? end.slice(0, 10) : "";
  values.to = isDated ? end.slice(11) : end;
  if (!end && tree.duration && start.length > 10) Object.assign(values, afterwards(start, tree.duration));
  const repeat = tree.repeat;
  values.often = repeat ? "other" : "once";
  if (!repeat) return;
  const on = list(repeat.on);
  Object.keys(EVERY).forEach((often) => {
    if (repeat.every === EVERY[often] && on.every((each) => WEEKDAYS.includes(each))) values.often = often;
  });
  values.days = on.filter((each) => WEEKDAYS.includes(each));
  values.until = said(repeat.until);
  const skip = list(repeat.skip);
  values.skips = skip.filter(isDay).join(" ");
  values.no_holidays = skip.includes("public-holidays");
  values.no_eves = skip.includes("eves");
}

function afterwards(start, duration) {
  const length = (sign, minutes) => Number((new RegExp("(\\d+) " + sign + "\\b").exec(duration) || [0, 0])[1]) * minutes;
  const time = new Date(Date.parse(start.replace(" ", "T") + "Z") + 60000 * (length("d", 1440) + length("h", 60) + length("min", 1)));
  const end = time.toISOString();
  return { to: end.slice(11, 16), last: end.slice(0, 10) === start.slice(0, 10) ? "" : end.slice(0, 10) };
}
