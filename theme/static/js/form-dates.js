// What is wrong with the dates of an event: what content/rules/ says of them, but for opening hours.

import { isOnRule, isoOf, matched, namedDays, numberOf, ruleDates, weekdayOf } from "./form-series.js";

const MOST_DATES = 10000;
const LONGEST_MONTHS = 18;
const DAY_MINUTES = 1440;
const isTime = (text) => /^\d\d:\d\d$/.test(text);
const hasTime = (text) => /\d\d:\d\d$/.test(text);
const clockOf = (text) => { const [hour, minute] = text.slice(-5).split(":").map(Number); return hour * 60 + minute; };
const minutesOf = (moment) => numberOf(moment) * DAY_MINUTES + (hasTime(moment) ? clockOf(moment) : 0);
const pad = (number) => String(number).padStart(2, "0");
const clock = (minutes) => pad(Math.floor(minutes / 60) % 24) + ":" + pad(minutes % 60);
const momentOf = (minutes) => isoOf(Math.floor(minutes / DAY_MINUTES)) + " " + clock(minutes % DAY_MINUTES);
const spanOf = (entry) => (entry.to && entry.to !== entry.from ? entry.from + "/" + entry.to : entry.from);

function monthsLater(iso, months) {
  const [year, month, day] = iso.split("-").map(Number);
  const length = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, length))).toISOString().slice(0, 10);
}

// Minutes from a start to the end, or null when nobody said it.
function lengthOf(event) {
  const start = minutesOf(event.start);
  if (event.end) return isTime(event.end) ? clockOf(event.end) - clockOf(event.start) : minutesOf(event.end) - start;
  return event.duration || null;
}

// The dates of an event as numbers of days: the rule's, those of them that are kept, all with extras.
export function datesOf(event) {
  const first = numberOf(event.start);
  const repeat = event.repeat;
  const dates = repeat ? ruleDates(repeat, first) : [first];
  const skipped = new Set();
  ((repeat && repeat.skip) || []).forEach((entry) => matched(entry, dates).forEach((day) => skipped.add(day)));
  const kept = dates.filter((day) => !skipped.has(day));
  const extras = ((repeat && repeat.extra) || []).map(numberOf);
  return { dates, kept, skipped, all: Array.from(new Set(kept.concat(extras))).sort((a, b) => a - b) };
}

const nearest = (day, days) => days.reduce((best, each) => (best === null || Math.abs(each - day) <= Math.abs(best - day) ? each : best), null);

function offRule(event, add) {
  const { repeat } = event;
  const first = numberOf(event.start);
  const ons = namedDays(repeat, first);
  let guess = first;
  for (let away = 1; away < 366 && guess === first; away += 1) {
    if (isOnRule(repeat, first + away, ons)) guess = first + away;
    else if (isOnRule(repeat, first - away, ons)) guess = first - away;
  }
  const facts = { start: isoOf(first), guess: isoOf(guess) };
  const plain = (repeat.on || []).filter((each) => each.nth === 0).map((each) => each.weekday);
  if (!plain.length || plain.length < repeat.on.length || plain.includes(weekdayOf(first))) return add("start", "start-off-rule", facts);
  return add("start", "start-other-weekday", Object.assign(facts, { weekday: String(weekdayOf(first)), days: plain.join(", ") }));
}

function tooLong(event, dates, today, add) {
  const { repeat } = event;
  const at = repeat.until ? "repeat.until" : "repeat.times";
  if ((repeat.times || dates.length) > dates.length || dates.length >= MOST_DATES) {
    return add(at, "series-beyond-limits", { dates: String(MOST_DATES), years: "100" });
  }
  const first = event.start.slice(0, 10);
  const latest = monthsLater(first > today ? first : today, LONGEST_MONTHS);
  const last = repeat.until || (dates.length ? isoOf(dates[dates.length - 1]) : first);
  if (repeat.every.unit === "year" || last <= latest) return undefined;
  return add(at, "series-long", { last, months: String(LONGEST_MONTHS), latest });
}

function skips(event, { dates, kept }, add) {
  const late = [];
  (event.repeat.skip || []).forEach((entry, index) => {
    const at = "repeat.skip[" + index + "]";
    if (typeof entry === "string") return;
    if (entry.to && entry.to < entry.from) add(at + ".to", "span-swapped", { start: entry.from, end: entry.to });
    else if (matched(entry, dates).length) return;
    else if (dates.length && numberOf(entry.from) > dates[dates.length - 1]) late.push([at, entry]);
    else if (entry.to || !dates.length) add(at, "skip-span-without-date", { days: spanOf(entry) });
    else add(at, "skip-without-date", { value: entry.from, guess: isoOf(nearest(numberOf(entry.from), dates)) });
  });
  if (late.length) {
    const days = late.map(([, entry]) => spanOf(entry)).join(", ");
    add(late[0][0], "skip-after-end", { last: isoOf(dates[dates.length - 1]), days });
  }
  if (dates.length && !kept.length) add("repeat.skip", "all-skipped", {});
}

