// Parts that pages of several kinds show.
import { URL, day, dayWords, escape, hours, lines, moment } from "./text.js";

export const chips = (ids, section, labels) => `<ul class="chips">
${lines(ids, (id) => `<li><a class="chips__chip" href="/${section}/${id}/">${labels[id]}</a></li>`)}
</ul>`;

export const spot = (place) => `<div class="spot">
<address class="spot__address">${escape(place.street)}<br>${place.postcode} ${escape(place.town)}</address>
<div class="spot__maps">
<ul class="links">
<li><a href="${escape(place.map)}">Näytä kartalla</a></li>
<li><a href="${escape(place.journey)}">Reittiopas</a></li>
</ul>
</div>
</div>
<p>Kunta: <a href="/kunnat/${place.municipality.id}/">${escape(place.municipality.name)}</a></p>
<p>${escape(place.getting_there)}</p>`;

const group = (kind, title, things) => `<div class="premises__group premises__group--${kind}">
<h3>${title}</h3>
<ul>
${lines(things, (each) => `<li>${each}</li>`)}
</ul>
</div>
`;

export const premises = (place, link) => `<section>
<h2>Esteettömyys</h2>
<div class="premises">
${group("yes", "On", place.premises.yes)}${place.premises.no.length ? group("no", "Ei ole", place.premises.no) : ""}${link ? "" : group("unknown", "Ei tiedossa", place.premises.unknown)}</div>
<p>${escape(place.premises_note)}</p>
${link ? `\n<p>Lisää paikan esteettömyydestä: ${link}</p>\n` : ""}</section>`;

export const week = (days) => `<dl class="hours">
${lines(
  days,
  (each) => `<div class="hours__day${each.why ? " hours__day--special" : ""}">
<dt>${each.date ? `<time class="whole" datetime="${each.date}">${each.day}</time>` : each.day}</dt>
<dd>${each.open.map((span) => `<span class="whole">${span}</span>`).join(", ") || "suljettu"}${each.why ? ` <span class="hours__why">${each.why}</span>` : ""}</dd>
</div>`,
)}
</dl>`;

export const reach = (place) => `<ul class="contact">
<li>Hyvinvointisihteeri</li>
<li><a href="tel:${place.phone.replaceAll(" ", "")}">${place.phone}</a></li><li><a href="mailto:${place.email}">${place.email}</a></li></ul>`;

function row(event, places) {
  const { data } = event;
  const first = data.dates[0];
  const place = places.get(data.place)?.data;
  const where = place
    ? `${place.title}, ${place.municipality.name}`
    : `${data.location.name}, ${data.location.address.town}`;
  return `<li class="event-row event-row--dated">
<p class="event-row__when"><time datetime="${moment(first.start)}"><span class="event-row__date">${dayWords(first.start)}</span> <span class="whole">${hours(first)}</span></time></p>
<div class="event-row__what">
<p class="event-row__title"><a href="${event.url}">${escape(data.title)}</a></p>
<p class="event-row__where">${escape(where)}${first.note ? ' <span class="tag">Uusi aika</span>' : ""}${data.free ? ' <span class="tag">Maksuton</span>' : ""}${data.registration ? ' <span class="tag">Ilmoittautuminen</span>' : ""}</p>
</div>
</li>`;
}

export function rows(events, places) {
  const groups = new Map();
  for (const event of events) {
    const next = event.data.next.slice(0, 10);
    const title = next > "2026-12-06" ? "Myöhemmin" : day(next);
    if (!groups.has(title)) groups.set(title, []);
    groups.get(title).push(row(event, places));
  }
  return [...groups]
    .map(
      ([title, found]) => `<section class="event-days">
<h3 class="event-days__day">${title}</h3>
<ul class="event-days__rows">
${found.join("\n")}
</ul>
</section>`,
    )
    .join("\n");
}

export function calendarLinks(url, file, name, webcal) {
  const address = `${URL}${url}${file}`;
  const subscribe = address.replace("http:", "webcal:");
  const hidden = webcal ? `<span class="visually-hidden">: ${webcal}</span>` : "";
  const google = `https://calendar.google.com/calendar/r?cid=${encodeURIComponent(subscribe)}`;
  const outlook = `https://outlook.live.com/calendar/0/addfromweb?url=${encodeURIComponent(address)}&amp;name=${encodeURIComponent(name)}`;
  return `<ul class="links">
${webcal ? `<li><a href="${subscribe}">${webcal}</a></li>\n` : ""}<li><a href="${google}" rel="noreferrer">Google-kalenteri${hidden}</a></li>
<li><a href="${outlook}" rel="noreferrer">Outlook.com${hidden}</a></li>
${webcal ? "" : `<li><a href="${url}calendar.ics" type="text/calendar">Lataa tiedosto (ei päivity)</a></li>\n<li><a href="${url}rss.xml" type="application/rss+xml">Seuraa uutislukijalla</a></li>\n`}</ul>`;
}
