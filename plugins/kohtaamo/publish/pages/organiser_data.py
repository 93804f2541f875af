"""What search engines and assistants are told of an organiser, as schema.org has it."""

from markupsafe import Markup

from kohtaamo.model.organiser import Organiser, Sector
from kohtaamo.model.translation import said
from kohtaamo.publish.html.json_ld import json_ld
from kohtaamo.publish.pages.data_names import organisation_names
from kohtaamo.publish.pages.reader import Reader
from kohtaamo.publish.pictures.picture import picture_of
from kohtaamo.text.runs import plain

_PUBLIC = (Sector.MUNICIPALITY, Sector.WELLBEING_COUNTY)


def organiser_data(reader: Reader, organiser: Organiser) -> Markup:
    """An organiser in the language of its page."""
    contact = organiser.contact
    picture = picture_of(reader.edition, organiser, reader.language)
    towns = (reader.term("municipalities", key).text for key in organiser.municipalities)
    return json_ld(
        {
            "@type": "GovernmentOrganization" if organiser.sector in _PUBLIC else "Organization",
            **organisation_names(reader, organiser.slug),
            "name": said(organiser, "name", reader.language).text,
            "description": said(organiser, "summary", reader.language).text,
            "sameAs": organiser.url,
            "telephone": contact.phone if contact else None,
            "email": contact.email if contact else None,
            "identifier": organiser.business_id,
            "image": picture.url if picture else None,
            "areaServed": [plain(each) for each in towns],
        }
    )
