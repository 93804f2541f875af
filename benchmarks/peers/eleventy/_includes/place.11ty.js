import { organisers, terms } from "../lib/facts.js";
import { frame } from "../lib/frame.js";
import { calendarLinks, chips, premises, reach, rows, spot, week } from "../lib/parts.js";
import { URL, day, escape, lines } from "../lib/text.js";

const openingHours = (data) => `<section class="place-hours">
<h2>Aukioloajat tällä viikolla</h2>
${week(data.weeks[0])}
<p>Pyhäpäivinä suljettu.</p>
<details>
<summary>Ensi viikolla</summary>
${week(data.weeks[1])}
</details>
<h3>Poikkeukset myöhemmin</h3>
<ul class="date-list">
${lines(data.exceptions, (each) => `<li>${escape(each)}</li>`)}
</ul>
<details>
<summary>Tavallinen viikko</summary>
${week(data.usual)}
</details>
${data.summer.length ? `<details>\n<summary>Kesäajat: 21.6.2027–8.8.2027</summary>\n${week(data.summer)}\n</details>\n` : ""}
<div class="hours-calendar">
${calendarLinks(data.page.url, "hours.ics", `${data.title}: aukioloajat`, "Aukioloajat kalenteriin")}
</div>
<ul class="plain quiet">
<li>Avoinna: henkilökunta paikalla.</li>
<li>Omatoimi: ovi on auki, mutta henkilökuntaa ei ole paikalla.</li>
</ul>
</section>`;

const follow = (data) => `<section class="feed-links" id="seuraa">
<h3>Pysy mukana</h3>
<p><a class="button" href="webcal://127.0.0.1:8000${data.page.url}calendar.ics">Lisää kalenteriin</a></p>
<p class="feed-links__what">Tapahtumat tulevat omaan kalenteriisi, ja muutokset päivittyvät sinne itsestään noin vuorokaudessa. <a href="/tilaa/#how">Näin tilaat kalenterin</a></p>
${calendarLinks(data.page.url, "calendar.ics", `Tapahtumat: ${data.title}`)}
<details class="feed-links__switch"><summary>Jatka puhelimella: QR-koodi</summary></details>
<div class="feed-links__phone">
<svg class="qr" viewBox="-4 -4.5 41 41" role="img"><title>QR-koodi, joka avaa tämän sivun puhelimessa</title><path fill="#fff" d="M-4-4.5h41v41h-41z"/><path stroke="#000" d="${data.qr}"/></svg>
<p>Osoita koodia puhelimen kameralla. Tämä sivu avautuu puhelimeesi, ja voit lisätä tapahtumat sen kalenteriin. <span class="print-only">Tai kirjoita selaimeen osoite: ${URL.slice(7)}${data.page.url}</span></p>
</div>
</section>`;

const room = (each, url) => `<section class="room">
<h3>${each.name}</h3>
<ul class="plain">
<li>${each.capacity} hengelle</li><li>${escape(each.equipment)}</li><li>Huoneen voi varata.</li><li>${each.price}</li></ul>
${
  each.taken.length
    ? `<h4>Varatut ajat tällä ja ensi viikolla</h4>
<ul class="room__taken">
${lines(each.taken, (one) => `<li>${day(one.day)} <span class="whole">varattu ${one.hours}</span> (<a href="/tapahtumat/${one.slug}/">${escape(one.title)}</a>)</li>`)}
</ul>`
    : "<p>Tälle ja ensi viikolle ei ole varauksia.</p>"
}
<p class="room__calendar"><a href="${url}rooms/${each.name.toLowerCase()}.ics" type="text/calendar">Varatut ajat kalenteriin: ${each.name}</a></p>
</section>`;

export function render(data) {
  const { bySlug, byPlace } = data.collections;
  const coming = (byPlace.get(data.page.fileSlug) ?? [])
    .filter((event) => event.data.next)
    .sort((a, b) => (a.data.next < b.data.next ? -1 : 1))
    .slice(0, 100);
  const link = (id) => `<a href="/jarjestajat/${id}/">${escape(organisers[id].name)}</a>`;
  return frame(
    data,
    "paikat",
    `<p class="lead">${escape(data.summary)}</p>
${openingHours(data)}
<section>
<h2>Tule käymään</h2>
${spot(data)}
</section>
<section class="first-visit">
<h2>Kun tulet ensimmäistä kertaa</h2>
<p>${escape(data.first_visit)}</p>
</section>

<section>
<h2>Tulevat tapahtumat</h2>
${rows(coming, bySlug)}

<p class="is-any-off"><a href="/muutokset/">Onko jotakin peruttu?</a></p>
${follow(data)}

</section>
<section>
<h2>Millainen paikka tämä on</h2>
<div class="rich">
${data.content}
</div>
</section>
<section>
<h2>Huoneet</h2>
${lines(data.rooms, (each) => room(each, data.page.url))}
</section>
<section>
<h2>Tilan käyttäminen</h2>
<p>Kysy, jos haluat järjestää täällä tapahtuman.</p>
<p>${escape(data.terms_of_use)}</p>${reach(data)}
</section>
<section>
<h2>Täällä on</h2>
<ul class="columns">
${lines(data.facilities, (each) => `<li>${each}</li>`)}
</ul>
</section>
${premises(data, "")}
<section>
<h2>Kenelle</h2>
${chips(data.audiences, "kenelle", terms.audiences)}
<p>Kielet: ${data.languages}</p>
</section>
<section>
<h2>Täällä toimivat</h2>
<ul class="links">
${lines(data.organisers, (id) => `<li>${link(id)}</li>`)}
</ul>
</section>
<section>
<h2>Yhteystiedot</h2>
${reach(data)}

<p>Ylläpitää: ${link(data.maintained_by)}</p>
</section>
<p class="quiet">Tiedot tarkistettu: 2.11.2026</p>`,
  );
}