function extras(event, { dates, skipped, kept }, add) {
  const seen = new Set(kept);
  (event.repeat.extra || []).forEach((extra, index) => {
    if (seen.has(numberOf(extra))) add("repeat.extra[" + index + "]", "two-starts", { value: extra.slice(0, 10) });
    seen.add(numberOf(extra));
  });
  (event.repeat.changes || []).forEach((change, index) => {
    const day = numberOf(change.date);
    if ((event.repeat.extra || []).some((extra) => numberOf(extra) === day) || kept.includes(day)) return;
    const at = "repeat.changes[" + index + "].date";
    const near = nearest(day, kept);
    if (skipped.has(day) && dates.includes(day)) add(at, "change-of-skipped", { value: change.date });
    else if (near === null) add(at, "change-of-no-series", { value: change.date });
    else add(at, "change-of-no-date", { value: change.date, guess: isoOf(near) });
  });
}

// Where changed dates end before they begin, or begin on a day that has one already.
function moved(event, { all }, add) {
  const days = new Map(all.map((day) => [day, day]));
  (event.repeat.changes || []).forEach((change, index) => {
    const day = numberOf(change.date);
    if (!days.has(day)) return;
    const at = "repeat.changes[" + index + "].";
    const moment = (text, iso) => (isTime(text) ? iso + " " + text : text);
    const start = change.start ? moment(change.start, change.date) : change.date + event.start.slice(10);
    days.set(day, numberOf(start));
    if (!change.end || !hasTime(start)) return;
    const end = moment(change.end, start.slice(0, 10));
    if (!hasTime(end) || minutesOf(end) > minutesOf(start)) return;
    const suggestion = momentOf(minutesOf(end) + DAY_MINUTES);
    add(at + "end", isTime(change.end) ? "end-not-after-start" : "end-before-start", { start: start.slice(-5), end: end.slice(-5), suggestion });
  });
  const begun = Array.from(days.values());
  (event.repeat.changes || []).forEach((change, index) => {
    const day = days.get(numberOf(change.date));
    if (day !== undefined && day !== numberOf(change.date) && begun.filter((each) => each === day).length > 1) {
      add("repeat.changes[" + index + "].start", "two-starts", { value: isoOf(day) });
    }
  });
}

// On the last Sundays of March and October, three o'clock is left out or comes twice.
function clockChange(event, { all }, today, add) {
  if (/^(cancelled|postponed)$/.test(event.status)) return;
  const length = lengthOf(event);
  const { changes = [], extra = [] } = event.repeat || {};
  const isEarly = (minutes) => Math.floor((minutes % DAY_MINUTES) / 60) === 3;
  const look = (at, minutes) => {
    if (!isEarly(minutes)) return;
    const value = momentOf(minutes);
    const [, month, date] = value.slice(0, 10).split("-").map(Number);
    if (weekdayOf(numberOf(value)) !== 6 || date < 25) return;
    if (month === 3) add(at, "missing-hour", { value });
    else if (month === 10 && value.slice(0, 10) >= today) add(at, "doubled-hour", { value });
  };
  const first = clockOf(event.start);
  if (!changes.length && !extra.length && !isEarly(first) && !isEarly(first + length)) return;
  all.forEach((day) => {
    const iso = isoOf(day);
    const [changed, added] = [changes.findIndex(({ date }) => date === iso), extra.findIndex((each) => each.slice(0, 10) === iso)];
    const change = changes[changed] || {};
    if (change.cancelled) return;
    const on = (text, start) => minutesOf(isTime(text) ? start + " " + text : text);
    const own = change.start || (added >= 0 && hasTime(extra[added]) ? extra[added] : event.start.slice(-5));
    const start = on(own, iso);
    look(change.start ? "repeat.changes[" + changed + "].start" : added >= 0 ? "repeat.extra[" + added + "]" : "start", start);
    if (change.end) look("repeat.changes[" + changed + "].end", on(change.end, momentOf(start).slice(0, 10)));
    else if (length !== null) look(event.end ? "end" : "duration", start + length);
  });
}

export function datesProblems(event, rowsOf, today, add) {
  const isTimed = hasTime(event.start);
  if (isTimed && !event.all_day) {
    const length = lengthOf(event);
    if (event.end && length !== null && length <= 0 && (isTime(event.end) || hasTime(event.end))) {
      if (isTime(event.end)) {
        const suggestion = momentOf(minutesOf(event.start) + length + DAY_MINUTES);
        add("end", "end-not-after-start", { start: event.start.slice(-5), end: event.end, suggestion });
      } else add("end", "end-before-start", { start: event.start, end: event.end });
    }
  } else if (!event.all_day) return;
  const laid = datesOf(event);
  if (event.repeat) {
    const isBounded = !rowsOf("bounds");
    if (!isOnRule(event.repeat, numberOf(event.start))) { offRule(event, add); return; }
    if (isBounded) {
      tooLong(event, laid.dates, today, add);
      skips(event, laid, add);
    }
    rowsOf("changes");
    extras(event, laid, add);
    moved(event, laid, add);
  }
  if (isTimed) clockChange(event, laid, today, add);
  const by = event.registration && event.registration.by;
  if (!by || !laid.all.length) return;
  const last = isoOf(laid.all[laid.all.length - 1]);
  const start = isTimed ? last + event.start.slice(10) : last;
  const isSameDay = by.slice(0, 10) === last;
  if (isSameDay ? minutesOf(by) > minutesOf(start) : by.slice(0, 10) > last) {
    add("registration.by", "deadline-after-start", { by, start });
  }
}
