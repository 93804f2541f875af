// The form by which anybody tells the network of something. Without it the page says how to write.
//
// Nothing is sent from here: the form makes a text, and the person chooses where it goes. What is
// filled in stays in this browser until it is cleared.

import { group, h } from "./form-ask.js";
import { check } from "./form-check.js";
import { done } from "./form-done.js";
import { changedKeys, fileText, isEmpty, keysText, ordered, pruned, slugOf } from "./form-file.js";
import { narrow, read, showDates, write } from "./form-fill.js";
import { copied, fieldProblems, treeOf, valuesOf } from "./form-model.js";
import { filled } from "./form-say.js";
import { choose } from "./form-things.js";
import { nameOf, reach, showProblems, summary } from "./form-wrong.js";

const DRAFT = "kohtaamo-form";
const FOLDERS = { event: "events", place: "places", notice: "notices" };
// Stands for what is missing, so that the rest can be looked at.
const SAMPLE = { title: "-", name: "-", organisers: ["a"], municipality: "a", municipalities: ["a"], kind: "a", start: "2026-12-01 12:00" };
const root = document.getElementById("form");
const [loading, failed, cleared] = root.querySelectorAll(".form__state");
const beginning = root.querySelector(".form__body");

// One of each kind: who takes the wrong way in has not lost what is begun.
const draft = {
  read: (kind) => { try { return JSON.parse(localStorage.getItem(DRAFT + "-" + kind)) || {}; } catch (error) { return {}; } },
  keep: (kind, values) => { try { localStorage.setItem(DRAFT + "-" + kind, JSON.stringify({ kind, values })); } catch (error) { /* It is not kept. */ } },
  clear: (kind) => { try { localStorage.removeItem(DRAFT + "-" + kind); } catch (error) { /* There was none. */ } },
};

// The day in Finland.
function today() {
  const said = {};
  const calendar = new Intl.DateTimeFormat("en", { timeZone: "Europe/Helsinki", year: "numeric", month: "2-digit", day: "2-digit" });
  calendar.formatToParts(new Date()).forEach((part) => { said[part.type] = part.value; });
  return said.year + "-" + said.month + "-" + said.day;
}

function pathOf(kind, tree, values, data, taken) {
  const place = data.places[tree.place];
  const owner = data.organisers.find(([slug]) => [].concat(tree.organisers || tree.maintained_by || []).includes(slug));
  const towns = [].concat(tree.municipality || [], place ? place.in : [], (tree.location && tree.location.municipality) || [], tree.municipalities || [], owner ? owner[2] : []);
  const slug = slugOf(tree.title || tree.name || "", taken);
  return FOLDERS[kind] + "/" + (towns[0] ? towns[0] + "/" : "") + slug + ".md";
}


function ask(data, state) {
  const { kind, base, path } = state;
  const { words } = data;
  const touched = new Set();
  let isTried = false;
  const box = h("div", { class: "form__summary", tabindex: "-1", hidden: true });
  const preview = h("pre", { class: "form__file" });
  const form = h("form", { class: "form__form", novalidate: true }, box,
    path ? h("p", { class: "notes" }, filled(words["existing.chosen"], { title: base.title || base.name })) : "",
    ...data.kinds[kind].map((each) => group(data, each)),
    h("p", { class: "quiet" }, words.review),
    h("button", { class: "button", type: "submit" }, words.check),
    h("details", {}, h("summary", {}, words.preview), preview),
    path ? "" : h("p", {}, words.draft, " ", h("button", { class: "form__clear", type: "button" }, words.clear)));
  const look = () => {
    const values = read(form);
    narrow(form, data, values);
    const tree = pruned(treeOf(kind, read(form), data, base));
    if (!path && data.network.written_in !== data.language) tree.written_in = data.language;
    const found = check(kind, tree, data.rules, today(), data.places);
    // Where something is missing the check stops; the form says all that is wrong at once.
    const missing = found.problems.filter(({ code }) => code === "required").map(({ at }) => at);
    const whole = missing.reduce((all, at) => Object.assign(all, SAMPLE[at] ? { [at]: SAMPLE[at] } : {}), Object.assign({}, tree));
    if (missing.length) {
      const further = check(kind, whole, data.rules, today(), data.places).problems;
      found.problems = found.problems.concat(further.filter(({ at, code }) => (
        !found.problems.some((each) => each.at === at && each.code === code) && !missing.some((key) => at.startsWith(key) || (key === "start" && /^(end|repeat|registration)/.test(at))))));
    }
    const alone = fieldProblems(values, data);
    const together = found.problems.map((problem) => ({ problem, name: nameOf(problem, values, form) }));
    const named = alone.concat(together.filter(({ name, problem }) => !alone.length || problem.code === "required" || !/^(day|last|until|(from|to)\d?)$/.test(name)));
    showProblems(form, data, named, isTried || touched);
    if (form.querySelector(".form__count")) {
      const laid = found.values || check(kind, Object.assign({ title: "-", organisers: ["a"], place: "a" }, tree), data.rules, today(), data.places).values;
      showDates(form, data, laid);
    }
    preview.textContent = fileText(kind, tree, data.rules);
    if (!path) draft.keep(kind, values);
    return { values, tree, named, errors: named.filter(({ problem }) => !data.rules.warnings.includes(problem.code)) };
  };
  form.addEventListener("focusout", (event) => { if (event.target.name) { touched.add(event.target.name); look(); } });
  form.addEventListener("change", (event) => {
    const { id, value, checked } = event.target;
    if (id.startsWith("skip-")) {
      const skips = form.elements.skips.value.split(" ").filter((each) => each && each !== value);
      form.elements.skips.value = skips.concat(checked ? [] : value).sort().join(" ");
    }
    look();
  });
  form.addEventListener("click", (event) => {
    reach(event);
    if (event.target.matches(".form__clear")) { draft.clear(kind); start(); }
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    isTried = true;
    const { values, tree, errors } = look();
    summary(form, data, errors);
    if (errors.length) return;
    finish(data, state, form, tree, values);
  });
  show(form);
  const values = Object.assign(valuesOf(kind, base || {}, data), state.values);
  narrow(form, data, values);
  write(form, values);
  narrow(form, data, values);
  look();
}

