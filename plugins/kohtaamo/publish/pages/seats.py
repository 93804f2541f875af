"""How many of a municipality's registered associations are in the network."""

from kohtaamo.model.organiser import Sector
from kohtaamo.publish.pages.context import PageContext


def of_all(context: PageContext, municipality: str) -> str:
    """The sentence, where somebody has said how many there are; else "".

    Organisers stand where they work, associations are counted where they have their seat: of fewer
    than are here nothing is said.
    """
    term = context.network.vocabularies["municipalities"].get(municipality)
    if term is None or term.associations is None:
        return ""
    organisers = context.network.organisers
    here = [
        slug
        for slug in context.site.organisers_in.get(municipality, ())
        if organisers[slug].sector is Sector.ASSOCIATION
    ]
    if len(here) > term.associations:
        return ""
    return context.words("site.organisers.of_all", count=len(here), all=term.associations)
