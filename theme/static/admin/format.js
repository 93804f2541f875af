// Files of the network ↔ what the form shows. Every value is text, as our own reader takes it: the
// form's usual reader would make a number of a postcode and half an hour of 18.30. What stands
// otherwise in a file than in the form, the shapes say (publish/admin/shapes.py).

import { FAILSAFE_SCHEMA, dump, load } from "./yaml.js";

const FENCE = /^\uFEFF?---[ \t]*\n(?:([\s\S]*?)\n)?---[ \t]*(?:\n([\s\S]*))?$/;
const FINNISH = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/;
const YES = ["yes", "y", "true", "on", "kyllä", "kylla", "joo", "ja"];
const NO = ["no", "n", "false", "off", "ei", "nej"];
const PICTURES = "/images/";
// A field of the form that stands in no file.
const FOLDER = "folder";

const isKeyed = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const isMissing = (value) => value === null || value === undefined || value === "" || value === "~";
const eachKey = (value, make) =>
  Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, make(inner, key)]));

const PLAIN = {
  date(text) {
    const [, day, month, year] = FINNISH.exec(text.trim()) || [];
    return year ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : text.trim();
  },
  "yes-no"(text) {
    const word = text.trim().toLowerCase();
    return YES.includes(word) ? "yes" : NO.includes(word) ? "no" : text;
  },
  word: (text) => text.trim().toLowerCase(),
  picture: (text) => PICTURES + text,
};

const way = (value, shape) =>
  Array.isArray(value) ? "listed" : isKeyed(value) && shape.keyed ? "keyed" : "plain";

function shown(value, shape) {
  if (isMissing(value) || !shape) return value;
  if (shape.many !== undefined) {
    return (Array.isArray(value) ? value : [value]).map((item) => shown(item, shape.many));
  }
  if (shape.either) {
    const type = way(value, shape.either);
    return { type, value: shown(value, shape.either[type]) };
  }
  if (shape.keys) return isKeyed(value) ? eachKey(value, (each, key) => shown(each, shape.keys[key])) : value;
  if (shape.facts) return isKeyed(value) ? eachKey(value, (each) => shown(each, shape.facts)) : value;
  if (shape === "joined") return Array.isArray(value) ? value.join(", ") : value;
  if (shape.words) return shape.words[String(value).trim().toLowerCase()] || value;
  return typeof value === "string" ? PLAIN[shape](value) : value;
}

function written(value, shape) {
  if (shape && shape.either && isKeyed(value)) {
    return written(value.value, shape.either[value.type]);
  }
  if (Array.isArray(value)) {
    return value.map((item) => written(item, shape && shape.many)).filter((item) => item !== undefined);
  }
  if (isKeyed(value)) {
    const inner = (key) => shape && ((shape.keys && shape.keys[key]) || shape.facts);
    return eachKey(value, (each, key) => written(each, inner(key)));
  }
  if (isMissing(value)) return undefined;
  const text = typeof value === "boolean" ? (value ? "yes" : "no") : String(value).trim();
  if (shape === "picture") return text.startsWith(PICTURES) ? text.slice(PICTURES.length) : text;
  if (shape === "joined" && text.includes(",")) {
    return text.split(",").map((part) => part.trim()).filter(Boolean);
  }
  return text || undefined;
}

const isEmpty = (value) =>
  value === undefined ||
  (Array.isArray(value) && value.length === 0) ||
  (isKeyed(value) && Object.keys(value).length === 0);

function whole(value) {
  if (Array.isArray(value)) return value.map(whole).filter((item) => !isEmpty(item));
  if (!isKeyed(value)) return value;
  const kept = Object.entries(value).map(([key, inner]) => [key, whole(inner)]);
  return Object.fromEntries(kept.filter(([, inner]) => !isEmpty(inner)));
}

export const fromFile = (keys) => (text, path = "") => {
  const found = FENCE.exec(text.replace(/\r\n?/g, "\n").trim());
  if (!found) throw new Error("---");
  const head = load(found[1] || "", { schema: FAILSAFE_SCHEMA }) || {};
  const [folder] = path.split("/").slice(-2);
  return { ...shown(head, { keys }), [FOLDER]: folder, text: (found[2] || "").trim() };
};

export const toFile = (keys) => (values) => {
  const { text, [FOLDER]: _, ...head } = values;
  const body = String(text || "").trim();
  const lines = dump(whole(written(head, { keys })), {
    schema: FAILSAFE_SCHEMA,
    lineWidth: -1,
    noCompatMode: true,
    noRefs: true,
  });
  return `---\n${lines === "{}\n" ? "" : lines}---\n${body}${body ? "\n" : ""}`;
};
