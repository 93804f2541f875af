// Takes notices that are over off the lists in which they stand, and says so on their own pages.
//
// Each part of a page that lists some, or is of one, goes with the last of them: its heading too, and
// the way to it, which tells how many are left. Nothing is announced.

import { all, everyMinute, hide, isOver } from "./past.js";

const [, , NOTHING] = document.querySelector("body > template").content.children;

// To a part of the page, from the top of it.
function tell(way, count) {
  const note = way.nextElementSibling;
  note.textContent = note.textContent.replace(/\d+/, count);
  hide(way.parentNode, !count);
  const ways = way.closest("nav");
  hide(ways, !ways.querySelector("li:not([hidden])"));
}

everyMinute(() => {
  const now = Date.now();
  all(".by-until [datetime]").forEach((time) => hide(time.closest("li") || time.parentNode, isOver(time, now)));
  all(".by-until, .by-until > .names").forEach((part) => {
    const count = all("[datetime]", part).filter((time) => !isOver(time, now)).length;
    hide(part, !count);
    const way = part.id && document.querySelector('[href="#' + part.id + '"]');
    if (way) tell(way, count);
    if (part.hidden && part.matches(".by-until--said:not(.is-said)")) {
      part.classList.add("is-said");
      part.after(NOTHING.cloneNode(true));
      // Nobody is asked to call about it any more.
      all(".event-ask").forEach((each) => hide(each, true));
    }
  });
});
