"""Pictures on their way through a whole build."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kohtaamo.host import settings as defaults
from kohtaamo.host.generator import PortalGenerator

ROOT = Path(__file__).parents[2]
EVERYTHING = ROOT / "tests" / "sites" / "everything" / "content"


def test_they_lie_at_their_addresses(built: Callable[[str], Path]) -> None:
    images = built("everything") / "images"
    assert sorted(file.relative_to(images).as_posix() for file in images.rglob("*.*")) == [
        f"{name}{version}"
        for name in ("logo-png", "simpukka/ranta-avif", "simpukka/ranta-webp", "simpukka/sali-jpg")
        for version in ("-1200.webp", "-480.webp", "-800.webp", ".jpg")
    ]


def test_one_that_is_saved_anew_during_the_build(
    small_content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The preview builds while people work: half a picture must not end in a traceback."""
    place = small_content / "places" / "asematalo.md"
    text = place.read_text("utf-8")
    place.write_text(text.replace("---\n", "---\nimages: [{file: a.jpg, alt: Talo}]\n", 1), "utf-8")
    picture = (EVERYTHING / "images" / "simpukka" / "sali.jpg").read_bytes()
    (small_content / "images").mkdir()
    (small_content / "images" / "a.jpg").write_bytes(picture)
    settings = {name: getattr(defaults, name) for name in dir(defaults) if name.isupper()}
    output = tmp_path / "output"
    build = PortalGenerator(
        {},
        {**settings, "TODAY": "2026-12-01"},
        str(small_content),
        str(ROOT / "theme"),
        str(output),
    )
    build.generate_context()
    (small_content / "images" / "a.jpg").write_bytes(picture[:-200])

    with pytest.raises(SystemExit):
        build.generate_output(None)

    assert capsys.readouterr().err.splitlines()[-1] == (
        "Kuva a.jpg vaihtui kesken kaiken. Aja komento uudelleen. Entinen sivusto jäi ennalleen."
    )
    assert not output.exists()
