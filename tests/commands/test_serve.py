"""`kohtaamo serve`: builds, shows the pages on this machine, and builds again on every change."""

import shutil
from pathlib import Path

from tests.commands.conftest import DEADLINE, PORTAL, Serve, Serving
from tests.conftest import ROOT


def test_a_preview_from_start_to_end(serving: Serving, small_content: Path) -> None:
    count = int(serving.told(r"^(\d+) sivua ja \d+ muuta tiedostoa muuttui\.$"))
    port = int(serving.told(PORTAL))
    address = "/tapahtumat/joululaulut/"

    assert count > 0
    assert "Joululaulut asemalla" in serving.get(port, address)[2]
    assert serving.get(port, "/tapahtumat/calendar.ics")[1] == "text/calendar; charset=utf-8"
    assert serving.get(port, "/ei-ole/")[0] == 404

    event = small_content / "events" / "joululaulut.md"
    text = event.read_text("utf-8").replace("Joululaulut asemalla", "Kauneimmat laulut")
    event.write_text(text, "utf-8")
    assert serving.told(r"^(\d+) sivua ja \d+ muuta tiedostoa muuttui\.$")
    assert "Kauneimmat laulut" in serving.get(port, address)[2]

    assert serving.interrupt() == 0
    assert serving.told(r"^(Lopetettu\. .*)$") == (
        "Lopetettu. Viimeisin sivusto on kansiossa site/."
    )


def test_faults_leave_the_last_good_site_and_are_a_page(
    serving: Serving, small_content: Path
) -> None:
    port = int(serving.told(PORTAL))
    network = small_content / "network.yml"
    good = network.read_text("utf-8")

    network.write_text("id: [\n", "utf-8")

    line = serving.told(r"^content/network\.yml:(\d+): ")
    assert serving.told(r"^(Sivustoa ei .*)$") == (
        "Sivustoa ei rakennettu. Korjaa virheet; entinen sivusto jäi ennalleen."
    )
    assert serving.told(r"^(Viat .*)$") == (
        f"Viat näkyvät myös selaimessa: http://127.0.0.1:{port}/_kohtaamo/faults/"
    )
    page = serving.get(port, "/_kohtaamo/faults/")[2]
    assert f"<code>content/network.yml:{line}</code>" in page
    assert "Joululaulut asemalla" in serving.get(port, "/tapahtumat/joululaulut/")[2]

    network.write_text(good, "utf-8")

    assert serving.told(r"^(Mikään .*)$") == "Mikään ei muuttunut."
    assert "<h1>Ei virheitä</h1>" in serving.get(port, "/_kohtaamo/faults/")[2]


def test_a_broken_template_is_a_page_too(served: Serve, small_content: Path) -> None:
    """Whoever works on the theme sees what the program says."""
    theme = Path(shutil.copytree(ROOT / "theme", small_content.parent / "theme"))
    serving = served()
    port = int(serving.told(PORTAL))

    event = theme / "templates" / "event.html"
    event.write_text("{% extends 'base.html' %}{% block content %}{{ nowhere }}{% endblock %}")

    assert serving.told(r"^(Viat näkyvät) myös selaimessa")
    page = serving.get(port, "/_kohtaamo/faults/")[2]
    assert "<p>Ohjelma, sivupohja tai asetustiedosto on rikki. Viesti on alla." in page
    assert "UndefinedError: &#39;nowhere&#39; is undefined" in page


def test_a_first_start_with_faults(served: Serve, small_content: Path) -> None:
    event = small_content / "events" / "joululaulut.md"
    good = event.read_text("utf-8")
    event.write_text(good.replace("start: 2026-12-18 17:00", "start: huomenna"), "utf-8")
    # What the nightly build may leave out, the preview tells.
    serving = served("QUARANTINE = True\n")
    port = int(serving.told(PORTAL))

    status, _, page = serving.get(port, "/")
    assert status == 503
    assert "<h1>Sivustoa ei päivitetty: 1 virhe</h1>" in page

    event.write_text(good, "utf-8")

    assert serving.told(r"^(\d+ sivua) ja")
    assert serving.get(port, "/")[0] == 200


def test_many_saves_end_in_the_last(serving: Serving, small_content: Path) -> None:
    """Also those that come while a build is running."""
    port = int(serving.told(PORTAL))
    event = small_content / "events" / "joululaulut.md"
    text = event.read_text("utf-8")

    for number in range(1, 51):
        event.write_text(text.replace("Joululaulut asemalla", f"Laulut {number}."), "utf-8")
        if number == 25:
            # The next ones are saved in the middle of a build, or right after one.
            serving.told(r"^(\d+ sivua) ja")

    while "Laulut 50." not in serving.get(port, "/tapahtumat/joululaulut/")[2]:
        serving.told(r"(muuttui)")


def test_settings_saved_by_renaming_are_seen_each_time(
    serving: Serving, small_content: Path
) -> None:
    """As many editors save: the system forgets a file that another takes the place of."""
    serving.told(PORTAL)
    settings = small_content.parent / "pelicanconf.py"
    good = settings.read_text("utf-8")
    for number in range(1, 4):
        draft = settings.with_suffix(".draft")
        draft.write_text(f"{good}print('Asetukset {number}')\n", "utf-8")
        draft.replace(settings)
        assert serving.told(rf"^(Asetukset {number})$")


def test_a_folder_that_was_away_is_seen_when_it_is_back(
    serving: Serving, small_content: Path
) -> None:
    port = int(serving.told(PORTAL))
    away = small_content.with_name("muualla")
    small_content.rename(away)
    assert serving.told(r"^(Viat näkyvät) myös selaimessa")
    page = serving.get(port, "/_kohtaamo/faults/")[2]
    assert "<p>Kansiota " in page
    assert " ei ole. Anna sisältökansion nimi." in page

    away.rename(small_content)

    assert serving.told(r"^(Mikään .*)$") == "Mikään ei muuttunut."


def test_it_can_be_ended_while_it_builds(served: Serve, small_content: Path) -> None:
    serving = served("import signal\nprint('Rakennan', flush=True)\nsignal.pause()\n")
    serving.told("^(Rakennan)$")

    assert serving.interrupt() == 0
    assert serving.told(r"^(Lopetettu\. .*)$")


def test_a_taken_port_is_told_before_anything_is_built(
    serving: Serving, small_content: Path
) -> None:
    port = serving.told(PORTAL)

    second = Serving(small_content, "-o", "second", "--port", port)

    assert second.told(r"^(Portti .*)$") == (
        f"Portti {port} on jo käytössä. Valitse toinen: make serve PORT=8080"
    )
    assert second.process.wait(DEADLINE) == 2
    assert not (small_content.parent / "second").exists()
    second.end()
