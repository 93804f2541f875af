// Calls the dates of today and tomorrow by these words, which stand on the page.
//
// Nothing is announced.

import { DAY, dateOf, dayOf, everyMinute } from "./past.js";

const DATES = ".event-days__day > time, .event-row--dated [datetime], .event-when__next [datetime]," +
  ".date-list [datetime], .hours__day [datetime]";
const [TODAY, TOMORROW] = document.querySelector("body > template").content.children;
// By <time>, what it is called, and the word that says so.
const known = new WeakMap();

// Before a date as it is said in a sentence; behind one that is a heading.
function put(sentence, time) {
  const word = document.createElement("span");
  word.className = "day-word";
  word.append(sentence.cloneNode(true));
  if (time.parentNode.matches(".event-days__day")) {
    word.prepend(", ");
    time.append(word);
  } else {
    word.append(" ");
    if (time.matches(".whole")) time.before(word);
    else (time.querySelector(".event-row__date") || time).prepend(word);
  }
  return word;
}

function call(time, today) {
  const sentence = [TODAY, TOMORROW][(dayOf(time) - today) / DAY];
  const [said, word] = known.get(time) || [];
  if (said === sentence) return;
  if (word) word.remove();
  known.set(time, [sentence, sentence && put(sentence, time)]);
}

everyMinute(() => {
  const today = dateOf(Date.now());
  document.querySelectorAll(DATES).forEach((time) => call(time, today));
});
