"""What a check knows of the portal's addresses is what a build makes."""

from pathlib import Path

from kohtaamo.addresses import Addresses, file_of, reserved_slugs
from kohtaamo.content.build.draft import build_network
from kohtaamo.content.defaults import default_vocabularies
from kohtaamo.content.load import draft_of, own_words
from kohtaamo.content.rules.portal import SUBSCRIBED, Portal
from kohtaamo.content.source.layout import THINGS
from kohtaamo.host.read_all import read_files
from kohtaamo.publish.outputs import all_outputs
from kohtaamo.words.load import words_of
from tests.conftest import SITES
from tests.editions import edition_of

THEME = Path(__file__).parents[2] / "theme"


def test_every_file_of_a_build_is_there_and_every_calendar_and_feed() -> None:
    content = SITES / "everything" / "content"
    folder = read_files(content)
    network = build_network(folder.built, default_vocabularies())
    words = words_of(network.identity.languages, own_words(folder.built))
    draft = draft_of(folder.found, folder.built, network, reserved_slugs(), words)
    portal = Portal(draft)
    made = {each.path for each in all_outputs(edition_of(content), THEME, content / "images")}

    assert [path for path in sorted(made) if not portal.has(f"/{path}")] == []

    first = network.identity.first_language
    addresses = Addresses(words=words[first], is_first=True)
    slugs = {folder: draft.known[kind] - draft.closed for folder, kind in THINGS.items()}
    named = {**slugs, **network.vocabularies}
    expected = {
        file_of(addresses.under(section, name) + file)
        for section in SUBSCRIBED
        for name in named[section]
        for file in ("", *SUBSCRIBED[section])
    }
    assert sorted(expected - made) == []
