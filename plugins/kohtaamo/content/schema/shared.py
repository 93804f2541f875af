"""Records that several kinds of file use."""

from kohtaamo.content.schema.field import Field, Record
from kohtaamo.content.schema.many import ListOf
from kohtaamo.content.schema.scalars import (
    BLOCK,
    EMAIL,
    INTERFACE_LANGUAGE,
    LANGUAGE,
    LATITUDE,
    LINE,
    LONGITUDE,
    PHONE,
    SHORT,
    SLUG,
    URL,
    YES_NO,
)
from kohtaamo.model.common import Address, Contact, Coordinates, Image

ADDRESS = Record(
    "address",
    Address,
    (
        Field(key="street", type=LINE, required=True, is_phrase=True, example="Kylätie 1"),
        Field(key="postcode", type=SHORT, example="56800"),
        Field(key="town", type=SHORT, is_phrase=True, example="Kirkonkylä"),
        Field(key="directions", type=LINE, is_phrase=True, example="Sisäänkäynti pihan puolelta"),
    ),
)

COORDINATES = Record(
    "coordinates",
    Coordinates,
    (
        Field(key="lat", type=LATITUDE, required=True, example="61.428"),
        Field(key="lon", type=LONGITUDE, required=True, example="29.370"),
    ),
)

CONTACT = Record(
    "contact",
    Contact,
    (
        Field(key="role", type=LINE, is_phrase=True, example="Hyvinvointisihteeri"),
        Field(key="phone", type=PHONE, example="010 123 0000"),
        Field(key="email", type=EMAIL, example="kohtaamispaikka@example.fi"),
        Field(key="url", type=URL, example="https://example.fi/"),
    ),
)

IMAGE = Record(
    "image",
    Image,
    (
        Field(key="file", type=LINE, required=True, example="olohuone.jpg"),
        Field(
            key="alt",
            type=LINE,
            required=True,
            is_phrase=True,
            example="Ihmisiä kahvipöydän ääressä",
        ),
        Field(key="credit", type=LINE, is_phrase=True, example='"Kuva: Saaripitäjän kunta"'),
    ),
)

IMAGES = Field(
    key="images", type=ListOf(IMAGE), example="[{file: olohuone.jpg, alt: Pöytä ja tuoleja}]"
)
LANGUAGES = Field(key="languages", type=ListOf(LANGUAGE), example="[fi, sv]")
SUMMARY = Field(
    key="summary", type=LINE, translatable=True, example="Kahvia ja seuraa joka torstai."
)
WRITTEN_IN = Field(key="written_in", type=INTERFACE_LANGUAGE, example="sv")
FORMERLY = Field(key="formerly", type=ListOf(SLUG), example="[vanha-nimi]")
SAMPLE = Field(key="sample", type=YES_NO, example="yes")
TEXT = Field(key="text", type=BLOCK, translatable=True, example="Tervetuloa!")
