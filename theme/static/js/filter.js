// Narrows a list of events by what a form asks, and keeps the choices in the address.
//
// The pages are the data: a small file says which events have what (publish/facts_file.py), and rows
// are those of this page and of others that hold more of them. Words stand on the page.

const MINUTE = 60000;
const DAY = 1440 * MINUTE;
// An evening that goes on after midnight is still one evening (text/times.py).
const NIGHT = 360 * MINUTE;
const SETTLING = 400;
const MOST_PAGES = 20;
const MOST_FILES = 100;

const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));
const find = (selector, within) => (within || document).querySelector(selector);
const copy = (element) => document.importNode(element, true);
const box = find(".narrow");
const about = box.dataset;
const { style } = find(".page");
const list = find(".events-block__dates");
const said = find(".narrow-said");
const next = find(".narrow-next");
const words = find(".narrow-words").content;
const form = copy(find("template", box).content.firstElementChild);
const fields = new Map(all("[name]", form).map((field) => [field.name, field]));
const results = document.createElement("div");
const language = document.documentElement.lang;
const plural = new Intl.PluralRules(language);
const past = import(find("script[src*='/past.js']").src);
const fetched = {};
// What is asked for by the names of fields, in the order in which it was chosen.
let asked = new URLSearchParams();
let [run, shown, pending, timer] = [0];

// What an address answers, asked for once; after a failure it is asked for again.
function get(address, read) {
  fetched[address] = fetched[address] || fetch(address).then((answer) => {
    if (!answer.ok) throw answer;
    return answer.text();
  }).then(read);
  fetched[address].catch(() => { delete fetched[address]; });
  return fetched[address];
}

// A function of a facet that gives the slugs of the events that have it.
const facts = () => get(about.facts, (text) => {
  const { events, facets } = JSON.parse(text);
  return (facet) => new Set((facets[facet] || []).map((number) => events[number]));
});
const page = (address) => get(address, (text) => new DOMParser().parseFromString(text, "text/html"));

// First and last day that are asked for; nothing for any.
function daysAsked(today) {
  const day = Date.parse(asked.get("day"));
  if (day) return [day, day];
  const when = asked.get("when");
  const sunday = today + (7 - (new Date(today).getUTCDay() || 7)) * DAY;
  const [year, month] = (when || "").split("-");
  return when && ({
    today: [today, today],
    tomorrow: [today + DAY, today + DAY],
    week: [today, sunday],
    weekend: [sunday - DAY, sunday],
  }[when] || [Date.UTC(year, month - 1, 1), Date.UTC(year, month, 0)]);
}

function rowsIn(within) {
  return all(".event-days .event-row", within).map((row) => {
    const section = row.closest(".event-days");
    const day = find("h2 > time, h3 > time", section);
    const time = find("time", row);
    const slug = find("a", row).getAttribute("href").split("/").slice(-2)[0];
    const start = time.getAttribute("datetime");
    const order = day ? day.getAttribute("datetime") : "later";
    return { row, section, order, time, slug, start, key: slug + start };
  });
}

function isWithin({ time, start }, days, dateOf) {
  if (!days) return true;
  const lasts = time.getAttribute("data-lasts") * MINUTE;
  const first = Date.parse(start.slice(0, 10));
  const last = start.length > 10 ? dateOf(Date.parse(start) + lasts - NIGHT) : first + lasts;
  return first <= days[1] && Math.max(first, last) >= days[0];
}

const facetOf = ({ name, value }) => name + "/" + value;
const addressOf = (field) => field.dataset.at + field.value + "/";

// The chosen options that are listings of their own, the one with the fewest events first.
function listings(has) {
  const size = (field) => has(facetOf(field)).size;
  const chosen = all("[data-at]", form).filter(({ value }) => value);
  return chosen.sort((one, other) => size(one) - size(other));
}

