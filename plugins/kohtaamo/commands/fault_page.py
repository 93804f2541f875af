"""The page that lists what stopped a build. Texts in it come from contributors: all are escaped."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from kohtaamo.commands.build_end import BuildEnd, Entry
from kohtaamo.problems.formats import LONGEST_FIELD
from kohtaamo.problems.visible import shortened, visible
from kohtaamo.publish.html.policy import CONTENT_SECURITY_POLICY

PREVIEW = Path(__file__).with_name("preview")
STYLE_ADDRESS = "/_kohtaamo/faults.css"
# What messages mean, by language: there before there is a portal, and in its smaller profile.
MESSAGES_ADDRESS = "/_kohtaamo/messages/"

_FOLLOWS = "Tämä sivu vaihtuu itsestään, kun vika on poissa; jos niin ei käy, lataa se uudelleen."
_UNTOUCHED = "Viimeisin ehjä sivusto on paikallaan, ja sitä voi selata."
_NOWHERE = "Sivustoa ei vielä ole. Se tulee tähän, kun virheet on korjattu."


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One problem as it is shown: `place` is `path:line`, `explained` where its code is."""

    place: str
    field: str
    message: str
    lang: str
    code: str
    explained: str


def fault_page(report: BuildEnd, back: str | None) -> str:
    """HTML in Finnish; messages carry their own language.

    `back` is an address of the last good site, a path; None where there is no site yet.
    """
    return rendered(
        "faults.html",
        title=_title(report),
        lead=tuple(_lead(report, back)),
        back=back or "",
        back_words="Takaisin viimeisimmälle ehjälle sivulle" if report.code else "Sivustolle",
        crash=report.crash,
        errors=_rows(report.errors, report.language),
        warnings=_rows(report.warnings, report.language),
    )


def rendered(template: str, **values: object) -> str:
    """A page of the preview's own; whatever it shows is escaped."""
    environment = Environment(
        loader=FileSystemLoader(PREVIEW, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template(template).render(
        **values,
        style=STYLE_ADDRESS,
        # Our own constant without a double quote, so that it reads in the page as it does here.
        policy=Markup(CONTENT_SECURITY_POLICY),  # noqa: S704
    )


def counted(number: int, one: str, many: str) -> str:
    """`1 virhe`, `2 virhettä`."""
    return f"{number} {one if number == 1 else many}"


def _title(report: BuildEnd) -> str:
    if not report.code:
        return "Ei virheitä"
    if report.errors:
        return f"Sivustoa ei päivitetty: {counted(len(report.errors), 'virhe', 'virhettä')}"
    return "Sivustoa ei päivitetty"


def _lead(report: BuildEnd, back: str | None) -> Iterable[str]:
    if not report.code:
        yield "Sivusto on ajan tasalla."
        return
    if report.errors:
        what = "Korjaa virheet tiedostoihin ja tallenna."
    elif report.crash:
        what = "Ohjelma, sivupohja tai asetustiedosto on rikki. Viesti on alla."
    else:
        what = report.stopped or "Rakentaminen keskeytyi. Pääte kertoo, mihin."
    yield f"{what} {_FOLLOWS}"
    yield _NOWHERE if back is None else _UNTOUCHED


def _rows(entries: Iterable[Entry], language: str) -> tuple[Row, ...]:
    return tuple(
        Row(
            place=f"{visible(entry.path)}:{entry.line}",
            field=shortened(visible(entry.field), LONGEST_FIELD),
            message=entry.message,
            lang=language,
            code=entry.code,
            explained=f"{MESSAGES_ADDRESS}{language}/#{entry.code}",
        )
        for entry in entries
    )
