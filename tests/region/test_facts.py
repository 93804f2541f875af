"""What is worked out from few answers, and the words it is said in."""

import string

import pytest

from kohtaamo.words.load import SHIPPED
from kohtaamo.writing.region.facts import guessed_forge, guessed_site, suggested_id
from kohtaamo.writing.region.inflected import suggested_in
from kohtaamo.writing.region.words import region_words

# How people there say it: Kielitoimiston ohjepankki, Kielikello, the municipalities themselves.
WITHIN = {
    "Rautjärvi": "Rautjärvellä",
    "Rovaniemi": "Rovaniemellä",
    "Kokemäki": "Kokemäellä",
    "Orivesi": "Orivedellä",
    "Pietarsaari": "Pietarsaaressa",
    "Karkkila": "Karkkilassa",
    "Kauniainen": "Kauniaisissa",
    "Huittinen": "Huittisissa",
    "Kangasniemi": "Kangasniemellä",
    "Lahti": "",
    "Liminka": "",
    "Puolanka": "",
}


@pytest.mark.parametrize(("name", "within"), WITHIN.items())
def test_where_is_only_guessed_when_the_name_tells(name: str, within: str) -> None:
    assert suggested_in(name) == within


@pytest.mark.parametrize(
    ("repository", "forge", "site"),
    [
        ("https://github.com/Ovet/portaali", "github", "https://ovet.github.io/portaali"),
        ("https://github.com/ovet/ovet.github.io", "github", "https://ovet.github.io"),
        ("https://gitlab.com/ovet/portaali.git", "gitlab", "https://ovet.gitlab.io/portaali"),
        ("https://gitlab.com/ovet/ryhma/portaali", "gitlab", ""),
        ("https://codeberg.org/ovet/portaali", "forgejo", "https://ovet.codeberg.page/portaali"),
        ("https://git.kunta.example/ovet/portaali", "", ""),
        ("", "", ""),
    ],
)
def test_a_repository_tells_its_forge_and_where_its_pages_are(
    repository: str, forge: str, site: str
) -> None:
    assert guessed_forge(repository) == forge
    assert guessed_site(repository) == site


@pytest.mark.parametrize(
    ("name", "site", "network_id"),
    [
        ("Avoimet ovet", "https://www.ovet.fi", "ovet-fi"),
        ("Avoimet ovet", "https://ovet.github.io/portaali", "ovet-github-io-portaali"),
        ("Äijälän avoimet ovet", "", "aijalan-avoimet-ovet"),
        ("Kohtaamo malli", "", ""),
    ],
)
def test_an_id_comes_from_what_nobody_else_has(name: str, site: str, network_id: str) -> None:
    assert suggested_id(name, site) == network_id


@pytest.mark.parametrize("tag", SHIPPED)
def test_every_language_says_the_same_with_the_same_values(tag: str) -> None:
    def own(language: str) -> dict[str, set[str | None]]:
        texts = region_words(language).texts.items()
        return {
            key: {name for _, name, _, _ in string.Formatter().parse(text) if name}
            for key, text in texts
            if key.startswith("region.")
        }

    assert own(tag) == own("fi")
