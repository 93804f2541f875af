// Narrows a list of events by what a form asks, and keeps the choices in the address.
//
// The pages are the data: a small file says which events have what (publish/facts_file.py), and rows
// are those of this page and of others that hold more of them. Words stand on the page.

import { DAY, MINUTE, dateOf, dayOf, endOf, isOver } from "./past.js";

// An evening that goes on after midnight is still one evening (text/times.py).
const NIGHT = 360 * MINUTE;
const SETTLING = 400;
const MOST_PAGES = 20;
const MOST_FILES = 100;

export const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));
export const find = (selector, within = document) => within.querySelector(selector);
export const copy = (element) => element.cloneNode(true);
const box = find(".narrow");
export const about = box.dataset;
const { style } = find(".page");
const list = find(".events-block__dates");
export const said = find(".narrow-said");
export const next = find(".narrow-next");
export const words = find(".narrow-words").content;
const form = copy(find("template", box).content.firstElementChild);
const fields = new Map(all("[name]", form).map((field) => [field.name, field]));
const results = document.createElement("div");
const language = document.documentElement.lang;
const plural = new Intl.PluralRules(language);
const fetched = {};
// What is asked for by the names of fields, in the order in which it was chosen.
let asked = new URLSearchParams();
let [run, shown, pending, timer] = [0];

export async function load(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw answer;
  return answer.text();
}

// What is made of an answer, asked for once; after a failure it is asked for again.
function get(address, read) {
  fetched[address] = fetched[address] || load(address).then(read);
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
  const when = asked.get("day") || asked.get("when");
  if (!when) return null;
  const sunday = today + ((7 - new Date(today).getUTCDay()) % 7) * DAY;
  const [year, month, day] = when.split("-");
  const first = Date.parse(when);
  return {
    today: [today, today],
    tomorrow: [today + DAY, today + DAY],
    week: [today, sunday],
    weekend: [sunday - DAY, sunday],
  }[when] || [first, day ? first : Date.UTC(year, month, 0)];
}

function rowsIn(within) {
  return all(".event-days .event-row", within).map((row) => {
    const section = row.closest(".event-days");
    const day = find("h2 > time, h3 > time", section);
    const time = find("time", row);
    const slug = find("a", row).pathname.split("/").slice(-2)[0];
    return { row, section, order: day ? day.dateTime : "later", time, slug, key: slug + time.dateTime };
  });
}

function isWithin({ time }, days) {
  const first = dayOf(time);
  const last = time.dateTime.length > 10 ? dateOf(endOf(time) - NIGHT) : endOf(time);
  return !days || (first <= days[1] && Math.max(first, last) >= days[0]);
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
  const less = listings(has).find(({ name }) => (days ? name === "municipality" : name !== "place"));
  if (less && !(about.own && has(about.own).size < has(facetOf(less)).size)) return [addressOf(less)];
  return [isFolded ? about.at : location.pathname];
}

// Adds the rows of a page and of those that follow it, until the last day is covered; false when
// some are missing.
async function gather(rows, address, last, left = MOST_PAGES) {
  const here = await page(address);
  const added = rowsIn(here);
  rows.push(...added);
  const later = find(".pager [rel=next]", here);
  if (!later || (last && added.some(({ order }) => !(Date.parse(order) <= last)))) return true;
  return left > 0 && gather(rows, later.href, last, left - 1);
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
  text.dataset.choice = "";
  if (from && from.lang) text.lang = from.lang;
  const [year, month, day] = value.split("-");
  text.textContent = from ? from.textContent
    : new Date(year, month - 1, day).toLocaleDateString(language);
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
  next.dataset.sight = events ? events > MOST_FILES ? "many" : "some" : "none";
}

function showWhole(isWhole) {
  all(".events-block__dates, .by-town, .front-towns").forEach((each) => hide(each, !isWhole));
  hide(results, isWhole);
  hide(next, isWhole);
  style.visibility = "";
  if (isWhole) shown = "";
}

async function found(has) {
  const days = daysAsked(dateOf(Date.now()));
  const facets = Array.from(asked).filter(([name]) => name !== "when" && name !== "day");
  const sets = facets.map(([name, value]) => has(name + "/" + (value === "1" ? "" : value)));
  // Elsewhere stand events that this list has not.
  if (about.own) sets.push(has(about.own));
  const rows = [];
  const fetching = sources(days, has).map((each) => gather(rows, each, days && days[1]));
  const isWhole = await Promise.all(fetching).then((parts) => parts.every(Boolean), () => false);
  const kept = new Map();
  rows.concat(rowsIn(list)).forEach((each) => {
    const isAsked = isWithin(each, days) && sets.every((set) => set.has(each.slug));
    if (isAsked && !kept.has(each.key) && !isOver(each.time, Date.now())) kept.set(each.key, each);
  });
  const inOrder = Array.from(kept.values()).sort((one, other) => one.order.localeCompare(other.order));
  return [inOrder, isWhole, has];
}

async function narrow() {
  const mine = ++run;
  const isAsked = String(asked);
  const sight = isAsked && await facts().then(found).catch(() => null);
  if (mine !== run) return;
  if (sight) show(...sight);
  else say(isAsked && word("failed"));
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
results.dataset.narrowed = "";
list.before(results);
box.addEventListener("toggle", () => facts().catch(() => {}));
["change", "focusout"].forEach((each) => form.addEventListener(each, take));
next.addEventListener("click", loosen);
addEventListener("popstate", look);
// Nothing moves when a page is opened that is narrowed already.
style.visibility = location.search && "hidden";
setTimeout(() => { style.visibility = ""; }, 5 * SETTLING);
look();
setInterval(() => { if (!results.contains(document.activeElement)) narrow(); }, MINUTE);
