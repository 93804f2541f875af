// The page frame that all pages share.
import { NAME, URL, escape, plainDay } from "./text.js";

const MENU = [
  ["tapahtumat", "Tapahtumat"],
  ["paikat", "Paikat"],
  ["kenelle", "Kenelle"],
  ["aiheet", "Aiheet"],
  ["tarvitsen", "Tarvitsen"],
  ["ilmoitustaulu", "Ilmoitustaulu"],
];
const SECTIONS = new Map(MENU);

const header = (section) => `<header class="site-header">
<div class="site-header__inner">
<p class="site-header__name"><a href="/"${section ? "" : ' aria-current="page"'}>${NAME}</a></p>

<nav class="menu" aria-label="Päävalikko">
<ul class="menu__list">
${MENU.map(([id, label]) => `<li><a class="menu__link" href="/${id}/"${id === section ? ' aria-current="true"' : ""}>${label}</a></li>`).join("\n")}
</ul>
</nav>
</div>
</header>`;
const HEADERS = new Map(["", "tapahtumat", "paikat"].map((each) => [each, header(each)]));

const breadcrumb = (section) => `<nav class="breadcrumb" aria-label="Olet tässä">
<ol class="breadcrumb__list">
<li><a href="/">Etusivu</a></li>
<li><a href="/${section}/">${SECTIONS.get(section)}</a></li>
</ol>
</nav>`;

const FOOTER = `<nav aria-label="Lisää sivuja">
<ul class="links">
<li><a href="/muutokset/">Muutokset ja peruutukset</a></li>
<li><a href="/jarjestajat/">Järjestäjät</a></li>
<li><a href="/kunnat/">Kunnat</a></li>
<li><a href="/etana/">Osallistu etänä</a></li>
<li><a href="/tilaa/">Tilaa tapahtumat</a></li>
<li><a href="/mukaan/">Mukaan</a></li>
<li><a href="/tietosuoja/">Tietosuoja</a></li>
<li><a href="/tietoa/">Tietoa verkostosta</a></li>
<li><a href="/saavutettavuus/">Saavutettavuus</a></li>
</ul>
</nav>
<p>Huomasitko virheen? Kerro siitä: <a href="mailto:verkosto@example.fi">verkosto@example.fi</a></p>`;

const feeds = (page, title) => `<link rel="alternate" type="text/calendar" title="Tapahtumat: ${title}" href="${page.url}calendar.ics">
<link rel="alternate" type="application/rss+xml" title="Tapahtumat: ${title}" href="${page.url}rss.xml">
`;

export function frame(data, section, main) {
  const { page } = data;
  const title = escape(data.title);
  return `<!doctype html>
<html lang="fi" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${section ? `${title} – ${NAME}` : NAME}</title>
<meta name="description" content="${escape(data.summary ?? "")}">
<link rel="canonical" href="${URL}${page.url}">
<link rel="alternate" hreflang="fi" href="${URL}${page.url}">
${section === "paikat" ? feeds(page, title) : ""}<link rel="icon" href="data:,">
<link rel="stylesheet" href="/theme/kohtaamo.css">
</head>
<body>
<a class="skip-link" href="#content">Siirry sisältöön</a>
${HEADERS.get(section)}
<div class="page">
${section ? breadcrumb(section) : ""}
<main id="content" class="main" tabindex="-1">
<h1>${data.cancelled ? '<strong class="state" lang="fi">Peruttu:</strong> ' : ""}${section ? title : "Tule mukaan"}</h1>

${main}
</main>
</div>
<footer class="footer">
<div class="footer__inner">
${FOOTER}
<p class="print-only">${URL}${page.url}</p>
<p class="quiet">Sivua on viimeksi muutettu ${plainDay(page.date)}.</p>
</div>
</footer>
</body>
</html>
`;
}
