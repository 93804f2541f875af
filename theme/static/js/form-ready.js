// What a new file is called and what stands in it; which names are taken.

import { fileText } from "./form-file.js";
import { filled } from "./form-say.js";

const FOLDERS = { event: "events", place: "places", notice: "notices", organiser: "organisers" };

function pathOf(kind, tree, data, slug) {
  const place = data.places[tree.place];
  const owner = data.organisers.find(([known]) => [].concat(tree.organisers || tree.maintained_by || []).includes(known));
  const towns = [].concat(tree.municipality || [], place ? place.in : [], (tree.location && tree.location.municipality) || [], tree.municipalities || [], owner ? owner[2] : []);
  return FOLDERS[kind] + "/" + (towns[0] ? towns[0] + "/" : "") + slug + ".md";
}

// The names that pages of a kind have: a new file takes none of them. A large sitemap lists others.
export function takenNames(data, kind) {
  if (kind === "organiser") return Promise.resolve(data.organisers.map(([slug]) => slug).concat(data.reserved));
  const text = (name) => fetch(data.home + name).then((answer) => answer.text());
  const section = new RegExp(data.sections[kind] + "([a-z0-9-]+)/<", "g");
  return text("sitemap.xml").then((whole) => Promise.all([whole].concat((whole.match(/sitemap-\d+\.xml/g) || []).map(text)))).then((texts) => {
    const names = [];
    texts.join().replace(section, (found, name) => names.push(name));
    return names;
  }).catch(() => []).then((names) => names.concat(data.reserved));
}

export const envelope = (head, said) => "kohtaamo: " + head + "\n" + said + "kohtaamo: end\n";

export function fileOf(data, kind, tree, slug) {
  const title = tree.title || tree.name;
  const path = pathOf(kind, tree, data, slug);
  const file = fileText(kind, tree, data.rules);
  return { title, subject: filled(data.words["done.subject_new"], { title }), path, file, text: envelope("new " + path, file) };
}

// The pictures that the thing has not had before.
export const picturesOf = (tree, base) => [].concat(tree.images || []).map(({ file }) => file).filter((file) => !((base || {}).images || []).some((each) => each.file === file));
