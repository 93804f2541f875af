"""Fields of a vocabulary term, and of the rules by which a need finds events and places."""

from kohtaamo.content.schema.choices import Choice, TermOf
from kohtaamo.content.schema.field import Field, Record
from kohtaamo.content.schema.many import Labels, ListOf
from kohtaamo.content.schema.scalars import COUNT, SLUG, URL
from kohtaamo.content.schema.shared import FORMERLY
from kohtaamo.model.fitting import EventRule, EventTrait, PlaceRule, PlaceTrait
from kohtaamo.model.terms import Term

EVENT_RULE = Record(
    "event-rule",
    EventRule,
    (
        Field(key="traits", type=ListOf(Choice(EventTrait)), example="[free, drop-in]"),
        Field(key="audiences", type=ListOf(TermOf("audiences")), example="[newcomers]"),
        Field(key="topics", type=ListOf(TermOf("topics")), example="[languages]"),
    ),
)

PLACE_RULE = Record(
    "place-rule",
    PlaceRule,
    (
        Field(key="traits", type=ListOf(Choice(PlaceTrait)), example="[staffed, phone]"),
        Field(key="audiences", type=ListOf(TermOf("audiences")), example="[newcomers]"),
        Field(key="facilities", type=ListOf(TermOf("facilities")), example="[computer]"),
        Field(key="accessibility", type=ListOf(TermOf("accessibility")), example="[quiet-space]"),
    ),
)

TERM = Record(
    "term",
    Term,
    (
        Field(key="id", type=SLUG, required=True, example="saaripitaja"),
        Field(key="label", type=Labels(), required=True, example="{fi: Saaripitäjä}"),
        Field(key="in", type=Labels(), example="{fi: Saaripitäjässä}"),
        Field(key="for", type=Labels(), example="{fi: saaripitäjäläisille}"),
        Field(key="text", type=Labels(), example="{fi: Tule sellaisena kuin olet.}"),
        Field(key="also", type=Labels(), example='{fi: "jumppa, voimistelu"}'),
        Field(key="events", type=ListOf(EVENT_RULE), example="[{traits: [free, drop-in]}]"),
        Field(key="places", type=ListOf(PLACE_RULE), example="[{traits: [staffed]}]"),
        Field(key="uri", type=URL, example="http://www.yso.fi/onto/yso/p105818"),
        Field(key="associations", type=COUNT, example="160"),
        FORMERLY,
    ),
)
