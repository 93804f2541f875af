// Calls the dates of today and tomorrow by these words, which stand on the page.
//
// Days are those of Finland, whatever zone a reader is in. Nothing is announced.

const MINUTE = 60000;
const DAY = 1440 * MINUTE;
const CALENDAR = new Intl.DateTimeFormat("en", {
  timeZone: "Europe/Helsinki", year: "numeric", month: "numeric", day: "numeric",
});
const DATES = ".event-days__day > time, .event-row--dated [datetime], .event-when__next [datetime],"
  + ".date-list [datetime], .hours__day [datetime]";

// The date of a moment in Finland, as the beginning of that date in UTC.
export function dateOf(moment) {
  const said = {};
  CALENDAR.formatToParts(moment).forEach((part) => { said[part.type] = part.value; });
  return Date.UTC(said.year, said.month - 1, said.day);
}

const [TODAY, TOMORROW] = document.querySelector("body > template").content.children;
// By <time>, the word that it has, which is said of one day.
const known = new WeakMap();

function wordOf(sentence, isAfter) {
  const word = document.createElement("span");
  word.className = "day-word";
  word.appendChild(document.importNode(sentence, true));
  const blank = document.createTextNode(isAfter ? ", " : " ");
  word.insertBefore(blank, isAfter ? word.firstChild : null);
  return word;
}

// Before a date as it is said in a sentence; behind one that is a heading.
function put(word, time, isAfter) {
  if (isAfter) return time.appendChild(word);
  const date = time.querySelector(".event-row__date");
  const first = date ? date.firstChild : time.matches(".whole") ? time : time.firstChild;
  return first.parentNode.insertBefore(word, first);
}

function call(time, today) {
  const away = Date.parse(time.getAttribute("datetime").slice(0, 10)) - today;
  const sentence = away === 0 ? TODAY : away === DAY ? TOMORROW : null;
  const [said, word] = known.get(time) || [null, null];
  if (said === sentence) return;
  if (word) word.parentNode.removeChild(word);
  const isAfter = time.parentNode.matches(".event-days__day");
  known.set(time, [sentence, sentence && put(wordOf(sentence, isAfter), time, isAfter)]);
}

function callAll() {
  const today = dateOf(Date.now());
  document.querySelectorAll(DATES).forEach((time) => call(time, today));
}

function callEveryMinute() {
  callAll();
  setTimeout(callEveryMinute, MINUTE - (Date.now() % MINUTE));
}

callEveryMinute();
document.addEventListener("visibilitychange", callAll);
