"""Pelican's settings → what one build is asked for."""

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from kohtaamo.host.clock import today_in_finland
from kohtaamo.host.order import Job, Order
from kohtaamo.host.settings import MEMORY_PATH
from kohtaamo.problems.problem import Refused
from kohtaamo.publish.admin.setting import Admin
from kohtaamo.publish.profiles import PROFILES
from kohtaamo.text.dates import parse_date

# A name or a number, of IPv6 too, and a port; no user, no password.
_HOST = re.compile(r"[A-Za-z0-9.:\[\]-]+")
_ADMIN_KEYS = frozenset({"app_id", "login_server"})
_KEPT = "%!$&'()*+,/:;=@~"


class WrongSetting(Exception):
    """A setting that nothing can be built with; the sentence says what to write instead."""


def job_of(settings: Mapping[str, Any], content: Path, theme: Path) -> Job:
    """The job; WrongSetting for a TODAY that is no date, a SITEURL that is no address."""
    admin = _admin(settings.get("ADMIN", False))
    return Job(
        content=content,
        theme=theme,
        site_url=site_address(settings["SITEURL"]),
        today=_today(settings.get("TODAY")),
        publish=bool(settings.get("PUBLISH")),
        profile=_profile(settings.get("PROFILE", "full")),
        search=_yes_or_no(settings, "SEARCH", default=True),
        admin=admin,
        admin_program=Path(settings.get("MEMORY_PATH") or MEMORY_PATH, "admin")
        if admin
        else Path(),
    )


def order_of(
    settings: Mapping[str, Any], content: Path, theme: Path, output: Path, *, is_watched: bool
) -> Order:
    """The job, and where its result goes; WrongSetting as `job_of`."""
    return Order(
        job=job_of(settings, content, theme),
        output=output,
        keep=tuple(settings["OUTPUT_RETENTION"]),
        language=str(settings.get("MESSAGE_LANGUAGE", "fi")),
        is_watched=is_watched,
        memory=Path(folder) if (folder := settings.get("MEMORY_PATH")) else None,
        quarantine=_yes_or_no(settings, "QUARANTINE"),
        search_later=_yes_or_no(settings, "SEARCH_LATER"),
    )


def _yes_or_no(settings: Mapping[str, Any], name: str, *, default: bool = False) -> bool:
    """A setting that nobody may take for what it is not: the text "false" would be true."""
    written = settings.get(name, default)
    if not isinstance(written, bool):
        raise WrongSetting(f"Asetus {name} = {written!r} ei ole True eikä False.")
    return written


def _profile(written: object) -> str:
    if written not in PROFILES:
        known = ", ".join(PROFILES)
        raise WrongSetting(f"Asetus PROFILE = {written!r} ei ole mikään näistä: {known}.")
    return str(written)


def _admin(written: object) -> Admin | None:
    """Nothing for False; what is not in ADMIN is asked of nobody."""
    if written is False or written is None:
        return None
    if written is True:
        return Admin()
    if isinstance(written, Mapping) and written.keys() <= _ADMIN_KEYS:
        server = str(written.get("login_server", "")).rstrip("/")
        if not server or server.startswith("https://"):
            return Admin(app_id=str(written.get("app_id", "")), login_server=server)
    raise WrongSetting(
        f"Asetus ADMIN = {written!r} ei ole True eikä False. Kirjoita True, tai"
        ' {"app_id": "…"} (GitLab, Forgejo) tai {"login_server": "https://…"} (GitHub).'
    )


def site_address(written: object) -> str:
    """The address in ASCII (RFC 3986), without a slash at its end.

    Addresses are put together behind it, so a query or a fragment can have no part in it.
    """
    with suppress(ValueError):
        parts = urlsplit(str(written).rstrip("/"))
        host = parts.netloc.encode("idna").decode()
        is_plain = _HOST.fullmatch(host) and parts.port != 0 and not (parts.query or parts.fragment)
        if parts.scheme in {"http", "https"} and parts.hostname and is_plain:
            return f"{parts.scheme}://{host}{quote(parts.path, safe=_KEPT)}"
    raise WrongSetting(
        f"Asetus SITEURL = {written!r} ei ole verkko-osoite."
        " Kirjoita esimerkiksi https://kohtaamo.example."
    )


def _today(written: object) -> date:
    """The TODAY setting as a date; without one, today in Finland."""
    if written is None:
        return today_in_finland()
    try:
        return parse_date(str(written))
    except Refused:
        raise WrongSetting(
            f"Asetus TODAY = {written!r} ei ole päivä. Kirjoita esimerkiksi 2026-12-01."
        ) from None
