// Lists of records (rooms, seasons, exceptions, pictures) as a file has them, and as answers.
//
// An answer is named `rooms.2.name`; `rooms.2.was` tells which entry of the file it was, so that what
// nobody is asked about stays.

import { clock, date } from "./form-read.js";
import { slugOf } from "./form-file.js";
import { weekdayOf, numberOf } from "./form-series.js";
import { WEEKDAYS, list, said, tried } from "./form-when.js";

// The numbers of the entries of which anything is said, in their order.
export function numbersOf(values, at) {
  const start = at + ".";
  const isSaid = (key) => key.startsWith(start) && !key.endsWith(".was") && said(list(values[key]).join(""));
  const found = Object.keys(values).filter(isSaid).map((key) => Number(key.slice(start.length).split(".")[0]));
  return Array.from(new Set(found)).sort((one, two) => one - two);
}

// The day of an exception is its first; hours of one day hold on its own weekday.
function exception(item, { rules }) {
  const day = tried(date, item.date, rules);
  const isSpan = item.to && tried(date, item.to, rules) !== day;
  const isDay = /^\d{4}-\d\d-\d\d$/.test(day);
  const hours = item.closed === "yes" ? "" : list(item.hours || []);
  const kept = Object.assign({}, item, { date: isSpan ? "" : day, from: isSpan ? day : "", to: isSpan ? item.to : "", hours });
  if (item.closed === "no" && hours.length) delete kept.closed;
  if (!isSpan && isDay && hours) {
    kept.hours = hours.map((row) => (row.from || row.to ? Object.assign({}, row, { days: [WEEKDAYS[weekdayOf(numberOf(day))]] }) : ""));
  }
  return kept;
}

const FROM = {
  exceptions: exception,
  rooms: (item, data, before) => Object.assign({}, item, { id: item.id || slugOf(item.name || "", before.map(({ id }) => id)) }),
};
const TO = {
  exceptions: (item) => Object.assign({}, item, {
    date: item.date || item.from, to: item.to === item.from ? "" : item.to, closed: item.closed === "yes" || !item.hours ? item.closed : "no",
  }),
};

function answer(item, field, values, name, data, was) {
  const value = values[name];
  if (field.many) item[field.at] = itemsOf(field, values, name, data, was && was[field.at]);
  else if (field.type[0] === "weekdays") {
    const days = list(value);
    if (was && list(was.days).slice().sort().join() === days.slice().sort().join()) return;
    item[field.at] = WEEKDAYS.filter((day) => days.includes(day));
  } else if (field.type[0] === "clock") item[field.at] = tried(clock, value, data.rules, field.type[1]);
  else if (field.type[0] === "boolean" && field.at !== "closed") item[field.at] = value ? "yes" : item[field.at] === "no" ? "no" : "";
  else item[field.at] = said(value);
}

export function itemsOf(field, values, at, data, before) {
  return numbersOf(values, at).reduce((found, number) => {
    const start = at + "." + number + ".";
    const was = values[start + "was"] ? list(before)[Number(values[start + "was"])] : undefined;
    const item = Object.assign({}, was);
    field.many.forEach((each) => answer(item, each, values, start + each.at, data, was));
    return found.concat(FROM[field.at] ? FROM[field.at](item, data, found) : item);
  }, []);
}

export function itemValues(field, items, at, values) {
  list(items).forEach((item, index) => {
    const start = at + "." + index + ".";
    const shown = TO[field.at] ? TO[field.at](item) : item;
    values[start + "was"] = String(index);
    field.many.forEach((each) => {
      const value = shown[each.at];
      if (each.many) itemValues(each, value || [], start + each.at, values);
      else values[start + each.at] = each.type[0] === "boolean" && each.at !== "closed" ? value === "yes" : each.type[0] === "weekdays" ? list(value) : value;
    });
  });
}
