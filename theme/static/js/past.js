// Hides what is over, so that a page stays true when nobody builds it anew.
//
// A <time> says when something begins, and `data-lasts` how many minutes it goes on: without it, to
// the end of that day in Finland (publish/pages/moments.py). Nothing is announced, and what has the
// focus stays. A list with nothing left says so.

const MINUTE = 60000;
const CALENDAR = new Intl.DateTimeFormat("en", {
  timeZone: "Europe/Helsinki", year: "numeric", month: "numeric", day: "numeric",
});

// The date of a moment in Finland, as the beginning of that date in UTC.
export function dateOf(moment) {
  const said = {};
  CALENDAR.formatToParts(moment).forEach((part) => { said[part.type] = part.value; });
  return Date.UTC(said.year, said.month - 1, said.day);
}

export function isOver(time, now) {
  const start = time.getAttribute("datetime");
  const lasts = time.getAttribute("data-lasts") * MINUTE;
  if (start.length > 10 && time.hasAttribute("data-lasts")) return now >= Date.parse(start) + lasts;
  return dateOf(now) > Date.parse(start.slice(0, 10)) + lasts;
}

const [NOTHING, LAST] = document.querySelector("body > template").content.querySelectorAll("p");
const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));
const copy = (element) => document.importNode(element, true);
const isHidden = (element) => element.hidden;
// Of a change its day stands above it; of several dates the first counts.
const timeOf = (row) => (row.matches(".change") ? row.closest("section") : row).querySelector("time");

function hide(element, isToHide) {
  const isUsed = isToHide && element.contains(document.activeElement);
  if (element.hidden !== isToHide && !isUsed) element.hidden = isToHide;
}

// Rows of one day or of one list; `shell` makes no sense without them, nor does what leads to it.
const groups = all(".event-days__rows, .date-list, .room-free .hours, .place-hours .hours").map((group) => ({
  rows: Array.from(group.children).filter(timeOf),
  shell: group.closest(".event-days, .event-dates > details, .place-hours > details") || group,
  lead: group.matches("p + .date-list, h3 + .hours") ? group.previousElementSibling : null,
  isSilent: group.matches("p + .date-list, details > .date-list, .place-hours > details > *"),
})).filter((group) => group.rows.length);
const alone = all(".names__when, .room > p").filter(timeOf);
const days = all("[id=today] h2 > time");
const next = document.querySelector(".event-when__next");
const rest = document.querySelector(".event-dates__rest, .place-hours > details");

// Groups with one parent are one list.
const lists = new Map();
groups.filter((group) => !group.isSilent).forEach((group) => {
  const parent = group.shell.parentNode;
  lists.set(parent, (lists.get(parent) || []).concat(group));
});

function hideGroup(group) {
  const isEmpty = group.rows.every(isHidden);
  hide(group.shell, isEmpty);
  if (group.lead) hide(group.lead, isEmpty);
}

function sayWhatIsLeft(members, parent) {
  const said = all(".is-over", parent)[0];
  const isEmpty = members.every((group) => group.rows.every(isHidden));
  if (isEmpty && rest && rest.parentNode === parent && !rest.hidden) {
    // All its dates are in sight now, and their number is no longer told; the next week is this one.
    rest.open = true;
    rest.firstElementChild.hidden = true;
  } else if (said) {
    hide(said, !isEmpty);
  } else if (isEmpty) {
    const last = members[members.length - 1].shell;
    const words = parent.matches(".place-hours") ? LAST : NOTHING;
    parent.insertBefore(copy(words), last.nextSibling).className = "is-over";
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
    all("time, .state, .date-list__note", next).forEach((each) => next.removeChild(each));
    all("time, .state, .date-list__note", row).forEach((each) => next.appendChild(copy(each)));
    all(".day-word", next).forEach((word) => word.parentNode.removeChild(word));
  } else {
    next.hidden = true;
    if (!listed.length) next.parentNode.insertBefore(copy(LAST), next).appendChild(copy(time));
  }
  // What was said of that date alone.
  all(".event-when__note, .event-calendar__one").forEach((each) => { each.hidden = true; });
}

function look() {
  const now = Date.now();
  const lookAt = (row) => hide(row, isOver(timeOf(row), now));
  groups.forEach((group) => group.rows.forEach(lookAt));
  alone.forEach(lookAt);
  groups.forEach(hideGroup);
  all(".event-off").forEach((each) => hide(each, Array.from(each.children).every(isHidden)));
  lists.forEach(sayWhatIsLeft);
  days.forEach((time) => hide(time.closest("section"), isOver(time, now)));
  if (next) sayNext(now);
}

function lookEveryMinute() {
  look();
  setTimeout(lookEveryMinute, MINUTE - (Date.now() % MINUTE));
}

lookEveryMinute();
document.addEventListener("visibilitychange", look);
