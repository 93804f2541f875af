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

// When that is over which begins at a <time> and lasts some minutes (publish/pages/moments.py); of
// whole days, the last one.
export const endOf = (time) => Date.parse(time.dateTime) + (time.dataset.lasts || 0) * MINUTE;

// What tells of no end goes on to the end of its day.
export function isOver(time, now) {
  if (time.dateTime.length < 11) return dateOf(now) > endOf(time);
  return time.dataset.lasts ? now >= endOf(time) : dateOf(now) > dayOf(time);
}

// Does something at once, on every minute, and when a tab is looked at again: one that was away has
// slept through its minutes.
export function everyMinute(look) {
  function again() {
    look();
    setTimeout(again, MINUTE - Date.now() % MINUTE);
  }
  again();
  document.addEventListener("visibilitychange", look);
}