// Which pages hold all rows of some days, beside this one.
function sources(days, has) {
  if (days && days[1] > Date.parse(about.near)) {
    const months = days.map((day) => new Date(day).toISOString().slice(0, 7));
    const known = all("option", fields.get("when")).filter(({ value }) => months.includes(value));
    return known.map(({ value }) => about.at + value.replace("-", "/") + "/");
  }
  // Where a series is one row, not all its days are told.
  const isFolded = days && "folded" in about;
  if (!isFolded && !find(".pager [rel=next]")) return [];
  const [less] = listings(has).filter(({ name }) => (days ? name === "municipality" : name !== "place"));
  if (less && !(about.own && has(about.own).size < has(facetOf(less)).size)) return [addressOf(less)];
  return [isFolded ? about.at : location.pathname];
}

// Adds their rows, page after page until the last day is covered; false when some are missing.
async function gather(rows, addresses, last) {
  let isWhole = true;
  for (let address of addresses) {
    for (let left = MOST_PAGES; address; left -= 1) {
      const here = await page(address);
      rows.push(...rowsIn(here));
      const later = find(".pager [rel=next]", here);
      const isCovered = last && rows.some(({ order }) => !(Date.parse(order) <= last));
      if (!left && later) isWhole = false;
      address = left && !isCovered && later && later.getAttribute("href");
    }
  }
  return isWhole;
}

function word(name, count) {
  const named = (form) => find("[data-say=" + name + form + "]", words);
  const found = copy(count ? named("-" + plural.select(count)) || named("-many") : named(""));
  found.textContent = found.textContent.replace("#", count);
  return found;
}

function label([name, value]) {
  const field = fields.get(name);
  const from = field.selectedOptions ? field.selectedOptions[0] : field.nextElementSibling;
  const text = document.createElement("span");
  text.setAttribute("data-choice", "");
  if (from && from.lang) text.lang = from.lang;
  text.textContent = from ? from.textContent
    : new Date(Date.parse(value) + DAY / 2).toLocaleDateString(language);
  return text;
}

function hide(element, isToHide) {
  // Whoever stood on what goes away stands on the switch of the form.
  if (isToHide && element.contains(document.activeElement)) box.firstElementChild.focus();
  element.hidden = isToHide;
}

const say = (...parts) => { said.textContent = ""; said.append(...parts); };

function put(rows) {
  let [section, order] = [];
  results.textContent = "";
  rows.forEach((each) => {
    if (each.order !== order) {
      section = results.appendChild(copy(each.section));
      section.firstElementChild.setAttribute("aria-level", about.level);
      section.lastElementChild.textContent = "";
      order = each.order;
    }
    section.lastElementChild.append(copy(each.row));
  });
  all(".day-word", results).forEach((each) => each.remove());
  // Today and tomorrow are called so here too.
  document.dispatchEvent(new Event("visibilitychange"));
}

function show(rows, isWhole, has) {
  const sight = rows.map(({ key }) => key).join() + asked + isWhole;
  if (sight === shown) return;
  shown = sight;
  put(rows);
  const events = new Set(rows.map(({ slug }) => slug)).size;
  const parts = events ? [word("events", events), ": "] : [word("none"), " "];
  if (rows.length > events) parts.splice(1, 0, ", ", word("dates", rows.length));
  Array.from(asked, label).forEach((each, at) => parts.push(at ? ", " : "", each));
  if (!isWhole) parts.push(". ", word("part"));
  say(...parts);
  const [nearest] = listings(has);
  const follow = find("a", next);
  follow.href = (nearest ? addressOf(nearest) : "") + "#" + about.follow;
  follow.lastElementChild.textContent = (nearest ? nearest.selectedOptions[0] : find("h1")).textContent;
  next.setAttribute("data-sight", events ? events > MOST_FILES ? "many" : "some" : "none");
}