function show(...elements) {
  const body = root.querySelector(".form__body");
  root.replaceChild(elements[0] === beginning ? beginning : h("div", { class: "form__body" }, ...elements), body);
}

const focusOn = (element) => { element.setAttribute("tabindex", "-1"); element.focus(); element.scrollIntoView({ block: "start" }); };

// The names that pages of a kind have: a new file takes none of them.
function takenNames(data, kind) {
  return fetch(data.home + "sitemap.xml").then((answer) => answer.text()).then((text) => {
    const section = data.sections[kind].replace(/[/]/g, "\\/");
    return (text.match(new RegExp(section + "[a-z0-9-]+\\/<", "g")) || []).map((each) => each.slice(data.sections[kind].length, -2));
  }).catch(() => []).then((names) => names.concat(data.reserved));
}

function finish(data, { kind, base, path }, form, tree, values) {
  const { words } = data;
  const title = tree.title || tree.name;
  const back = () => { show(form); focusOn(form); };
  const notes = values.missing ? [filled(words["who.told"], { name: values.missing.trim() })] : [];
  if (path) {
    const changed = changedKeys(ordered(pruned(base), kind, data.rules), ordered(tree, kind, data.rules));
    if (changed && isEmpty(changed)) {
      const box = form.querySelector(".form__summary");
      box.textContent = words["existing.nothing"];
      box.hidden = false;
      box.focus();
      return;
    }
    const said = changed ? keysText(changed) : fileText(kind, tree, data.rules);
    tell(data, { subject: filled(words["done.subject_change"], { title }), head: "change " + path, said, notes, back });
    return;
  }
  takenNames(data, kind).then((taken) => {
    const name = pathOf(kind, tree, values, data, taken);
    const file = fileText(kind, tree, data.rules);
    const body = done(data, { subject: filled(words["done.subject_new"], { title }), path: name, file, text: "kohtaamo: new " + name + "\n" + file + "kohtaamo: end\n", notes, back });
    show(body);
    focusOn(body.querySelector("h3"));
  });
}

// Something that there is: what changes, in an envelope (docs/receive.md), or a mistake in words.
function tell(data, { subject, head, said, notes, back }) {
  const text = head ? "kohtaamo: " + head + "\n" + said + "kohtaamo: end\n" : said;
  const body = done(data, { subject, text, notes: notes || [], back });
  show(body);
  focusOn(body.querySelector("h3"));
}

function begin(data, kind, base) {
  const kept = draft.read(kind);
  ask(data, { kind, base, values: !base && kept.kind === kind ? kept.values : undefined });
  focusOn(root.querySelector(".form__group h3"));
}

function existing(data, wanted) {
  const body = choose(data, {
    things: root.getAttribute("data-things"), wanted, today: today(),
    edit: (kind, base, path) => { ask(data, { kind, base, path }); focusOn(root.querySelector(".form__group h3")); },
    copy: (kind, base) => begin(data, kind, copied(base)),
    tell: (about) => tell(data, Object.assign({ back: () => existing(data, wanted) }, about)),
  });
  show(body);
  focusOn(body.querySelector("h3"));
}

function start() {
  show(beginning);
  cleared.hidden = false;
  focusOn(cleared);
}

// What the form asks and by which rules, once somebody begins.
function loaded() {
  failed.hidden = true;
  const wait = setTimeout(() => { loading.hidden = false; }, 500);
  return fetch(root.getAttribute("data-form")).then((answer) => answer.json()).catch((error) => {
    failed.hidden = false;
    focusOn(failed);
    throw error;
  }).finally(() => {
    clearTimeout(wait);
    loading.hidden = true;
  });
}

beginning.addEventListener("click", (event) => {
  const act = event.target.getAttribute("data-act");
  if (!act) return;
  cleared.hidden = true;
  loaded().then((data) => (act === "change" ? existing(data, null) : begin(data, act)));
});
root.hidden = false;
const query = new URLSearchParams(location.search);
const thing = location.search.slice(1);
const wanted = query.get("copy") || query.get("mistake") || (/^[a-z0-9/-]+$/.test(thing) && thing);
if (wanted) loaded().then((data) => existing(data, { name: wanted, action: query.has("copy") ? "copy" : "" }));
