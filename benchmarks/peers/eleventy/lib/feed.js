// A feed's items and its frame; the text of an event is converted once by Eleventy.
import { organisers, terms } from "./facts.js";
import { NAME, URL, dayWords, escape, hours } from "./text.js";

export function wherePlain(data, places) {
  const place = places.get(data.place)?.data;
  if (place) return `${place.title}, ${place.street}, ${place.town}`;
  const { name, address } = data.location;
  return `${name}, ${address.street}, ${address.town}`;
}

function item(event, data) {
  const facts = event.data;
  const first = facts.dates[0];
  const where = escape(wherePlain(facts, data.collections.bySlug));
  const names = facts.organisers.map((id) => escape(organisers[id].name));
  const when = facts.rule ?? `${dayWords(first.start)} ${hours(first)}`;
  const content = `<p>Milloin: ${when}<br>Missä: ${where}</p>
<p>${escape(facts.summary)}</p>
${event.content}<p>Järjestäjä: ${names.join(", ")}<br>Hinta: ${escape((facts.price ?? []).join(", "))}</p>`;
  const labels = [
    ...facts.topics.map((id) => terms.topics[id]),
    ...facts.audiences.map((id) => terms.audiences[id]),
  ];
  return `<item><title>${escape(facts.title)}</title><link>${URL}${event.url}</link><description>${escape(facts.summary)}</description><content:encoded>${escape(content)}</content:encoded><guid isPermaLink="true">${URL}${event.url}</guid>${labels.map((each) => `<category>${each}</category>`).join("")}<pubDate>${event.date.toUTCString()}</pubDate>${names.map((each) => `<dc:creator>${each}</dc:creator>`).join("")}<ev:startdate>${first.start}</ev:startdate><ev:enddate>${first.end}</ev:enddate><ev:location>${where}</ev:location></item>`;
}

export const feed = (title, url, events, data) => `<?xml version='1.0' encoding='UTF-8'?>
<rss xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:ev="http://purl.org/rss/1.0/modules/event/" version="2.0"><channel><title>Tapahtumat: ${escape(title || NAME)}</title><link>${URL}${url}</link><description>Mitä täällä tapahtuu: ${escape(title || NAME)}.</description><atom:link href="${URL}${url}rss.xml" rel="self" type="application/rss+xml"/><docs>http://www.rssboard.org/rss-specification</docs><generator>Eleventy</generator><language>fi</language>
${events
  .slice(0, 100)
  .map((event) => item(event, data))
  .join("\n")}
</channel></rss>
`;
