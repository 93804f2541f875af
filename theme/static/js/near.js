// Sorts the places of the page by their distance from the reader, who has pressed for it.
//
// Where the reader is stays here: nothing is asked of the network, and nothing is kept. Cards are
// copied into a list of their own, so that those by municipality stay as they are.

const { acos, cos, min, sin } = Math;
const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));
const copy = (element) => element.cloneNode(true);
const nearest = ([one], [other]) => one - other;
const box = document.querySelector(".near");
const [button, status, template, section] = all("button, [role], template, section", box);
const [LESS, ABOUT, UNKNOWN, ASKING, SORTED, BY_TOWN, INSTEAD, ...FAILED] = (
  template.content.children
);
const list = section.appendChild(document.querySelector(".cards").cloneNode());

// Kilometres on a great circle to an element's "61.4286,29.3711".
function away(here, spot) {
  const degrees = [...spot.dataset.at.split(","), here.latitude, here.longitude];
  const [lat, lon, fromLat, fromLon] = degrees.map((each) => each * Math.PI / 180);
  const along = cos(lat) * cos(fromLat) * cos(lon - fromLon);
  return 6371 * acos(min(1, sin(lat) * sin(fromLat) + along));
}

// How far the nearest spot of a card is, the card, and the line that says so.
function measured(card, here) {
  const spots = all("[data-at]", card).map((each) => [away(here, each), each]).sort(nearest);
  const [far, spot] = spots[0] || [Infinity];
  const line = copy(far < 1 ? LESS : spot ? ABOUT : UNKNOWN);
  const said = line.firstChild;
  const number = far.toLocaleString(said.lang || document.documentElement.lang, {
    maximumSignificantDigits: 2,
  });
  said.textContent = said.textContent.replace("#", number);
  if (spot && spot.matches("span")) line.append(", ", copy(spot));
  line.append(", ", copy(card.closest(".group").querySelector("a")));
  return [far, card, line];
}

function say(...sentences) {
  status.textContent = "";
  status.append(...sentences.map(copy));
}

function turn(sentence) {
  all(".near__turn").forEach((each) => { each.hidden = !each.hidden; });
  say(sentence);
}

function sort(here) {
  const known = new Set();
  const cards = all(".group .card").map((card) => measured(card, here));
  cards.sort(nearest).forEach(([, card, line]) => {
    const place = card.querySelector("a").href;
    if (known.has(place)) return;
    known.add(place);
    list.appendChild(copy(card)).querySelector(".card__title").after(line);
  });
  turn(SORTED);
}

button.addEventListener("click", () => {
  if (list.firstChild) {
    list.textContent = "";
    turn(BY_TOWN);
  } else {
    say(ASKING);
    navigator.geolocation.getCurrentPosition(
      (found) => list.firstChild || sort(found.coords),
      (error) => say(FAILED[error.code - 1], INSTEAD),
      { timeout: 20000 },
    );
  }
});

// Browsers tell nobody where they are on a page that came over http.
box.hidden = !(navigator.geolocation && isSecureContext);
