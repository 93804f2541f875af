// Texts of a file as typed values, or why they are none: what content/schema/ does for the check.
//
// The schema, its limits and patterns come with the page (publish/form/rules.py). Days are
// "2026-12-03", moments "2026-12-03 13:00", times of day "13:00", lengths minutes. Whatever is
// refused is thrown as [code, values].

const pad = (number, size) => String(number).padStart(size || 2, "0");
const matched = (rules, name, text) => {
  const [source, flags] = rules.patterns[name];
  const found = new RegExp("^(?:" + source + ")$", flags).exec(text);
  return found;
};
const refuse = (code, values) => { throw [code, values || {}]; };

function unseen(text, rules) {
  const found = new RegExp(rules.patterns.forbidden[0], "gu");
  const joins = new RegExp(rules.patterns.joined[0], "u");
  for (let match = found.exec(text); match; match = found.exec(text)) {
    const around = text.slice(Math.max(match.index - 4, 0), match.index + 4);
    if (!/[\u200c\u200d]/.test(match[0]) || !joins.test(around)) {
      const character = "U+" + pad(match[0].codePointAt(0).toString(16).toUpperCase(), 4);
      refuse("control-character", { character, after: text.slice(Math.max(match.index - 30, 0), match.index) });
    }
  }
  Object.keys(rules.broken).forEach((value) => {
    const at = text.indexOf(value);
    if (at >= 0) refuse("broken-letters", { value, letter: rules.broken[value], after: text.slice(Math.max(at - 30, 0), at) });
  });
}

const within = (text, limit) => {
  const length = Array.from(text).length;
  if (length > limit) refuse("too-long", { length: String(length), limit: String(limit) });
  return text;
};

export function line(text, rules, limit) {
  unseen(text, rules);
  const parts = text.split(/[\t\n\r\u0085\u2028\u2029]/).map((part) => part.trim());
  const said = within(parts.filter(Boolean).join(" ").normalize("NFC"), limit);
  if (said && !said.replace(/[\s\u00ad\u2800\ue000-\uf8ff\u{f0000}-\u{10ffff}]/gu, "")) refuse("nothing-to-see");
  return said;
}

export function block(text, rules, limit) {
  unseen(text, rules);
  const said = text.replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n").normalize("NFC");
  return within(said.replace(/\s+$/, "").replace(/^\n+/, ""), limit);
}

export function date(text, rules) {
  const value = text.trim();
  const found = matched(rules, "date", value);
  if (!found) refuse(matched(rules, "no_year", value) ? "date-without-year" : "not-a-date", { value });
  const [year, month, day] = (found[1] ? found.slice(1, 4) : found.slice(4, 7).reverse()).map(Number);
  const [first, last] = rules.years;
  if (year < first || year > last) refuse("date-too-far", { value, first: String(first), last: String(last) });
  const said = [pad(year, 4), pad(month), pad(day)].join("-");
  const real = new Date(Date.UTC(year, month - 1, day));
  if (real.toISOString().slice(0, 10) !== said) refuse("no-such-date", { value });
  return said;
}

// Minutes from midnight; 24:00 only as an end.
function minutes(text, rules, isEnd) {
  const value = text.trim();
  const found = matched(rules, "time", value);
  if (!found) {
    const two = matched(rules, "two_times", value);
    if (two && matched(rules, "time", two[1]) && matched(rules, "time", two[2])) {
      refuse("two-times", { value, start: two[1], end: two[2] });
    }
    refuse("not-a-time", { value });
  }
  const said = Number(found[1]) * 60 + Number(found[2] || 0);
  if (Number(found[2] || 0) > 59 || said > 1440 || (said === 1440 && !isEnd)) refuse("no-such-time", { value });
  return said;
}

export const clockText = (said) => pad(Math.floor(said / 60)) + ":" + pad(said % 60);
export const clock = (text, rules, isEnd) => clockText(minutes(text, rules, isEnd));

export function moment(text, rules, isEnd) {
  const value = text.trim();
  const found = matched(rules, "moment", value);
  try {
    if (!found) return date(value, rules);
    const day = date(found[1], rules);
    const time = clock(found[2], rules, isEnd);
    if (time !== "24:00") return day + " " + time;
    return new Date(Date.parse(day) + 86400000).toISOString().slice(0, 10) + " 00:00";
  } catch (refused) {
    if (/^not-a-(date|time)$/.test(refused[0])) refuse("not-a-moment", { value });
    throw refused;
  }
}

// A time of day, or a day, or both.
export function newTime(text, rules, isEnd) {
  try {
    const time = clock(text, rules, isEnd);
    if (isEnd && time === "00:00") refuse("end-at-zero", { value: text.trim() });
    return time;
  } catch (noClock) {
    if (noClock[0] !== "not-a-time") {
      try { return moment(text, rules, isEnd); } catch (noMoment) { throw noClock; }
    }
    try { return moment(text, rules, isEnd); } catch (noMoment) {
      if (noMoment[0] === "not-a-moment") refuse("not-an-end", { value: text.trim() });
      throw noMoment;
    }
  }
}

export function duration(text, rules) {
  const value = text.trim();
  const found = value.length <= 60 && matched(rules, "duration", value);
  if (!found || !found.slice(1).some(Boolean)) refuse("not-a-duration", { value });
  const parts = found.slice(1).map((part) => Math.round(Number((part || "0").replace(",", ".")) * 1000));
  const said = (parts[0] * 1440 + parts[1] * 60 + parts[2]) / 1000;
  if (said % 1) refuse("not-a-duration", { value });
  if (!said) refuse("duration-not-positive", { value });
  if (said > rules.longest * 1440) refuse("duration-too-long", { value, limit: rules.longest + " d" });
  return said;
}

export function number(text, rules, minimum, maximum, isWhole) {
  const value = text.trim();
  if (!matched(rules, isWhole ? "integer" : "decimal", value)) refuse(isWhole ? "not-a-whole-number" : "not-a-number", { value });
  const said = Number(value.replace(/[ \u00a0\u202f]/g, "").replace("\u2212", "-").replace(",", "."));
  if (said < minimum || said > maximum) {
    refuse("number-out-of-range", { value, minimum: String(minimum), maximum: String(maximum) });
  }
  return said;
}
