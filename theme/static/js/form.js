// The form by which anybody tells the network of something. Without it the page says how to write.
//
// Nothing is sent from here: the form makes a text, and the person chooses where it goes. What is
// filled in stays in this browser until it is cleared.

import { group } from "./form-ask.js";
import { check } from "./form-check.js";
import { done } from "./form-done.js";
import { h, pressed } from "./form-field.js";
import { changedKeys, fileText, isEmpty, keysText, ordered, pictureName, pruned, slugOf } from "./form-file.js";
import { narrow, read, showDates, write } from "./form-fill.js";
import { copied, fieldProblems, newcomer, newcomerSlug, treeOf, valuesOf } from "./form-model.js";
import { envelope, fileOf, picturesOf, takenNames } from "./form-ready.js";
import { filled } from "./form-say.js";
import { choose, choosePlace } from "./form-things.js";
import { coming, daysOnly, problemsOf, today } from "./form-whole.js";
import { nameOf, reach, showProblems, summary } from "./form-wrong.js";

const DRAFT = "kohtaamo-form";
const root = document.getElementById("form");
const [loading, failed, cleared] = root.querySelectorAll(".form__state");
const beginning = root.querySelector(".form__body");

// One of each kind: who takes the wrong way in has not lost what is begun.
const draft = {
  read: (kind) => { try { return JSON.parse(localStorage.getItem(DRAFT + "-" + kind)) || {}; } catch (error) { return {}; } },
  keep: (kind, values) => { try { localStorage.setItem(DRAFT + "-" + kind, JSON.stringify({ kind, values })); } catch (error) { /* It is not kept. */ } },
  clear: (kind) => { try { localStorage.removeItem(DRAFT + "-" + kind); } catch (error) { /* There was none. */ } },
};

