// Says of places whether they are open at the moment, and says it anew as time passes.
//
// The page holds every sentence and from which minute on each is true (publish/pages/open_now.py).
// Minutes are counted from the beginning of 1970 in UTC: no reader's time zone plays a part.
// Nothing is announced: whoever reads the page finds the sentence where it stands.

import { MINUTE, everyMinute } from "./past.js";

// "29678280:0 540:1 360:" as [[29678280, "0"], [29678820, "1"], [29679180, ""]].
export function read(text) {
  let minute = 0;
  return text.split(" ").map((run) => {
    const [later, sentence] = run.split(":");
    minute += Number(later);
    return [minute, sentence];
  });
}

// The number of the sentence that is true in a minute; "" when there is nothing to be said.
export function sentenceAt(runs, minute) {
  let said = "";
  for (const [from, sentence] of runs) {
    if (from > minute) break;
    said = sentence;
  }
  return said;
}

// Keeps an element saying what is true.
function keep(element) {
  const runs = read(element.dataset.runs);
  const sentences = element.querySelector("template").content.querySelectorAll("p");
  let said = "";
  let shown;
  everyMinute(() => {
    const sentence = sentenceAt(runs, Date.now() / MINUTE);
    if (sentence === said) return;
    said = sentence;
    if (shown) shown.remove();
    shown = said && element.appendChild(sentences[said].cloneNode(true));
  });
}

document.querySelectorAll(".open-now").forEach(keep);
