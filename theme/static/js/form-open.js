// What is wrong with opening hours and with pictures, as the check finds it (content/rules/).

import { numberOf, weekdayOf } from "./form-series.js";

const DAY = 1440;
const WEEK = 7 * DAY;
const END_OF_NIGHT = 360;
const MOST = 50;
const MOST_OF_STOPS = 200;
const minutes = (text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
const from = (row) => minutes(row.from);
const length = (row) => minutes(row.to) - from(row) + (minutes(row.to) <= from(row) ? DAY : 0);
const clock = (row) => [row.from, row.to].map((each) => each.replace(/^0/, "")).join("\u2013");
const mode = (row) => row.mode || "staffed";

function sharedDay(one, other) {
  return [0, 1, 2, 3, 4, 5, 6].find((day) => other.days.includes(day) && one.days.some((begun) => {
    const apart = ((((day - begun) * DAY + from(other) - from(one)) % WEEK) + WEEK) % WEEK;
    return apart < length(one) || WEEK - apart < length(other);
  }));
}

function ofRows(at, all, add) {
  const rows = all.slice(0, MOST);
  if (all.length > MOST) add(at, "hours-too-many", { limit: String(MOST) });
  rows.forEach((row, index) => {
    const field = at + "[" + index + "]";
    const clash = rows.slice(0, index).find((before) => mode(before) === mode(row) && sharedDay(before, row) !== undefined);
    if (clash) add(field, "hours-overlap", { weekday: String(sharedDay(clash, row)), first: clock(clash), second: clock(row), mode: mode(row) });
    const isSame = row.to === row.from && from(row) !== 0;
    if (isSame || (minutes(row.to) < from(row) && minutes(row.to) > END_OF_NIGHT)) add(field, "hours-through-night", { value: clock(row) });
  });
}

function ofExceptions(exceptions, add) {
  const seen = [];
  exceptions.forEach((each, index) => {
    const first = each.date || each.from;
    if (!first) return;
    const last = each.date || each.to || first;
    const at = "exceptions[" + index + "]";
    const hours = each.hours || [];
    const days = Array.from({ length: Math.max(0, Math.min(7, numberOf(last) - numberOf(first) + 1)) }, (_, step) => weekdayOf(numberOf(first) + step));
    if (Boolean(each.closed) !== hours.length > 0) {
      hours.forEach((row, number) => {
        if (!row.days.some((day) => days.includes(day))) add(at + ".hours[" + number + "].days", "exception-misses-its-day", { days: first === last ? first : first + "/" + last });
      });
    }
    const span = first + last;
    if (seen.includes(span)) add(at, "exception-twice", { line: "" });
    seen.push(span);
  });
}

export function hoursProblems(place, add) {
  const { hours, seasons = [], exceptions = [], stops = [], holiday_hours: holidays } = place;
  if (hours) ofRows("hours", hours, add);
  const inside = { seasons, exceptions, stops };
  Object.keys(inside).forEach((key) => inside[key].forEach((each, index) => ofRows(key + "[" + index + "].hours", each.hours || [], add)));
  if (Array.isArray(holidays)) ofRows("holiday_hours", holidays, add);
  if (stops.reduce((sum, stop) => sum + (stop.hours || []).length, 0) > MOST_OF_STOPS) add("stops", "hours-too-many", { limit: String(MOST_OF_STOPS) });
  seasons.forEach((season, index) => {
    const other = seasons.slice(0, index).findIndex((before) => before.from <= season.to && season.from <= before.to);
    if (other >= 0) add("seasons[" + index + "].from", "seasons-overlap", { value: season.from, line: "" });
  });
  ofExceptions(exceptions, add);
  if (!holidays && !hours && !seasons.length && stops.some((stop) => (stop.hours || []).length)) add("hours", "holiday-hours-missing");
}

// Of a picture: a format that is none, and words that say nothing to who does not see it.
export function pictureProblems(images, rules, add) {
  images.forEach(({ file, alt }, index) => {
    const at = "images[" + index + "].";
    const ends = (text) => rules.pictures.some((each) => text.toLowerCase().endsWith(each));
    if (!ends(file)) add(at + "file", "image-format", { value: file, allowed: rules.pictures.join(", ") });
    const name = file.slice(file.lastIndexOf("/") + 1);
    const words = alt.toLowerCase().match(/[a-z\u00aa-\u024f\u0370-\u{10ffff}]+/gu) || [];
    if (alt === name || alt === name.replace(/\.[^.]*$/, "") || ends(alt) || words.every((each) => rules.nothing.includes(each))) {
      add(at + "alt", "image-alt-says-nothing", { value: alt });
    }
  });
}
