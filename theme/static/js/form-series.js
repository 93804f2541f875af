// The dates of a series, as schedule/ lays them out: rule, holidays, what is skipped.
//
// Days are counted from the beginning of 1970; weekdays from Monday, 0. Weeks begin on Monday, even
// and odd ones go by their ISO numbers. A test holds this against the portal's own engine.

const DAY = 86400000;
const MOST_DATES = 10000;
const MOST_YEARS = 100;
const LAST_YEAR = 2100;
const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const refuse = (code, value) => { throw [code, { value }]; };

export const numberOf = (iso) => Date.parse(iso.slice(0, 10)) / DAY;
export const isoOf = (number) => new Date(number * DAY).toISOString().slice(0, 10);
export const weekdayOf = (number) => (((number + 3) % 7) + 7) % 7;
const partsOf = (number) => isoOf(number).split("-").map(Number);
const firstOf = (month) => Date.UTC(Math.floor(month / 12), month % 12, 1) / DAY;

export function every(text) {
  const found = /^(?:(\d{1,3}) )?(day|week|month|year)s?$|^(even|odd) weeks?$/.exec(text.trim().toLowerCase());
  const count = Number((found && found[1]) || 1);
  if (!found || count < 1 || count > 366) refuse("not-every", text);
  return { count, unit: found[2] || "week", parity: found[3] };
}

export function weekdays(text) {
  const days = text.toLowerCase().split(",").map((part) => part.trim().split("-").map((day) => WEEKDAYS.indexOf(day)));
  if (days.some((span) => span.includes(-1) || span.length > 2)) refuse("not-a-weekday", text);
  const all = days.map(([first, last = first]) => WEEKDAYS.map((_, step) => (first + step) % 7).slice(0, ((last - first + 7) % 7) + 1));
  return all.reduce((sum, span) => sum.concat(span), []);
}

export function on(text) {
  const word = text.toLowerCase().trim();
  if (word === "last day") return [{ day: -1 }];
  if (word === "last weekday") return [{ day: 0 }];
  const day = /^day (\d{1,2})$/.exec(word);
  if (day && day[1] >= 1 && day[1] <= 31) return [{ day: Number(day[1]) }];
  const nth = /^(?:([1-5])(?:st|nd|rd|th)|last) ([a-z]{3})$/.exec(word);
  if (nth && WEEKDAYS.includes(nth[2])) return [{ weekday: WEEKDAYS.indexOf(nth[2]), nth: Number(nth[1] || -1) }];
  try {
    return weekdays(word).map((weekday) => ({ weekday, nth: 0 }));
  } catch (refused) { return refuse("not-on", text); }
}

export function skip(text, rules) {
  if (!/^[a-z]/i.test(text)) return { from: rules.date(text) };
  const word = text.toLowerCase();
  return word === "public-holidays" || word === "eves" ? word : refuse("not-a-skip", text);
}

// The days of a month (counted from the year 0) that one entry of `on` names.
function named({ day, weekday, nth }, month) {
  const first = firstOf(month);
  const length = firstOf(month + 1) - first;
  if (day === -1) return [first + length - 1];
  if (day === 0) return [first + length - 1 - Math.max(0, weekdayOf(first + length - 1) - 4)];
  if (day) return day <= length ? [first + day - 1] : [];
  const all = [];
  for (let each = first + ((weekday - weekdayOf(first) + 7) % 7); each < first + length; each += 7) all.push(each);
  return nth === 0 ? all : nth === -1 ? all.slice(-1) : all.slice(nth - 1, nth);
}

const monthOf = (number) => partsOf(number)[0] * 12 + partsOf(number)[1] - 1;
const isNamed = (ons, number) => !ons.length || ons.some((each) => named(each, monthOf(number)).includes(number));

function hasParity(parity, number) {
  if (!parity) return true;
  const thursday = number - weekdayOf(number) + 3;
  const week = Math.floor((thursday - firstOf(partsOf(thursday)[0] * 12)) / 7) + 1;
  return (week % 2 === 0) === (parity === "even");
}

export function namedDays(repeat, first) {
  const ons = repeat.on || [];
  if (ons.length || repeat.every.unit === "day") return ons;
  return [repeat.every.unit === "week" ? { weekday: weekdayOf(first), nth: 0 } : { day: partsOf(first)[2] }];
}

export const isOnRule = (repeat, first, ons) => hasParity(repeat.every.parity, first)
  && isNamed(ons || namedDays(repeat, first), first);

// The rule's dates in order, before skips.
export function ruleDates(repeat, first) {
  const { count, unit, parity } = repeat.every;
  const ons = namedDays(repeat, first);
  const [year, month, day] = partsOf(first);
  const end = Date.UTC(Math.min(year + MOST_YEARS, 9999), month - 1, Math.min(day, 28)) / DAY;
  const last = repeat.until ? Math.min(numberOf(repeat.until), end) : end;
  const wanted = Math.min(repeat.times || MOST_DATES, MOST_DATES);
  const found = [];
  const take = (days) => days.forEach((each) => {
    if (each >= first && each <= last && found.length < wanted) found.push(each);
  });
  const inMonth = (number) => Array.from(new Set(ons.reduce((all, each) => all.concat(named(each, number)), []))).sort((a, b) => a - b);
  const steps = { day: first, week: first - weekdayOf(first), month: monthOf(first), year: year };
  for (let step = steps[unit]; found.length < wanted; step += unit === "week" ? 7 * count : count) {
    const start = { day: step, week: step, month: firstOf(step), year: firstOf(step * 12) }[unit];
    if (start > last) break;
    if (unit === "day") take(isNamed(ons, step) ? [step] : []);
    else if (unit === "week") {
      const days = WEEKDAYS.map((_, weekday) => step + weekday);
      if (hasParity(parity, step)) take(days.filter((each) => isNamed(ons, each)));
    } else take(inMonth(unit === "month" ? step : step * 12 + month - 1));
  }
  return found;
}

// The statutory public holidays of a year, and the two eves (schedule/public_holidays.py).
function holidays(year) {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const easter = Date.UTC(year, month - 1, ((h + l - 7 * m + 114) % 31) + 1) / DAY;
  const on = (number, day) => Date.UTC(year, number - 1, day) / DAY;
  const next = (number, day, weekday) => on(number, day) + ((weekday - weekdayOf(on(number, day)) + 7) % 7);
  return {
    "public-holidays": year > LAST_YEAR ? [] : [on(1, 1), on(1, 6), easter - 2, easter, easter + 1, on(5, 1), easter + 39, easter + 49,
      next(6, 20, 5), next(10, 31, 5), on(12, 6), on(12, 25), on(12, 26)],
    eves: [next(6, 19, 4), on(12, 24)],
  };
}

// Which of some dates an entry of `skip` leaves out.
export function matched(entry, dates) {
  if (typeof entry !== "string") {
    const [from, to] = [numberOf(entry.from), numberOf(entry.to || entry.from)];
    return dates.filter((each) => from <= each && each <= to);
  }
  const free = new Set();
  new Set(dates.map((each) => partsOf(each)[0])).forEach((year) => holidays(year)[entry].forEach((each) => free.add(each)));
  return dates.filter((each) => free.has(each));
}
