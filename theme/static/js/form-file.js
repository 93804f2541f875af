// A tree of texts as a file: its head in the order of the schema, then the text (contract §2).
//
// Texts that YAML might read otherwise stand in quotes. Of several lines, only the text itself is.

const PLAIN = /^[A-Za-z0-9ÅÄÖåäö](?:[A-Za-z0-9ÅÄÖåäö .,()/+@_-]|:(?=[0-9]))*$/;
const isRecord = (node) => typeof node === "object" && !Array.isArray(node);

export const isEmpty = (node) => node === undefined || node === null || node === ""
  || (typeof node === "object" && !Object.keys(node).length);

// The same without what nobody filled in.
export function pruned(node) {
  if (typeof node !== "object" || node === null) return node;
  if (Array.isArray(node)) return node.map(pruned).filter((each) => !isEmpty(each));
  const kept = {};
  Object.keys(node).forEach((key) => {
    const value = pruned(node[key]);
    if (!isEmpty(value)) kept[key] = value;
  });
  return kept;
}

export function scalar(text) {
  const said = text.replace(/[\t\n\r\u0085\u2028\u2029]+/g, " ").trim().normalize("NFC");
  return PLAIN.test(said) && !/^null$/i.test(said) ? said : JSON.stringify(said).replace(/\u00ad/g, "\\u00ad");
}

const isWords = (list) => list.every((each) => typeof each === "string" && /^[a-z0-9-]+$/.test(each));

function lines(node, indent) {
  if (Array.isArray(node)) {
    return node.reduce((all, each) => {
      const inner = isRecord(each) ? lines(each, indent + "  ") : [indent + "  " + scalar(each)];
      return all.concat(indent + "- " + inner[0].slice(indent.length + 2), inner.slice(1));
    }, []);
  }
  return Object.keys(node).reduce((all, key) => all.concat(entry(key, node[key], indent)), []);
}

function entry(key, value, indent) {
  const start = indent + key + ":";
  if (typeof value === "string") return [start + " " + scalar(value)];
  if (Array.isArray(value) && isWords(value)) return [start + " [" + value.join(", ") + "]"];
  return [start].concat(lines(value, indent + "  "));
}

// Keys in the order of the schema, those of records inside too.
export function ordered(tree, name, rules) {
  const sorted = {};
  rules.records[name].forEach(([key, type]) => {
    if (tree[key] === undefined) return;
    const inner = type[0] === "list" ? type[1] : type;
    const sort = (node) => (inner[0] === "record" && isRecord(node) ? ordered(node, inner[1], rules) : node);
    sorted[key] = Array.isArray(tree[key]) ? tree[key].map(sort) : sort(tree[key]);
  });
  return sorted;
}

const plainBlock = (text) => text.replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n").normalize("NFC").replace(/\s+$/, "").replace(/^\n+/, "");

// To these lists a change adds (docs/receive.md); all others it replaces.
const GROWING = ["repeat.skip", "repeat.extra", "repeat.changes", "exceptions"];
const differ = (one, other) => JSON.stringify(one) !== JSON.stringify(other);

// The keys that differ, by dotted key, "" for those that are gone; null where a list got shorter.
export function changedKeys(before, after, above) {
  const start = above ? above + "." : "";
  const keys = Object.keys(Object.assign({}, before, after)).filter((key) => differ(before[key], after[key]));
  return keys.reduce((found, key) => {
    const [path, was, is] = [start + key, before[key], after[key]];
    if (!found) return null;
    if (is === undefined || was === undefined) return Object.assign(found, { [path]: is === undefined ? "" : is });
    if (GROWING.includes(path)) {
      const listed = (list, one) => list.some((each) => !differ(each, one));
      if (!was.every((each) => listed(is, each))) return null;
      return Object.assign(found, { [path]: is.filter((each) => !listed(was, each)) });
    }
    if (isRecord(was) && isRecord(is)) {
      const inner = changedKeys(was, is, path);
      return inner && Object.assign(found, inner);
    }
    return Object.assign(found, { [path]: is });
  }, {});
}

function textLines(text) {
  const rows = plainBlock(text).split("\n");
  // What would be taken for an envelope's own line stands in quotes.
  if (/^\s/.test(rows[0]) || rows.some((row) => /^\s*#?\s*kohtaamo\s*:/i.test(row))) return ["text: " + JSON.stringify(rows.join("\n"))];
  return ["text: |"].concat(rows.map((row) => (row ? "  " + row : "")));
}

export function keysText(keys) {
  const text = keys.text ? textLines(keys.text) : [];
  const rest = Object.assign({}, keys);
  if (keys.text) delete rest.text;
  return lines(rest, "").concat(text).map((row) => row.replace(/: ""$/, ":") + "\n").join("");
}

export function fileText(kind, tree, rules) {
  const head = ordered(pruned(tree), kind, rules);
  const text = plainBlock(head.text || "");
  delete head.text;
  return "---\n" + keysText(head) + "---\n" + (text ? text + "\n" : "");
}

const LETTERS = { "\u0111": "d", "\u014b": "n", "\u0167": "t", "\u00f8": "o", "\u00e6": "ae", "\u0142": "l", "\u00f0": "d", "\u00fe": "th", "\u00df": "ss" };

// A file name for a title (text/slugs.py); none of the taken ones.
export function slugOf(title, taken) {
  const folded = title.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replace(/[^\x00-\x7f]/g, (each) => LETTERS[each] || "-");
  let slug = folded.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "") || "uusi";
  if (slug.length > 70) slug = slug.slice(0, 70).replace(/-[^-]*$/, "");
  if (/^[0-9]+$/.test(slug)) slug = "nro-" + slug;
  let free = slug;
  for (let number = 2; taken.includes(free); number += 1) free = slug + "-" + number;
  return free;
}

// The name that a picture gets in the folder of pictures.
export function pictureName(name) {
  const [, stem, end] = /^(.*?)(\.[^.]*)?$/.exec(name);
  return slugOf(stem, []) + (end || "").toLowerCase();
}
