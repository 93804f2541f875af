"""The files that the page of the form loads, beside the page itself."""

from collections.abc import Iterator
from functools import partial

from kohtaamo.addresses import file_of
from kohtaamo.listings.edition import Edition
from kohtaamo.publish.about_event import addresses_in
from kohtaamo.publish.form.data import form_data, things_data
from kohtaamo.publish.output import NETWORK, ORGANISERS, PLACES, Output, of_listing
from kohtaamo.words.load import SHIPPED

FORM_FILE, THINGS_FILE = "form.json", "things.json"


def form_outputs(edition: Edition) -> Iterator[Output]:
    """Words and rules of each language that has the form; what there is, once a municipality."""
    for language in edition.languages:
        if language in SHIPPED:
            yield Output(
                f"{_folder(edition, language)}{FORM_FILE}",
                partial(form_data, edition, language),
                FORM_FILE,
                (PLACES, ORGANISERS, NETWORK),
            )
    for key in edition.network.vocabularies["municipalities"]:
        yield Output(
            things_file(edition, key),
            partial(things_data, edition, key),
            THINGS_FILE,
            (of_listing("municipality", key),),
        )


def things_file(edition: Edition, municipality: str) -> str:
    """`ilmoita/rautjarvi.json`: no language counts, so all have the first language's."""
    return f"{_folder(edition, edition.first_language)}{municipality}.json"


def _folder(edition: Edition, language: str) -> str:
    return file_of(addresses_in(edition, language).section("tell")).removesuffix("index.html")
