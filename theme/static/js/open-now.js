// Says of places whether they are open at the moment, and says it anew as time passes.
//
// The page holds every sentence and from which minute on each is true (publish/pages/open_now.py).
// Minutes are counted from the beginning of 1970 in UTC: no reader's time zone plays a part.
// Nothing is announced: whoever reads the page finds the sentence where it stands.

const MINUTE = 60000;

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
  let trueNow = "";
  for (const [from, sentence] of runs) {
    if (from > minute) break;
    trueNow = sentence;
  }
  return trueNow;
}

// Keeps an element saying what is true; gives back what has to be called when time has passed.
export function keep(element) {
  const runs = read(element.getAttribute("data-runs"));
  const sentences = element.querySelector("template").content.querySelectorAll("p");
  let said = "";
  let shown = null;
  return () => {
    const sentence = sentenceAt(runs, Math.floor(Date.now() / MINUTE));
    if (sentence === said) return;
    said = sentence;
    if (shown) element.removeChild(shown);
    shown = said && element.appendChild(document.importNode(sentences[said], true));
  };
}

const lines = Array.from(document.querySelectorAll(".open-now"), keep);

function sayAll() {
  lines.forEach((say) => say());
}

function sayEveryMinute() {
  sayAll();
  setTimeout(sayEveryMinute, MINUTE - (Date.now() % MINUTE));
}

sayEveryMinute();
// A tab that was away has slept through its minutes.
document.addEventListener("visibilitychange", sayAll);
