// Text and times: what every template needs.
export const URL = "http://127.0.0.1:8000";
export const NAME = "Koko maan olohuoneet";
const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const WEEKDAYS = [
  "sunnuntaina",
  "maanantaina",
  "tiistaina",
  "keskiviikkona",
  "torstaina",
  "perjantaina",
  "lauantaina",
];

export const escape = (text) => String(text).replace(/[&<>"']/g, (each) => ESCAPES[each]);

export const lines = (things, line) => (things ?? []).map(line).join("\n");

// Local dates are read from their text: "2026-12-03T10:00:00+02:00".
export function dayWords(text) {
  const [year, month, day] = text.slice(0, 10).split("-").map(Number);
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return `${WEEKDAYS[weekday]} ${day}.${month}.${year}`;
}

export const day = (text) =>
  `<time class="whole" datetime="${text.slice(0, 10)}">${dayWords(text)}</time>`;

function hour(text) {
  const [hours, minutes] = text.slice(11, 16).split(":");
  return minutes === "00" ? String(Number(hours)) : `${Number(hours)}.${minutes}`;
}

export const hours = (date) => `klo ${hour(date.start)}–${hour(date.end)}`;

export const moment = (text) => text.slice(0, 16) + text.slice(19);

export const plainDay = (date) =>
  `${date.getUTCDate()}.${date.getUTCMonth() + 1}.${date.getUTCFullYear()}`;