function ask(known, state) {
  const { kind, path } = state;
  const only = state.isDays ? daysOnly(known, state.base) : null;
  const data = only ? only.data : known;
  const base = only ? only.base : state.base;
  const { words } = data;
  const touched = new Set();
  let isTried = false;
  const box = h("div", { class: "form__summary", tabindex: "-1", hidden: true });
  const preview = h("pre", { class: "form__file" });
  const days = only ? coming(data, state.base) : "";
  const form = h("form", { class: "form__form", novalidate: true }, box,
    path ? h("p", { class: "notes" }, filled(words["existing.chosen"], { title: base.title || base.name })) : "",
    days ? h("p", {}, filled(words["open.told"], { days })) : "",
    ...data.kinds[kind].map((each) => group(data, each)),
    h("p", { class: "quiet" }, words.review),
    h("button", { class: "button", type: "submit" }, words.check),
    h("details", {}, h("summary", {}, words.preview), preview),
    path ? "" : h("p", {}, words.draft, " ", h("button", { class: "form__clear", type: "button", "data-act": "clear" }, words.clear)));
  const look = () => {
    const values = read(form);
    narrow(form, data, values);
    const tree = pruned(treeOf(kind, read(form), data, base));
    const told = only ? only.told(tree) : [];
    const added = tree.exceptions;
    if (told.length) tree.exceptions = told.concat(added || []);
    if (!path && data.network.written_in !== data.language) tree.written_in = data.language;
    const found = problemsOf(kind, tree, data);
    const alone = fieldProblems(values, data);
    const own = (at) => at.replace(/^exceptions\[(\d+)\]/, (whole, index) => "exceptions[" + (index - told.length) + "]");
    const together = found.problems.map((problem) => ({ problem, name: nameOf(Object.assign({}, problem, { at: own(problem.at) }), values, form) }));
    const first = kind === "organiser" ? null : newcomer(values, data);
    const ofFirst = first ? problemsOf("organiser", first, data).problems.map((problem) => ({ problem, name: "new." + problem.at.replace(/\[.*/, "") })) : [];
    const named = alone.concat(together.filter(({ name, problem }) => !alone.length || problem.code === "required" || !/^(day|last|until|(from|to))$/.test(name)), ofFirst);
    if (only && !added) named.push({ name: (form.querySelector("[name$='.date']") || { name: "exceptions" }).name, problem: { at: "", code: "required", values: {} } });
    showProblems(form, data, named, isTried || touched);
    if (form.querySelector(".form__count")) {
      const laid = found.values || check(kind, Object.assign({ title: "-", organisers: ["a"], place: "a" }, tree), data.rules, today(), data.places).values;
      showDates(form, data, laid);
    }
    preview.textContent = only ? keysText(ordered(added ? { exceptions: added } : {}, kind, data.rules)) : fileText(kind, tree, data.rules);
    if (!path) draft.keep(kind, values);
    return { values, tree, added, first, errors: named.filter(({ problem }) => !data.rules.warnings.includes(problem.code)) };
  };
  form.addEventListener("focusout", (event) => { if (event.target.name) { touched.add(event.target.name); look(); } });
  form.addEventListener("change", (event) => {
    const { id, value, checked, files } = event.target;
    if (files) {
      const hidden = event.target.nextSibling;
      hidden.value = files.length ? pictureName(files[0].name) : "";
      touched.add(hidden.name);
    }
    if (id.startsWith("skip-")) {
      const skips = form.elements.skips.value.split(" ").filter((each) => each && each !== value);
      form.elements.skips.value = skips.concat(checked ? [] : value).sort().join(" ");
    }
    look();
  });
  form.addEventListener("click", (event) => {
    reach(event);
    if (event.target.getAttribute("data-list")) { pressed(event); look(); }
    if (event.target.getAttribute("data-act") === "clear") { draft.clear(kind); start(); }
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    isTried = true;
    const { errors, tree, added, first } = look();
    summary(form, data, errors);
    if (!errors.length) finish(data, Object.assign({}, state, { first, added: only && added }), form, tree);
  });
  show(form);
  const values = Object.assign(valuesOf(kind, base || {}, data), state.values);
  if (only) values["exceptions.0.was"] = "";
  narrow(form, data, values);
  write(form, values);
  narrow(form, data, values);
  if (!path) form.querySelectorAll("details").forEach((each) => { each.open = isFilled(each); });
  look();
}

const isFilled = (part) => Array.from(part.querySelectorAll("[name]")).some((each) => (/^(checkbox|radio)$/.test(each.type) ? each.checked && each.value : each.value));

function show(...elements) {
  const body = root.querySelector(".form__body");
  root.replaceChild(elements[0] === beginning ? beginning : h("div", { class: "form__body" }, ...elements), body);
}

const focusOn = (element) => { element.setAttribute("tabindex", "-1"); element.focus(); element.scrollIntoView({ block: "start" }); };

function finish(data, { kind, base, path, first, added }, form, tree) {
  const { words } = data;
  const title = tree.title || tree.name;
  const back = () => { show(form); focusOn(form); };
  const before = first ? fileOf(data, "organiser", first, newcomerSlug(first, data)) : null;
  const pictures = picturesOf(tree, base);
  if (path) {
    const changed = added ? ordered({ exceptions: added }, kind, data.rules) : changedKeys(ordered(pruned(base), kind, data.rules), ordered(tree, kind, data.rules));
    if (changed && isEmpty(changed)) {
      const box = form.querySelector(".form__summary");
      box.textContent = words["existing.nothing"];
      box.hidden = false;
      box.focus();
      return;
    }
    const said = changed ? keysText(changed) : fileText(kind, tree, data.rules);
    tell(data, { title, subject: filled(words["done.subject_change"], { title }), head: "change " + path, said, first: before, pictures, back });
    return;
  }
  takenNames(data, kind).then((taken) => {
    finished(data, Object.assign(fileOf(data, kind, tree, slugOf(title, taken)), { first: before, pictures, back }));
  });
}

function finished(data, about) {
  const body = done(data, about);
  show(body);
  focusOn(body.querySelector("h3"));
}

// Something that there is: what changes, in an envelope (docs/receive.md), or a mistake in words.
function tell(data, about) {
  finished(data, Object.assign({}, about, { text: about.head ? envelope(about.head, about.said) : about.said }));
}

function begin(data, kind, base) {
  const kept = draft.read(kind);
  ask(data, { kind, base, values: !base && kept.kind === kind ? kept.values : undefined });
  focusOn(root.querySelector(".form__group h3"));
}

function existing(data, wanted, chooser) {
  const body = chooser(data, {
    things: root.getAttribute("data-things"), wanted, today: today(),
    edit: (kind, base, path) => { ask(data, { kind, base, path }); focusOn(root.querySelector(".form__group h3")); },
    open: (base, path) => { ask(data, { kind: "place", base, path, isDays: true }); focusOn(root.querySelector(".form__group h3")); },
    copy: (kind, base) => begin(data, kind, copied(base)),
    tell: (about) => tell(data, Object.assign({ back: () => existing(data, wanted, chooser) }, about)),
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

const CHOOSERS = { change: choose, hours: choosePlace };
beginning.addEventListener("click", (event) => {
  const button = event.target.closest("[data-act]");
  const act = button && button.getAttribute("data-act");
  if (!act) return;
  cleared.hidden = true;
  loaded().then((data) => (CHOOSERS[act] ? existing(data, null, CHOOSERS[act]) : begin(data, act)));
});
root.hidden = false;
const query = new URLSearchParams(location.search);
const thing = location.search.slice(1);
const wanted = query.get("copy") || query.get("mistake") || (/^[a-z0-9/-]+$/.test(thing) && thing);
root.classList.toggle("form--wanted", Boolean(wanted));
if (wanted) loaded().then((data) => existing(data, { name: wanted, action: query.has("copy") ? "copy" : "" }, choose));
