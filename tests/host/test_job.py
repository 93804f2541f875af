"""What Pelican's settings ask for, and settings that cannot be meant."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kohtaamo.host.build import Job
from kohtaamo.host.job import WrongSetting, job_of


def _job(**settings: Any) -> Job:
    given = {"SITEURL": "https://kohtaamo.example", "TODAY": "2026-12-01", **settings}
    return job_of(given, Path("content"), Path("theme"))


def test_a_job() -> None:
    assert _job() == Job(
        content=Path("content"),
        theme=Path("theme"),
        site_url="https://kohtaamo.example",
        today=date(2026, 12, 1),
        publish=False,
    )


def test_a_public_job_at_an_address_with_a_path() -> None:
    job = _job(SITEURL="https://kunta.example/kohtaamo/", PUBLISH=True)

    assert (job.site_url, job.publish) == ("https://kunta.example/kohtaamo", True)


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://kylä.example/Äijälä 1/", "https://xn--kyl-sla.example/%C3%84ij%C3%A4l%C3%A4%201"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("http://[::1]:8000/", "http://[::1]:8000"),
        ("http://portaali:8000", "http://portaali:8000"),
    ],
)
def test_calendars_and_feeds_get_an_address_of_plain_letters(written: str, address: str) -> None:
    assert _job(SITEURL=written).site_url == address


@pytest.mark.parametrize("written", ["1.12.2026", "2026-12-01", date(2026, 12, 1)])
def test_the_day_in_every_form(written: object) -> None:
    assert _job(TODAY=written).today == date(2026, 12, 1)


@pytest.mark.parametrize("written", ["", "huomenna", "2026-02-30", 20261201, True])
def test_a_day_that_is_none(written: object) -> None:
    with pytest.raises(WrongSetting) as wrong:
        _job(TODAY=written)

    said = f"Asetus TODAY = {written!r} ei ole päivä. Kirjoita esimerkiksi 2026-12-01."
    assert str(wrong.value) == said


@pytest.mark.parametrize(
    "written",
    [
        *("", "kohtaamo.example", "ftp://x.example", "https://", "https://[", None),
        *("https://x.example/?kieli=fi", "https://x.example/#alku", "https://a:b@x.example"),
        *("https://x y.example", 'https://x".example', "https://x.example:sata"),
    ],
)
def test_an_address_that_is_none(written: object) -> None:
    with pytest.raises(WrongSetting) as wrong:
        _job(SITEURL=written)

    assert str(wrong.value) == (
        f"Asetus SITEURL = {written!r} ei ole verkko-osoite."
        " Kirjoita esimerkiksi https://kohtaamo.example."
    )
