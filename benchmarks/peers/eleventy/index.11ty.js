import { terms } from "./lib/facts.js";
import { frame } from "./lib/frame.js";
import { chips, rows } from "./lib/parts.js";
import { escape, lines } from "./lib/text.js";

export const data = { permalink: "/index.html", eleventyExcludeFromCollections: true };

const ways = (id, title, section, labels) => `<section>
<h2 id="${id}">${title}</h2>
${chips(Object.keys(labels), section, labels)}
</section>`;

export function render(data) {
  const { coming, places, bySlug } = data.collections;
  return frame(
    data,
    "",
    `<p class="lead">Suomi</p>
<nav aria-label="Mitä etsit?">
<ul class="chips">
<li><a class="chips__chip" href="#where">Missä?</a></li>
<li><a class="chips__chip" href="#when">Milloin?</a></li>
<li><a class="chips__chip" href="#whom">Kenelle?</a></li>
<li><a class="chips__chip" href="#what">Mitä?</a></li>
<li><a class="chips__chip" href="#why">Miksi?</a></li>
</ul>
</nav>
<section>
<h2>Tällä viikolla</h2>
${rows(coming.slice(0, 100), bySlug)}
<p><a class="button" href="/tapahtumat/">Kaikki tapahtumat</a></p>
<p class="is-any-off"><a href="/muutokset/">Onko jotakin peruttu?</a></p>
</section>
<section>
<h2 id="where">Missä?</h2>
<ul class="ways-in">
${lines(places, (place) => `<li class="ways-in__way"><a href="/kunnat/${place.data.municipality.id}/">${escape(place.data.municipality.name)}</a>\n<ul>\n<li><a href="${place.url}">${escape(place.data.title)}</a></li>\n</ul>\n</li>`)}
</ul>
</section>
${ways("whom", "Kenelle?", "kenelle", terms.audiences)}
${ways("what", "Mitä?", "aiheet", terms.topics)}
${ways("why", "Miksi?", "tarvitsen", terms.needs)}`,
  );
}
