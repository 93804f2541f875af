"""The sizes a network is made in."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How many of each there are; every place lies in a municipality of its own."""

    places: int
    events: int
    organisers: int
    notices: int


SIZES: Mapping[str, Size] = {
    # Three municipalities and what they do: for tests.
    "XS": Size(places=3, events=24, organisers=6, notices=2),
    # A region.
    "S": Size(places=20, events=200, organisers=40, notices=6),
    "M": Size(places=100, events=2_000, organisers=400, notices=30),
    # The whole country, and the whole country at its busiest.
    "L": Size(places=309, events=10_000, organisers=2_000, notices=90),
    "XL": Size(places=309, events=50_000, organisers=2_000, notices=90),
}
