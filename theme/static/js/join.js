// Joins the calendars of the events that a narrowed list shows into one file, in the browser.
//
// Each event has a file of its own (publish/ics/event.py): what is said of it there stays as it is,
// byte for byte, under the identity that subscribed calendars have too (RFC 5545 §3.8.4.7).

const KEPT = /^(BEGIN|VERSION|PRODID|CALSCALE|X-WR-TIMEZONE):/;
const END = "\r\n";

// A text of one line, folded so often that no line has more than 75 octets (RFC 5545 §3.1).
const written = (text) => text.replace(/\s+/g, " ").replace(/[\\;,]/g, "\\$&")
  .replace(/.{15}/gu, "$&" + END + " ") + END;
// Of whole lines only: a title may be called `END:VEVENT`.
const lineOf = (name) => END + name + END;
const part = (file, from, to) => {
  const last = file.lastIndexOf(lineOf(to));
  return last < 0 ? "" : file.slice(file.indexOf(lineOf(from)) + END.length, last + lineOf(to).length);
};

// One calendar of whole files of events; the name is for whoever imports it.
export function joined(files, name) {
  const [first] = files;
  const lines = first.slice(0, first.indexOf(lineOf("BEGIN:VTIMEZONE"))).split(END);
  const head = lines.filter((line) => KEPT.test(line)).map((line) => line + END);
  const names = ["NAME:", "X-WR-CALNAME:"].map((key) => key + written(name));
  const events = files.map((file) => part(file, "BEGIN:VEVENT", "END:VEVENT"));
  const zone = part(first, "BEGIN:VTIMEZONE", "END:VTIMEZONE");
  return [...head, ...names, zone, ...events, "END:VCALENDAR" + END].join("");
}

const box = document.querySelector(".narrow");
const said = document.querySelector(".narrow-said");

// An event has a file in the language of the page, or in the network's first one.
async function fileOf(address) {
  const own = await fetch(address + "event.ics");
  if (own.ok) return own.text();
  const slug = address.split("/").slice(-2)[0];
  const first = await fetch(box.dataset.files + slug + "/event.ics");
  if (!first.ok) throw first;
  return first.text();
}

function save(text, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/calendar;charset=utf-8" }));
  link.download = name;
  document.body.appendChild(link).click();
  document.body.removeChild(link);
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

async function take({ target }) {
  if (!target.matches("button[data-do=join]")) return;
  const links = box.parentNode.querySelectorAll("[data-narrowed] .event-row__title > a");
  const addresses = Array.from(new Set(Array.from(links, (link) => link.pathname)));
  const choices = Array.from(said.querySelectorAll("[data-choice]"), (each) => each.textContent);
  try {
    const files = await Promise.all(addresses.map(fileOf));
    save(joined(files, choices.join(", ")), target.dataset.file);
  } catch (failure) {
    const words = document.querySelector(".narrow-words").content;
    said.appendChild(document.importNode(words.querySelector("[data-say=calendar_failed]"), true));
  }
}

document.querySelector(".narrow-next").addEventListener("click", take);
