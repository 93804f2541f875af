// What the time is, for scripts that keep a page true: days are those of Finland, whatever zone a
// reader is in, each as its beginning in UTC.

export const MINUTE = 60000;
export const DAY = 1440 * MINUTE;
// Swedish dates are written as addresses and calendars write them, 2026-12-01.
const CALENDAR = new Intl.DateTimeFormat("sv", { timeZone: "Europe/Helsinki" });

// The date of a moment.
export const dateOf = (moment) => Date.parse(CALENDAR.format(moment));

// The date that a <time> names.
export const dayOf = (time) => Date.parse(time.dateTime.slice(0, 10));

// How long what begins at a <time> goes on: `data-lasts` are minutes (publish/pages/moments.py).
export const lengthOf = (time) => time.getAttribute("data-lasts") * MINUTE;

// Whether that is over: without `data-lasts`, when its day is.
export function isOver(time, now) {
  const hasClock = time.dateTime.length > 10 && time.hasAttribute("data-lasts");
  if (hasClock) return now >= Date.parse(time.dateTime) + lengthOf(time);
  return dateOf(now) > dayOf(time) + lengthOf(time);
}

// Does something at once, on every minute, and when a tab is looked at again: one that was away has
// slept through its minutes.
export function everyMinute(look) {
  function again() {
    look();
    setTimeout(again, MINUTE - (Date.now() % MINUTE));
  }
  again();
  document.addEventListener("visibilitychange", look);
}
