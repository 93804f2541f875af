import { NAME, URL } from "./lib/text.js";

export const data = {
  pagination: { data: "collections.places", size: 1, alias: "place" },
  permalink: ({ place }) => `${place.url}calendar.ics`,
  eleventyExcludeFromCollections: true,
};

const local = (text) => text.slice(0, 19).replace(/[-:]/g, "");
const plain = (text) => text.replaceAll(",", "\\,");
const ENTITIES = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' };
const words = (html) =>
  html
    .replace(/<[^>]+>/g, "")
    .replace(/&(?:amp|lt|gt|quot);/g, (each) => ENTITIES[each])
    .trim();

function vevent(event, place) {
  const { data } = event;
  const stamp = `${event.date.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
  const address = `${URL}${event.url}`;
  return `BEGIN:VEVENT
SUMMARY:${data.cancelled ? "PERUTTU: " : ""}${plain(data.title)}
DTSTART;TZID=Europe/Helsinki:${local(data.start)}
DTEND;TZID=Europe/Helsinki:${local(data.end)}
DTSTAMP:${stamp}
UID:${event.fileSlug}@mittausverkosto
${data.rrule ? `RRULE:${data.rrule}\n` : ""}${(data.exdates ?? []).map((each) => `EXDATE;TZID=Europe/Helsinki:${each}\n`).join("")}CREATED:${stamp}
DESCRIPTION:${plain(words(event.content)).replaceAll("\n", "\\n")}\\n\\n${address}
GEO:${place.lat};${place.lon}
LAST-MODIFIED:${stamp}
LOCATION:${plain(`${place.title}, ${place.street}, ${place.town}`)}
STATUS:${data.cancelled ? "CANCELLED" : "CONFIRMED"}
URL:${address}
END:VEVENT`;
}

export function render({ place, collections }) {
  const name = `Tapahtumat: ${place.data.title} – ${NAME}`;
  const events = collections.byPlace.get(place.fileSlug) ?? [];
  return `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Kohtaamo//Eleventy//FI
CALSCALE:GREGORIAN
X-WR-TIMEZONE:Europe/Helsinki
REFRESH-INTERVAL;VALUE=DURATION:PT6H
X-PUBLISHED-TTL:PT6H
NAME:${name}
X-WR-CALNAME:${name}
URL:${URL}${place.url}
BEGIN:VTIMEZONE
TZID:Europe/Helsinki
X-LIC-LOCATION:Europe/Helsinki
BEGIN:DAYLIGHT
TZOFFSETFROM:+0200
TZOFFSETTO:+0300
TZNAME:EEST
DTSTART:19700329T030000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0300
TZOFFSETTO:+0200
TZNAME:EET
DTSTART:19701025T040000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
${events.map((event) => vevent(event, place.data)).join("\n")}
END:VCALENDAR
`;
}