function showWhole(isWhole) {
  all(".events-block__dates, .by-town, .front-towns").forEach((each) => hide(each, !isWhole));
  hide(results, isWhole);
  hide(next, isWhole);
  style.visibility = "";
  if (isWhole) shown = "";
}

async function found(has, { isOver, dateOf }) {
  const days = daysAsked(dateOf(Date.now()));
  const facets = Array.from(asked).filter(([name]) => name !== "when" && name !== "day");
  const sets = facets.map(([name, value]) => has(name + "/" + (value === "1" ? "" : value)));
  const rows = [];
  const isWhole = await gather(rows, sources(days, has), days && days[1]).catch(() => false);
  const kept = new Map();
  // Elsewhere stand events that this list has not.
  const own = rows.filter(({ slug }) => !about.own || has(about.own).has(slug));
  own.concat(rowsIn(list)).forEach((each) => {
    const isAsked = isWithin(each, days, dateOf) && sets.every((set) => set.has(each.slug));
    if (isAsked && !kept.has(each.key) && !isOver(each.time, Date.now())) kept.set(each.key, each);
  });
  const inOrder = Array.from(kept.values()).sort((one, other) => one.order.localeCompare(other.order));
  return [inOrder, isWhole, has];
}

async function narrow() {
  run += 1;
  const mine = run;
  if (!String(asked)) {
    say();
    showWhole(true);
    return;
  }
  const sight = await Promise.all([facts(), past]).then((both) => found(...both)).catch(() => null);
  if (mine !== run) return;
  if (sight) show(...sight);
  else say(word("failed"));
  showWhole(!sight);
}

function choose(name, value) {
  asked.delete({ day: "when", when: "day" }[name]);
  asked.delete(name);
  if (value) asked.set(name, value);
}

const isTick = (field) => field.type === "checkbox";

// What the address asks for; what nothing here has is left out.
function read() {
  clearTimeout(timer);
  pending = "";
  asked = new URLSearchParams();
  new URLSearchParams(location.search).forEach((value, name) => {
    const field = fields.get(name);
    if (!field) return;
    if (!isTick(field)) field.value = value;
    if (field.value === value) choose(name, value);
  });
  fields.forEach((field, name) => {
    if (isTick(field)) field.checked = asked.has(name);
    else field.value = asked.get(name) || "";
  });
  const switches = all(".language-switch [href]");
  switches.forEach((link) => link.setAttribute("href", link.pathname + location.search));
}

function push() {
  const query = String(asked) && "?" + asked;
  if (query !== location.search) history.pushState(null, "", location.pathname + query);
}

const look = () => { read(); narrow(); };
const again = () => { push(); look(); };

function take({ target, type }) {
  const value = isTick(target) && !target.checked ? "" : target.value;
  // The figures of a year are typed one by one.
  if (value === (asked.get(target.name) || "") || (type === "change" && value[0] === "0")) return;
  // Who goes through a list with the keys, or types a day, makes one choice.
  if (pending !== target.name) push();
  pending = target.name;
  choose(pending, value);
  clearTimeout(timer);
  timer = setTimeout(again, SETTLING);
}

function loosen({ target }) {
  const what = target.dataset.do;
  if (what === "clear") asked = new URLSearchParams();
  else if (what === "undo") asked.delete(Array.from(asked.keys()).pop());
  else return;
  again();
  box.firstElementChild.focus();
}

box.replaceChild(form, find(".narrow__ways"));
results.setAttribute("data-narrowed", "");
list.parentNode.insertBefore(results, list);
box.addEventListener("toggle", () => facts().catch(() => {}));
["change", "focusout"].forEach((each) => form.addEventListener(each, take));
next.addEventListener("click", loosen);
addEventListener("popstate", look);
// Nothing moves when a page is opened that is narrowed already.
style.visibility = location.search && "hidden";
setTimeout(() => { style.visibility = ""; }, 5 * SETTLING);
look();
setInterval(() => { if (!results.contains(document.activeElement)) narrow(); }, MINUTE);
