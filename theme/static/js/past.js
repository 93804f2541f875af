// Hides what is over, so that a page stays true when nobody builds it anew.
//
// Nothing is announced, and what has the focus stays. A list with nothing left says so. Other scripts
// have from here what the time is: days are those of Finland, whatever zone a reader is in, each as
// its beginning in UTC.

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

// After the words for today and tomorrow.
const [, , NOTHING, LAST] = document.querySelector("body > template").content.children;
export const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));
const copy = (element) => element.cloneNode(true);
const isHidden = (element) => element.hidden;
const isEmpty = (group) => group.rows.every(isHidden);
// Of a change its day stands above it; of several dates the first counts.
const timeOf = (row) => (row.matches(".change") ? row.closest("section") : row).querySelector("time");

export function hide(element, isToHide) {
  if (!isToHide || !element.contains(document.activeElement)) element.hidden = isToHide;
}

// Rows of one day or of one list; `shell` makes no sense without them, nor does what leads to it.
const groups = all(".event-days__rows, .date-list, .room-free .hours, .place-hours .hours").map((group) => ({
  rows: Array.from(group.children).filter(timeOf),
  shell: group.closest(".event-days, .event-dates > details, .place-hours > details") || group,
  lead: group.matches("p + .date-list, h3 + .hours") && group.previousElementSibling,
  isSilent: group.matches("p + .date-list, details > .date-list, .place-hours > details > *"),
})).filter((group) => group.rows.length);
const rows = all(".names__when, .room > p").filter(timeOf).concat(...groups.map((group) => group.rows));
const days = all("[id=today] h2 > time");
const next = document.querySelector(".event-when__next");
const rest = document.querySelector(".event-dates__rest, .place-hours > details");

// Groups with one parent are one list.
const lists = new Map();
groups.filter((group) => !group.isSilent).forEach((group) => {
  const parent = group.shell.parentNode;
  lists.set(parent, (lists.get(parent) || []).concat(group));
});

function sayWhatIsLeft(members, parent) {
  const said = parent.querySelector(".is-over");
  const isOut = members.every(isEmpty);
  if (isOut && rest && rest.parentNode === parent && !rest.hidden) {
    // All its dates are in sight now, and their number is no longer told; the next week is this one.
    rest.open = true;
    rest.firstElementChild.hidden = true;
  } else if (said) {
    hide(said, !isOut);
  } else if (isOut) {
    const words = copy(parent.matches(".place-hours") ? LAST : NOTHING);
    words.className = "is-over";
    members[members.length - 1].shell.after(words);
  }
}

// Instead of the next date, the next one of those that the page lists: if possible, one that is on.
function sayNext(now) {
  const time = timeOf(next);
  if (!time || next.hidden || !isOver(time, now)) return;
  const listed = all(".event-dates [datetime]:not(.whole)").map((each) => each.closest("li"));
  const left = listed.filter((row) => !isHidden(row));
  const row = left.find((each) => !each.querySelector(".state")) || left[0];
  if (row) {
    const said = "time, .state, .date-list__note";
    all(said, next).forEach((each) => each.remove());
    next.append(...all(said, row).map(copy));
    all(".day-word", next).forEach((word) => word.remove());
  } else {
    next.hidden = true;
    if (!listed.length) next.parentNode.insertBefore(copy(LAST), next).append(copy(time));
  }
  // What was said of that date alone.
  all(".event-when__note, .event-calendar__one").forEach((each) => { each.hidden = true; });
}

everyMinute(() => {
  const now = Date.now();
  rows.forEach((row) => hide(row, isOver(timeOf(row), now)));
  groups.forEach((group) => {
    hide(group.shell, isEmpty(group));
    if (group.lead) hide(group.lead, isEmpty(group));
  });
  all(".event-off").forEach((each) => hide(each, Array.from(each.children).every(isHidden)));
  lists.forEach(sayWhatIsLeft);
  days.forEach((time) => hide(time.closest("section"), isOver(time, now)));
  if (next) sayNext(now);
});
