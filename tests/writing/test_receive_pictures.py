"""`kohtaamo receive`: a mail with a file and its picture, and what else is attached."""

import io
from email.message import EmailMessage
from pathlib import Path

import pytest
from PIL import Image

from kohtaamo.commands.main import main
from tests.conftest import files_below
from tests.repositories import Repository

Printed = pytest.CaptureFixture[str]
Attachments = tuple[tuple[str, bytes], ...]

NEW = """\
Hei, tässä tapahtuma ja kuva.

kohtaamo: new events/laavuilta.md
---
title: Laavuilta
start: 2026-12-11 17:00
end: "19:00"
place: asematalo
organisers: [kylayhdistys]
price: free
images:
  # kesällä otettu
  - file: {file}
    alt: Nuotio laavun edessä
---
- file: Kesä 1.JPG ei ole kuva tekstissä
kohtaamo: end
"""
CHANGE = """\
kohtaamo: change events/joululaulut.md
images: [{{file: {file}, alt: Kynttilöitä ikkunalla}}]
kohtaamo: end
"""


def _drawn(format_: str = "JPEG", size: tuple[int, int] = (40, 20), **how: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, how.pop("colour", "red")).save(out, format_, **how)
    return out.getvalue()


def _from_a_telephone() -> bytes:
    """Lying on its side, with the place where it was taken."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Puhelin"
    exif.get_ifd(0x8825)[2] = (61.0, 25.0, 0.0)
    return _drawn(exif=exif)


def _sent(mail: str) -> str:
    """The file in a mail."""
    return mail.partition(".md\n")[2].removesuffix("kohtaamo: end\n")


def _mail(folder: Path, text: str, attached: Attachments) -> str:
    mail = EmailMessage()
    mail["From"], mail["Date"] = "maija@example.fi", "Tue, 1 Dec 2026 14:00:00 +0200"
    mail.set_content(text)
    for name, data in attached:
        mail.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    file = folder / "viesti.eml"
    file.write_bytes(mail.as_bytes())
    return str(file)


@pytest.fixture
def content(small_content: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(small_content.parent)
    return small_content


def _receive(content: Path, text: str, *attached: tuple[str, bytes], options: str = "") -> int:
    mail = _mail(content.parent, text, attached)
    return main(["receive", mail, "--yes", "--today", "2026-12-01", *options.split()])


def test_the_picture_comes_along_under_a_name_of_ours(content: Path, capsys: Printed) -> None:
    repository = Repository(content.parent)
    repository.git("init", "--quiet")
    repository.commit("2026-09-01T10:00:00Z")
    logo = ("logo.png", _drawn("PNG"))

    sent = ("Kesä 1.JPG", _from_a_telephone())
    assert _receive(content, NEW.format(file="Kesä 1.JPG"), sent, logo, options="--commit") == 0

    out = capsys.readouterr().out
    assert "\nViestin kuva Kesä 1.JPG tallennetaan: content/images/kesa-1.jpg\n" in out
    assert (
        "\nViestin liite logo.png jää pois: tiedosto ei mainitse sitä kuvissaan (images).\n" in out
    )
    kept = content / "images" / "kesa-1.jpg"
    with Image.open(kept) as image:
        assert (image.format, image.size, dict(image.getexif())) == ("JPEG", (20, 40), {})
    assert b"Puhelin" not in kept.read_bytes()
    written = (content / "events" / "laavuilta.md").read_text("utf-8")
    assert written == _sent(NEW).format(file="Kesä 1.JPG").replace(
        ": Kesä 1.JPG\n", ": kesa-1.jpg\n"
    )
    committed = repository.git("log", "-1", "--format=", "--name-only").splitlines()
    assert committed == ["content/events/laavuilta.md", "content/images/kesa-1.jpg"]


def test_no_picture_takes_anothers_place(content: Path, capsys: Printed) -> None:
    (content / "images").mkdir(exist_ok=True)
    for name in ("Kuva.JPG", "kuva-2.jpg"):
        (content / "images" / name).write_bytes(_drawn(colour="blue"))
    before = files_below(content / "images")

    change = CHANGE.format(file="kuva.jpg")
    assert _receive(content, change, ("kuva.jpg", _drawn("WEBP"))) == 0
    assert files_below(content / "images").keys() == {*before, "kuva-3.jpg"}
    assert before.items() <= files_below(content / "images").items()
    event = content / "events" / "joululaulut.md"
    assert "images:\n  - {file: kuva-3.jpg, alt: Kynttilöitä ikkunalla}\n" in event.read_text(
        "utf-8"
    )

    # Sent again, it is known; what the file does not name any more stays as it is.
    assert _receive(content, change, ("kuva.jpg", _drawn("WEBP"))) == 0
    assert "Viestin kuva kuva.jpg on jo tallennettu: content/images/kuva-3.jpg\n" in (
        capsys.readouterr().out
    )
    assert files_below(content / "images").keys() == {*before, "kuva-3.jpg"}


@pytest.mark.parametrize(
    ("named", "sent", "kept"),
    [
        ("../../tasks.jpg", "../../tasks.jpg", "tasks.jpg"),
        ("images/laavu.jpg", r"C:\\kuvat\\laavu.jpg", "laavu.jpg"),
        # A telephone that makes another format of it; a picture that only its name says is PNG.
        ("IMG_0012.HEIC", "IMG_0012.jpeg", "img-0012.jpg"),
        ("laavu.png", "=?utf-8?q?laavu=2Epng?=", "laavu.jpg"),
        ("con.jpg", "con.jpg", "con-1.jpg"),
        ("131052-308T.jpg", "131052-308T.jpg", "laavuilta.jpg"),
        ("☕.jpg", "☕.jpg", None),
    ],
)
def test_names_lead_nowhere_else(content: Path, named: str, sent: str, kept: str | None) -> None:
    before = files_below(content.parent)
    code = _receive(content, NEW.format(file=f'"{named}"'), (sent, _drawn()))
    new = files_below(content.parent).keys() - before.keys() - {"viesti.eml"}
    if kept is None:
        kept = "laavuilta.jpg"
    assert code == 0
    assert new == {"content/events/laavuilta.md", f"content/images/{kept}"}
    assert f"file: {kept}\n" in (content / "events" / "laavuilta.md").read_text("utf-8")


HUGE = _drawn("PNG", (5000, 4000))
REFUSED = {
    "zip": ((("kuva.jpg", b"PK\x03\x04" + b"\0" * 60),), "ei ole kuva, jonka voi ottaa vastaan"),
    "svg": ((("kuva.jpg", b"<svg onload='x()'/>"),), "ei ole kuva, jonka voi ottaa vastaan"),
    "gif": ((("kuva.jpg", _drawn("GIF")),), "ei ole kuva, jonka voi ottaa vastaan"),
    "huge": ((("kuva.jpg", HUGE),), "enintään 16 megapikseliä"),
    "cut": ((("kuva.jpg", _drawn(size=(400, 400))[:500]),), "on rikki tai kesken"),
    "twins": (
        (("kuva.jpg", _drawn()), ("kuva.jpg", _drawn(colour="blue"))),
        "Viestissä on kaksi eri liitettä, joita tiedoston kuva kuva.jpg voi tarkoittaa.",
    ),
}


@pytest.mark.parametrize("attack", REFUSED)
def test_what_is_no_picture_stops_all(content: Path, capsys: Printed, attack: str) -> None:
    # Another's picture of that name is not taken in the place of one that was refused.
    (content / "images").mkdir(exist_ok=True)
    (content / "images" / "kuva.jpg").write_bytes(_drawn(colour="green"))
    before = files_below(content)
    attached, said = REFUSED[attack]

    assert _receive(content, NEW.format(file="kuva.jpg"), *attached) == 1
    assert said in capsys.readouterr().err
    assert files_below(content) == before


def test_no_file_brings_a_hundred_pictures(content: Path, capsys: Printed) -> None:
    names = [f"kuva-{number}.jpg" for number in range(11)]
    images = ", ".join(f"{{file: {name}, alt: Laavu}}" for name in names)
    text = f"kohtaamo: change events/joululaulut.md\nimages: [{images}]\nkohtaamo: end\n"
    sent = [(name, _drawn(colour=(number, 0, 0))) for number, name in enumerate(names)]
    assert _receive(content, text, *sent, options="--lang sv") == 1
    assert capsys.readouterr().err == "Meddelandet har för många bilder. Högst 10.\n"


def test_a_closed_group_has_no_pictures(content: Path, capsys: Printed) -> None:
    text = CHANGE.format(file="kuva.jpg").replace("joululaulut", "varaus-1")
    before = files_below(content)
    assert _receive(content, text, ("kuva.jpg", _drawn())) == 1
    assert capsys.readouterr().err.startswith("Suljetun ryhmän varaukseen ei oteta kuvia.")
    assert files_below(content) == before


def test_a_picture_that_did_not_come_is_a_fault_as_ever(content: Path, capsys: Printed) -> None:
    assert _receive(content, NEW.format(file="kuva.jpg"), ("muu.jpg", _drawn())) == 1
    out = capsys.readouterr().out
    assert "Viestin liite muu.jpg jää pois" in out
    assert "[unknown-image]" in out


def test_no_picture_is_written_through_a_link(content: Path, capsys: Printed) -> None:
    outside = content.parent / "muualla"
    outside.mkdir()
    (content / "images").symlink_to(outside)
    assert _receive(content, NEW.format(file="kuva.jpg"), ("kuva.jpg", _drawn())) == 1
    assert "images" in capsys.readouterr().err
    assert list(outside.iterdir()) == []
