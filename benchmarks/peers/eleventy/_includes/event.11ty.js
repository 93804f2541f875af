import { organisers, terms } from "../lib/facts.js";
import { frame } from "../lib/frame.js";
import { chips, premises, spot } from "../lib/parts.js";
import { day, dayWords, escape, hours, lines, moment } from "../lib/text.js";

const date = (each) =>
  `<li><time datetime="${moment(each.start)}"><span class="whole">${dayWords(each.start)}</span> <span class="whole">${hours(each)}</span></time>${each.note ? ` <span class="date-list__note">Uusi aika.</span> <span class="date-list__note">Syy: ${escape(each.note)}</span>` : ""}</li>`;

const list = (things, line) => `<ul class="date-list">
${lines(things, line)}
</ul>`;

function when(data, place, link) {
  const later = data.dates.slice(6);
  return `<section class="event-when">
<h2>Milloin</h2>
${data.rule ? `<p class="event-when__rule">${data.rule}</p>\n` : ""}${list(data.dates.slice(0, 6), date)}
${later.length ? `<details>\n<summary>Näytä vielä ${later.length} kertaa</summary>\n${list(later, date)}\n</details>\n` : ""}${data.cancelled_dates ? `${list(data.cancelled_dates, (each) => `<li>${day(each.date)}: <strong class="state">Peruttu</strong> <span class="date-list__note">Syy: ${escape(each.reason)}</span></li>`)}\n` : ""}${data.pauses ? `<details>\n<summary>Tauko ${data.pauses.length} päivänä</summary>\n${list(data.pauses, (each) => `<li>${day(each.date)}: ${each.reason}</li>`)}\n</details>\n` : ""}<div class="event-calendar">
<p><a class="button" href="${data.page.url}event.ics" type="text/calendar">Lisää kaikki kerrat kalenteriin</a></p>
<p class="quiet">Jos tapahtuma muuttuu, kalenterisi ei saa siitä tietoa. Muutokset saat, kun tilaat näiden tapahtumat:</p>
<ul class="links">
${place ? `<li><a href="/paikat/${data.place}/#seuraa">${escape(place.title)}</a></li>\n` : ""}${lines(data.organisers, (id) => `<li>${link(id, "#seuraa")}</li>`)}
</ul>
</div>
</section>`;
}

function where(data, place) {
  const { location, online } = data;
  return `<section>
<h2>Missä</h2>
${place ? `<p class="event-where__place"><a href="/paikat/${data.place}/">${escape(place.title)}</a>${data.room ? `, ${data.room}` : ""}</p>\n${spot(place)}\n` : ""}${location ? `<p class="event-where__place">${escape(location.name)}</p>\n<address class="spot__address">${escape(location.address.street)}<br>${escape(location.address.town)}</address>\n<p>Kunta: <a href="/kunnat/${location.municipality}/">${escape(location.address.town)}</a></p>\n` : ""}${online ? `<p>Verkossa: <a href="${online}">${online}</a></p>\n` : ""}</section>`;
}

const registration = (data) => `<section>
<h2>Ilmoittautuminen</h2>
<ul class="plain">
<li>Ilmoittaudu viimeistään ${day(data.by)}.</li>
<li>Mukaan mahtuu ${data.capacity}.</li>
<li><a href="mailto:${data.email}">${data.email}</a></li>
</ul>
</section>
`;

const whom = (data) => `<section>
<h2>Kenelle</h2>
<ul class="plain">
${data.drop_in ? "<li>Voit tulla ilmoittautumatta ja silloin kun sinulle sopii.</li>\n" : ""}${data.alone_ok ? "<li>Voit tulla yksin. Moni muukin tulee yksin.</li>\n" : ""}<li>Kielet: ${data.languages}</li></ul>
${chips(data.audiences, "kenelle", terms.audiences)}
<h3>Aiheet</h3>
${chips(data.topics, "aiheet", terms.topics)}
<h3>Tule, jos ajattelet näin</h3>
${chips(data.needs, "tarvitsen", terms.needs)}
</section>`;

const contact = (id, organiser) => `<section>
<h2>Yhteystiedot</h2>
<p><a href="/jarjestajat/${id}/">${escape(organiser.name)}</a></p>
<ul class="contact">
<li>${organiser.role}</li>
<li><a href="tel:${organiser.phone.replaceAll(" ", "")}">${organiser.phone}</a></li>
<li><a href="mailto:${organiser.email}">${organiser.email}</a></li>
</ul>

</section>`;

export function render(data) {
  const place = data.collections.bySlug.get(data.place)?.data;
  const link = (id, anchor = "") =>
    `<a href="/jarjestajat/${id}/${anchor}">${escape(organisers[id].name)}</a>`;
  return frame(
    data,
    "tapahtumat",
    `${data.cancelled ? `<p class="event-off"><strong>Tapahtuma on peruttu.</strong> Syy: ${escape(data.reason)}</p>\n` : ""}<p class="lead">${escape(data.summary)}</p>
${when(data, place, link)}
${where(data, place)}
<section>
<h2>Mitä tapahtuu</h2>
<div class="rich">
${data.content}
</div>
</section>
${data.price ? `<section>\n<h2>Hinta</h2>\n<ul class="plain">\n${lines(data.price, (each) => `<li>${escape(each)}</li>`)}\n</ul>\n</section>\n` : ""}${data.registration ? registration(data.registration) : ""}
${whom(data)}

<section class="first-visit">
<h2>Kun tulet ensimmäistä kertaa</h2>
<p>${escape(data.first_visit)}</p>
</section>
${place ? premises(place, `<a href="/paikat/${data.place}/">${escape(place.title)}</a>`) : ""}
<section>
<h2>Järjestäjä</h2>
<ul class="links">
${lines(data.organisers, (id) => `<li>${link(id)}</li>`)}
</ul>
</section>
${contact(data.organisers[0], organisers[data.organisers[0]])}`,
  );
}
