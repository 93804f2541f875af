"""Rules in words, as a resident reads them."""

from datetime import date

import pytest

from kohtaamo.content.schema.recurrence import parse_every, parse_on
from kohtaamo.model.repeat import Repeat
from kohtaamo.publish.wording.repeats import rule_words
from kohtaamo.words.load import shipped_words

# every, on, first date, Finnish, Swedish, English
RULES = [
    ("week", "tue", "2026-12-01", "joka tiistai", "varje tisdag", "every Tuesday"),
    ("week", "", "2026-12-01", "joka tiistai", "varje tisdag", "every Tuesday"),
    ("day", "tue", "2026-12-01", "joka tiistai", "varje tisdag", "every Tuesday"),
    ("month", "tue", "2026-12-01", "joka tiistai", "varje tisdag", "every Tuesday"),
    (
        "2 weeks",
        "wed",
        "2026-12-02",
        "joka toinen keskiviikko",
        "varannan onsdag",
        "every other Wednesday",
    ),
    (
        "3 weeks",
        "wed",
        "2026-12-02",
        "joka kolmas keskiviikko",
        "var tredje onsdag",
        "every third Wednesday",
    ),
    (
        "6 weeks",
        "wed",
        "2026-12-02",
        "6 viikon välein keskiviikkoisin",
        "onsdagar med 6 veckors mellanrum",
        "Wednesdays, every 6 weeks",
    ),
    (
        "week",
        "thu,mon",
        "2026-11-30",
        "maanantaisin ja torstaisin",
        "måndagar och torsdagar",
        "Mondays and Thursdays",
    ),
    (
        "2 weeks",
        "mon,wed,fri",
        "2026-11-30",
        "joka toinen viikko maanantaisin, keskiviikkoisin ja perjantaisin",
        "varannan vecka: måndagar, onsdagar och fredagar",
        "Mondays, Wednesdays and Fridays, every other week",
    ),
    (
        "even weeks",
        "mon,thu",
        "2026-12-07",
        "parillisten viikkojen maanantaisin ja torstaisin",
        "måndagar och torsdagar jämna veckor",
        "Mondays and Thursdays in even-numbered weeks",
    ),
    (
        "odd weeks",
        "fri",
        "2026-12-04",
        "parittomien viikkojen perjantaisin",
        "fredagar udda veckor",
        "Fridays in odd-numbered weeks",
    ),
    (
        "week",
        "mon-fri",
        "2026-11-30",
        "maanantaista perjantaihin",
        "måndag till fredag",
        "Monday to Friday",
    ),
    ("week", "mon-sun", "2026-11-30", "joka päivä", "varje dag", "every day"),
    ("day", "", "2026-11-30", "joka päivä", "varje dag", "every day"),
    ("2 days", "", "2026-11-30", "joka toinen päivä", "varannan dag", "every other day"),
    ("10 days", "", "2026-11-30", "10 päivän välein", "med 10 dagars mellanrum", "every 10 days"),
    (
        "month",
        "1st wed",
        "2026-12-02",
        "kuukauden ensimmäinen keskiviikko",
        "den första onsdagen i månaden",
        "the first Wednesday of the month",
    ),
    (
        "month",
        "2nd thu,4th thu",
        "2026-12-10",
        "kuukauden toinen ja neljäs torstai",
        "den andra och fjärde torsdagen i månaden",
        "the second and fourth Thursday of the month",
    ),
    (
        "month",
        "1st mon,3rd thu",
        "2026-12-07",
        "kuukauden ensimmäinen maanantai ja kolmas torstai",
        "den första måndagen och den tredje torsdagen i månaden",
        "the first Monday and the third Thursday of the month",
    ),
    (
        "2 months",
        "last fri",
        "2026-12-25",
        "joka toinen kuukausi, kuukauden viimeinen perjantai",
        "varannan månad, den sista fredagen i månaden",
        "the last Friday of the month, every other month",
    ),
    (
        "month",
        "last weekday",
        "2026-12-31",
        "kuukauden viimeinen arkipäivä",
        "den sista vardagen i månaden",
        "the last weekday of the month",
    ),
    (
        "month",
        "last day",
        "2026-12-31",
        "kuukauden viimeinen päivä",
        "den sista dagen i månaden",
        "the last day of the month",
    ),
    (
        "month",
        "day 1,day 15",
        "2026-12-01",
        "kuukauden 1. ja 15. päivä",
        "den 1 och 15 i månaden",
        "the 1st and 15th of the month",
    ),
    (
        "month",
        "",
        "2026-12-03",
        "kuukauden 3. päivä",
        "den 3 i månaden",
        "the 3rd of the month",
    ),
    ("year", "", "2026-12-06", "vuosittain", "varje år", "every year"),
    (
        "2 years",
        "1st sat",
        "2027-04-03",
        "joka toinen vuosi, huhtikuun ensimmäinen lauantai",
        "vartannat år, den första lördagen i april",
        "every other year, the first Saturday of April",
    ),
]


@pytest.mark.parametrize(("every", "on", "first", "fi", "sv", "en"), RULES)
def test_a_rule_reads_as_people_say_it(
    every: str, on: str, first: str, fi: str, sv: str, en: str
) -> None:
    ons = tuple(one for part in on.split(",") if part for one in parse_on(part))
    repeat = Repeat(every=parse_every(every), on=ons)
    said = tuple(
        rule_words(shipped_words(tag), repeat, date.fromisoformat(first))
        for tag in ("fi", "sv", "en")
    )
    assert said == (fi, sv, en)
