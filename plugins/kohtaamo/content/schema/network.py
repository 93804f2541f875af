"""Fields of `network.yml`."""

from kohtaamo.content.schema.choices import Choice, Reference, TermOf
from kohtaamo.content.schema.field import Field, Record
from kohtaamo.content.schema.many import ListOf
from kohtaamo.content.schema.scalars import (
    DATE,
    EMAIL,
    INTERFACE_LANGUAGE,
    LINE,
    PHONE,
    SHORT,
    SLUG,
    URL,
    URL_TEMPLATE,
    YES_NO,
)
from kohtaamo.content.schema.shared import CONTACT, WRITTEN_IN
from kohtaamo.model.network import (
    AccessibilityStatement,
    Brand,
    Conformance,
    Coordinator,
    Forge,
    Identity,
    Links,
    Owner,
    Repository,
)

COORDINATOR = Record(
    "coordinator",
    Coordinator,
    (
        Field(key="role", type=LINE, required=True, is_phrase=True, example="Pesävahti"),
        Field(key="organisation", type=LINE, is_phrase=True, example="Saaripitäjien avoimet ovet"),
        Field(key="from", type=DATE, example="2026-01-01"),
        Field(key="until", type=DATE, example="2026-12-31"),
        Field(key="deputy", type=LINE, is_phrase=True, example="Varapesävahti"),
        Field(key="email", type=EMAIL, example="koordinaattori@example.fi"),
        Field(key="phone", type=PHONE, example="010 123 0000"),
    ),
)

OWNER = Record(
    "owner",
    Owner,
    (
        Field(key="municipality", type=TermOf("municipalities"), example="saaripitaja"),
        Field(key="accounts", type=ListOf(SHORT), required=True, example="[verkosto/saaripitaja]"),
    ),
)

REPOSITORY = Record(
    "repository",
    Repository,
    (
        Field(key="forge", type=Choice(Forge), example="github"),
        Field(key="url", type=URL, example="https://example.org/verkosto/kohtaamo"),
        Field(key="branch", type=SHORT, example="main"),
        Field(key="public", type=YES_NO, example="yes"),
        Field(
            key="owners",
            type=ListOf(OWNER),
            example="[{municipality: saaripitaja, accounts: [verkosto/saaripitaja]}]",
        ),
    ),
)

LINKS = Record(
    "links",
    Links,
    (
        Field(key="map", type=URL_TEMPLATE, example='"https://example.org/?lat={lat}&lon={lon}"'),
        Field(key="address_map", type=URL_TEMPLATE, example='"https://example.org/?q={address}"'),
        Field(key="journey", type=URL_TEMPLATE, example='"https://example.org/reitti/{lat},{lon}"'),
    ),
)

STATEMENT = Record(
    "accessibility-statement",
    AccessibilityStatement,
    (
        Field(key="status", type=Choice(Conformance), example="partial"),
        Field(
            key="failing",
            type=ListOf(LINE),
            is_phrase=True,
            example="[Osa kuvista on vailla tekstiä.]",
        ),
        Field(key="assessed", type=DATE, example="2026-11-01"),
        Field(key="by", type=LINE, is_phrase=True, example="Itsearviointi"),
        Field(key="feedback", type=EMAIL, example="palaute@example.fi"),
        Field(key="unit", type=LINE, is_phrase=True, example="Hyvinvointipalvelut"),
    ),
)

BRAND = Record(
    "brand",
    Brand,
    (
        Field(key="colour", type=SHORT, example='"#00594f"'),
        Field(key="logo", type=LINE, example="logo.png"),
    ),
)

NETWORK = Record(
    "network",
    Identity,
    (
        Field(key="id", type=SLUG, required=True, example="saaripitajien-avoimet-ovet"),
        Field(
            key="name",
            type=LINE,
            required=True,
            translatable=True,
            example="Saaripitäjien avoimet ovet",
        ),
        Field(key="area", type=LINE, translatable=True, example="Keski-Suomi"),
        Field(key="languages", type=ListOf(INTERFACE_LANGUAGE), required=True, example="[fi, sv]"),
        Field(key="organiser", type=Reference("organiser"), example="saaripitajien-verkosto"),
        Field(key="coordinator", type=COORDINATOR, example="{role: Pesävahti}"),
        Field(key="contact", type=CONTACT, example="{email: posti@example.fi}"),
        Field(key="licence", type=LINE, is_phrase=True, example="CC BY 4.0"),
        Field(key="repository", type=REPOSITORY, example="{forge: github}"),
        Field(key="links", type=LINKS, example='{map: "https://example.org/?lat={lat}&lon={lon}"}'),
        Field(key="accessibility_statement", type=STATEMENT, example="{status: partial}"),
        Field(key="brand", type=BRAND, example='{colour: "#00594f"}'),
        WRITTEN_IN,
    ),
)
