"""Of all that a file can hold beside its picture, nothing leaves the house.

The files are taken apart here by the letter of their formats, without the library that made them.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import quoteattr

import pytest
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from kohtaamo.publish.pictures.kept import NO_PICTURES
from kohtaamo.publish.pictures.original import Original
from kohtaamo.publish.pictures.size import WIDTHS

GPS, EXIF = 0x8825, 0x8769
# Stands in each of the places where a file can keep a text, once more in 16 bits for a profile.
STREET = "Kotikatu 5"
HTML = f"<html><script>alert('{STREET}')</script></html>"
SCENT = (
    *(STREET.encode(), STREET.encode("utf-16-be"), STREET.encode("utf-16-le"), b"script"),
    *(b"Exif", b"EXIF", b"XMP", b"xmp", b"ICC_PROFILE", b"ICCP", b"Photoshop", b"http"),
)
# ITU-T T.81, table B.1; JFIF's own APP0 holds nothing but the form of a pixel.
ALLOWED = {"SOI", "APP0", "DQT", "SOF2", "DHT", "SOS", "EOI"}
NAMES = {
    0xD8: "SOI",
    0xE0: "APP0",
    0xDB: "DQT",
    0xC2: "SOF2",
    0xC4: "DHT",
    0xDA: "SOS",
    0xD9: "EOI",
}


def exif() -> Image.Exif:
    notes = Image.Exif()
    notes[0x010F], notes[0x013B], notes[0x0131] = STREET, STREET, HTML
    notes.get_ifd(EXIF)[0x9286] = b"ASCII\0\0\0" + HTML.encode()
    notes.get_ifd(GPS)[1], notes.get_ifd(GPS)[2] = "N", (61.0, 25.0, 0.0)
    notes.get_ifd(GPS)[0x1B] = STREET.encode()
    return notes


def xmp() -> bytes:
    return (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF'
        ' xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description'
        f" photoshop:City={quoteattr(HTML)}/></rdf:RDF></x:xmpmeta>"
    ).encode()


def profile() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes() + STREET.encode()


def telling(form: str) -> bytes:
    """A picture with every text its format can hold, and a web page behind its end."""
    picture, out = Image.effect_noise((1300, 40), 60).convert("RGB"), BytesIO()
    options: dict[str, object] = {"exif": exif(), "xmp": xmp(), "icc_profile": profile()}
    if form == "JPEG":
        options |= {"comment": HTML.encode(), "dpi": (72, 72)}
    if form == "PNG":
        texts = PngInfo()
        texts.add_text("Comment", HTML)
        texts.add_text("Author", STREET, zip=True)
        texts.add_itxt("XML:com.adobe.xmp", xmp().decode())
        del options["xmp"]
        options["pnginfo"] = texts
    picture.save(out, form, **options)
    return out.getvalue() + HTML.encode()


def parts_of(body: bytes) -> Iterator[tuple[str, bytes]]:
    """The segments of a JPEG, or the chunks of a WebP (RFC 9649), with what each holds."""
    if body.startswith(b"RIFF"):
        assert (body[8:12], int.from_bytes(body[4:8], "little")) == (b"WEBP", len(body) - 8)
        at = 12
        while at < len(body):
            size = int.from_bytes(body[at + 4 : at + 8], "little")
            yield body[at : at + 4].decode(), body[at + 8 : at + 8 + size]
            at += 8 + size + size % 2
        return
    at = 0
    while at < len(body):
        assert body[at] == 0xFF
        code = body[at + 1]
        size = 0 if code in {0xD8, 0xD9} else int.from_bytes(body[at + 2 : at + 4])
        yield NAMES.get(code, hex(code)), body[at + 4 : at + 2 + size]
        at += 2 + size
        if code == 0xDA:
            found = re.compile(rb"\xff[^\x00\xff]").search(body, at)
            assert found is not None
            at = found.start()


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_only_the_picture_leaves(form: str, tmp_path: Path) -> None:
    file = tmp_path / "kuva"
    file.write_bytes(telling(form))
    if form != "PNG":
        assert STREET.encode() in file.read_bytes()
    original = Original(file)

    for width in (None, *WIDTHS):
        body = original.written_anew(width, NO_PICTURES)
        found = list(parts_of(body))

        assert [scent for scent in SCENT if scent in body] == []
        if width is None:
            assert {name for name, _ in found} <= ALLOWED
            assert found[-1] == ("EOI", b"")
            assert dict(found)["APP0"] == b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"
        else:
            assert [name for name, _ in found] == ["VP8 "]
