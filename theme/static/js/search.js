// Finds pages by words, in an index that is loaded when somebody has begun to write.
//
// What is looked for stays in the browser: parts of the index are asked for by their own names.

const [AT_ONCE, PAUSE, MINUTE] = [10, 300, 60000];
// What a thing is called counts for most, what nobody sees of it for least.
const RANKING = { metaWeights: { title: 40, forms: 20, called: 6, also: 0.05, akin: 0.01 } };
const root = document.querySelector(".search-form");
const [form, words, said, results] = root.children;
const [list, more] = results.children;
const [ROW, COUNT, BUSY, NONE, FAILED, OVER, SOME] = words.content.children;
const [field, title] = [form.q, document.title];

let [engine, query, timer, found, over] = [null, "", 0, [], []];
// How often something was looked for: an answer that nobody waits for any more is dropped.
let turns = 0;
// Words that grow letter by letter are one step for the Back button.
let isStep = true;

function say(sentence, count) {
  said.textContent = sentence ? sentence.textContent.replace("{}", count) : "";
  results.hidden = !sentence;
  root.classList.toggle("is-busy", sentence === BUSY);
}

// Ends are minutes after the beginning of 1970 in UTC; what has none is never over.
const isOver = (end) => end * MINUTE <= Date.now();

// With its next date: if possible, one that is on.
function add({ url, meta }, state) {
  const row = list.appendChild(ROW.cloneNode(true));
  const link = row.firstElementChild;
  const [first, name, note] = link.children;
  const dates = (meta.dates || "").split("\n").map((each) => each.split("|"));
  const left = dates.filter(([end]) => !isOver(end));
  const [, off, when] = left.find((each) => !each[1]) || left[0] || ["", "", meta.when];
  link.href = url;
  first.textContent = state || off ? (state || off) + ": " : "";
  name.textContent = meta.title;
  if (meta.lang) name.lang = meta.lang;
  note.textContent = [meta.kind, meta.where, when].filter(Boolean).join(", ");
}

// Some more rows; what is over comes after all that is not.
async function show(turn) {
  const before = list.children.length;
  const pages = await Promise.all(found.splice(0, AT_ONCE).map((each) => each.data()));
  if (turn !== turns) return;
  pages.forEach((page) => {
    if (isOver(page.meta.over)) over.push(page);
    else add(page, page.meta.state);
  });
  more.hidden = !found.length;
  if (more.hidden) over.forEach((page) => add(page, OVER.textContent));
  else if (list.children.length === before) await show(turn);
}

// Names stand in fields with a digit: of what comes first it is the greatest.
const rank = (result) => +(/\d/.exec(result.matchedMetaFields) || 0);

// Where nothing has all the words, what has some: a word that few things have counts for most.
async function partly() {
  const [each, weight] = [{}, {}];
  for (const word of query.split(/\s+/)) {
    const { results } = await engine.search(word);
    results.forEach((result) => {
      each[result.id] = result;
      weight[result.id] = (weight[result.id] || 0) + (1 + rank(result)) / results.length;
    });
  }
  return Object.values(each).sort((a, b) => weight[b.id] - weight[a.id]);
}

async function look() {
  const turn = ++turns;
  document.title = query ? query + " – " + title : title;
  if (!query) return say();
  if (!engine) say(BUSY);
  try {
    engine = engine || await import("../pagefind/pagefind.js");
    await engine.options({ ranking: RANKING });
    let [{ results: answer }, sentence] = [await engine.search(query), COUNT];
    if (!/\s/.test(query)) answer.sort((a, b) => rank(b) - rank(a));
    else if (!answer.length) [answer, sentence] = [await partly(), SOME];
    if (turn !== turns) return;
    const count = answer.length;
    [found, over, list.textContent] = [answer, [], ""];
    await show(turn);
    if (turn === turns) say(count ? sentence : NONE, count);
  } catch (fault) {
    if (turn !== turns) return;
    // Whoever tries again begins anew.
    if (engine) engine.destroy();
    [engine, list.textContent, more.hidden] = [null, "", true];
    say(FAILED);
  }
}

function begin() {
  const wanted = field.value.trim();
  if (wanted !== query) {
    query = wanted;
    const at = query ? "?q=" + encodeURIComponent(query) : location.pathname;
    if (isStep) history.pushState(null, "", at);
    else history.replaceState(null, "", at);
    isStep = false;
    look();
  } else if (!engine) look();
}

// What the address asks for: when the page is opened, and when somebody goes back to it.
function resume() {
  const asked = (new URLSearchParams(location.search).get("q") || "").trim();
  if (asked === query) return;
  field.value = query = asked;
  isStep = true;
  look();
}

field.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(begin, PAUSE);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  begin();
  isStep = true;
  (query ? said : field).focus();
});
more.addEventListener("click", async () => {
  const seen = list.children.length;
  await show(turns);
  list.children[seen].firstElementChild.focus();
});
addEventListener("popstate", resume);
resume();
root.classList.add("is-ready");
