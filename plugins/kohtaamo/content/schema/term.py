"""Fields of a vocabulary term."""

from kohtaamo.content.schema.field import Field, Record
from kohtaamo.content.schema.many import Labels
from kohtaamo.content.schema.scalars import COUNT, SLUG, URL
from kohtaamo.content.schema.shared import FORMERLY
from kohtaamo.model.terms import Term

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
        Field(key="uri", type=URL, example="http://www.yso.fi/onto/yso/p105818"),
        Field(key="associations", type=COUNT, example="160"),
        FORMERLY,
    ),
)
