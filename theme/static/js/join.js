// Joins the calendars of the events that a narrowed list shows into one file, in the browser.
//
// Each event has a file of its own (publish/ics/event.py): what is said of it there stays as it is,
// byte for byte, under the identity that subscribed calendars have too (RFC 5545 §3.8.4.7).

import { about, all, copy, find, load, next, said, words } from "./filter.js";

const HEAD = /^(BEGIN:VCALENDAR|VERSION:|PRODID:|CALSCALE:|X-WR-TIMEZONE:).*\r\n/gm;
// Of whole lines only: a title may be called `END:VEVENT`.
const ZONE = /^BEGIN:VTIMEZONE\r\n[^]*^END:VTIMEZONE\r\n/m;
const EVENTS = /^BEGIN:VEVENT\r\n[^]*^END:VEVENT\r\n/m;
const END = "\r\n";

// A text of one line, folded so often that no line has more than 75 octets (RFC 5545 §3.1).
const written = (text) => text.replace(/\s+/g, " ").replace(/[\\;,]/g, "\\$&")
  .replace(/.{15}/gu, "$&" + END + " ") + END;

// One calendar of whole files of events; the name is for whoever imports it.
export function joined(files, name) {
  const [first] = files;
  const names = ["NAME:", "X-WR-CALNAME:"].map((key) => key + written(name));
  const events = files.map((file) => file.match(EVENTS)[0]);
  const zone = first.match(ZONE) || [];
  return [...first.match(HEAD), ...names, ...zone, ...events, "END:VCALENDAR" + END].join("");
}

// An event has a file in the language of the page, or in the network's first one.
const fileOf = (path) => load(path + "event.ics").catch(() => (
  load(about.files + path.split("/").slice(-2)[0] + "/event.ics")
));

function save(text, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/calendar;charset=utf-8" }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

async function take({ target }) {
  if (!target.matches("button[data-do=join]")) return;
  const links = all("[data-narrowed] .event-row__title > a");
  const addresses = Array.from(new Set(links.map((link) => link.pathname)));
  const choices = all("[data-choice]", said).map((each) => each.textContent);
  try {
    const files = await Promise.all(addresses.map(fileOf));
    save(joined(files, choices.join(", ")), target.dataset.file);
  } catch (failure) {
    said.append(copy(find("[data-say=calendar_failed]", words)));
  }
}

next.addEventListener("click", take);
