// The sentences of the check, filled in as problems/facts.py does it.

const pad = (number) => String(number).padStart(2, "0");

export function filled(text, values) {
  return text.replace(/\{(\w+)(?::(\w+))?\}/g, (whole, name, style) => {
    const value = values[name];
    return value === undefined ? whole : style === "02d" ? pad(value) : String(value);
  });
}

export function dayWords(text, formats) {
  const [days, time] = [text.slice(0, 10), text.slice(11)];
  const [year, month, day] = days.split("-").map(Number);
  const weekday = formats.weekdays[(new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7];
  const [hour, minute] = time.split(":").map(Number);
  return filled(time ? formats.moment : formats.day, { weekday, day, month, year, iso: days, hour, minute });
}

const STYLES = {
  when: (text, formats) => text.split(", ").map((part) => part.split("/").map((each) => (/^\d{4}-/.test(each) ? dayWords(each, formats) : each)).join(" – ")).join(", "),
  weekday: (text, formats) => text.split(", ").map((each) => formats.names[each]).join(", "),
  short: (text, formats) => formats.weekdays[text],
  clock: (text, formats) => text.replace(/(\d{4}-\d\d-\d\d )?\b(\d\d):(\d\d)\b/g, (whole, day, hour, minute) => (
    day ? dayWords(whole, formats) : filled(formats.clock, { hour: Number(hour), minute: Number(minute) }))),
};

export function sentence(problem, rules) {
  const text = rules.sentences[problem.code].replace(/\{\{/g, "\u0001").replace(/\}\}/g, "\u0002");
  const said = text.replace(/\{(\w+)(?::(\w+))?\}/g, (whole, name, style) => {
    const value = problem.values[name] || "";
    return STYLES[style] ? STYLES[style](value, rules.formats) : value.slice(0, 200);
  }).replace(/\u0001/g, "{").replace(/\u0002/g, "}");
  return said.charAt(0).toUpperCase() + said.slice(1);
}
