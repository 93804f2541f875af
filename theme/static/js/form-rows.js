// Rules that are data (content/rules/rows.py): what each question means, in the same order.

const DAY = 10;
export const isSaid = (value) => value !== undefined && value !== null && value !== false && value !== ""
  && !(Array.isArray(value) && !value.length);
const isDate = (value) => typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value);
const isClocked = (value) => typeof value === "string" && /\d\d:\d\d$/.test(value);
const isTime = (value) => typeof value === "string" && /^\d\d:\d\d$/.test(value);

export function valueAt(path, look) {
  if (path === ".") return look.item;
  const [, start, keys] = /^(\/|@place\.|)(.*)$/.exec(path);
  const from = { "/": look.root, "@place.": look.place, "": look.item }[start];
  return keys.split(".").reduce((value, key) => (value === undefined || value === null ? value : value[key]), from);
}

const QUESTIONS = {
  has: (get, ...paths) => paths.every((path) => isSaid(get(path))),
  any: (get, ...paths) => paths.some((path) => isSaid(get(path))),
  lacks: (get, ...paths) => !paths.some((path) => isSaid(get(path))),
  is: (get, path, word) => get(path) === word,
  not: (get, path, word) => get(path) !== word,
  less: (get, path, other) => {
    const [one, two] = [get(path), get(other)];
    if (one === undefined || two === undefined || isTime(one) || isTime(two)) return false;
    return typeof one === "string" ? one.slice(0, DAY) < two.slice(0, DAY) : one < two;
  },
  clocked: (get, path) => isClocked(get(path)),
  dated: (get, path) => isDate(get(path)),
  uneven: (get, path, step) => (get(path) || 0) % step > 0,
  finer: (get, path, digits) => Math.abs(get(path) * 10 ** digits - Math.round(get(path) * 10 ** digits)) > 1e-6,
  zeros: (get, path, key) => Array.isArray(get(path)) && get(path).length > 0 && get(path).every((each) => !each[key]),
  outside: (get, path, low, high) => get(path) < Number(low) || get(path) > Number(high),
  again: (get, path, ...rest) => rest,
  later: (get, path, today) => isSaid(get(path)) && get(path) > today,
};

function holds(row, look) {
  const get = (path) => valueAt(path, look);
  return row.when.every(([word, ...about]) => {
    if (word === "again") return look.before.some((each) => each[about[0]] === get(about[0]));
    if (word === "later") return QUESTIONS.later(get, about[0], look.today);
    return QUESTIONS[word](get, ...about);
  });
}

function told(path, look) {
  if (path === "today") return look.today;
  if (path[0] === "?") return path.slice(1).split(" ").filter((key) => isSaid(valueAt(key, look))).join(", ");
  if (path.startsWith("day ")) return valueAt(path.slice(4), look).slice(0, DAY);
  const value = valueAt(path, look);
  return isDate(value) || isClocked(value) ? value : String(value);
}

export function rowProblems(rows, root, place, today, add) {
  const look = (row, within, item, before) => {
    const seen = { item, root, place, today, before };
    if (!holds(row, seen)) return;
    const values = {};
    Object.keys(row.values).forEach((name) => { values[name] = told(row.values[name], seen); });
    add([within, row.at].filter(Boolean).join("."), row.code, values);
  };
  rows.forEach((row) => {
    if (!row.each) return look(row, "", root, []);
    const listed = valueAt(row.each, { item: root });
    if (!Array.isArray(listed)) return undefined;
    return listed.forEach((each, index) => look(row, row.each + "[" + index + "]", each, listed.slice(0, index)));
  });
}
