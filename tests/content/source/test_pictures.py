"""Pictures that were made to do harm are refused before they do any.

What a contributor is told of them is tested beside the rules (`tests/content/rules`).
"""

import struct
from io import BytesIO
from pathlib import Path
from zlib import compress, crc32

import pytest
from PIL import Image

from kohtaamo.content.source.pictures import decode, read
from kohtaamo.problems.problem import Refused

BOX = (1200, 1200)


def saved(form: str, size: tuple[int, int] = (64, 48), **options: object) -> bytes:
    out = BytesIO()
    Image.effect_noise(size, 80).convert("RGB").save(out, form, **options)
    return out.getvalue()


def refused(data: bytes) -> str:
    with pytest.raises(Refused) as error:
        decode("kuva.jpg", data, BOX)
    assert error.value.values["value"] == "kuva.jpg"
    return error.value.code


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", crc32(name + data))


def said_to_be(form: str, width: int, height: int) -> bytes:
    """A small picture whose head says that it is as large."""
    data = bytearray(saved(form))
    if form == "PNG":
        head = struct.pack(">II", width, height) + bytes(data[24:29])
        data[8:33] = chunk(b"IHDR", head)
    elif form == "JPEG":
        at = data.index(b"\xff\xc0")
        data[at + 5 : at + 9] = struct.pack(">HH", height, width)
    elif form == "AVIF":
        at = data.index(b"ispe")
        data[at + 8 : at + 16] = struct.pack(">II", width, height)
    else:
        (at,) = (data.index(b"\x9d\x01\x2a") + 3,)
        data[at : at + 4] = struct.pack("<HH", width, height)
    return bytes(data)


@pytest.mark.parametrize(
    ("form", "width", "height"),
    [
        ("PNG", 50_000, 50_000),
        ("PNG", 2**31 - 1, 2**31 - 1),
        ("PNG", 16_000_001, 1),
        ("JPEG", 65_535, 65_535),
        ("WEBP", 16_383, 16_383),
    ],
)
def test_a_few_bytes_that_would_become_gigabytes(form: str, width: int, height: int) -> None:
    assert refused(said_to_be(form, width, height)) == "image-too-large"


def test_one_that_lies_about_its_size_is_broken() -> None:
    """AVIF says it in two places, of which a decoder believes the other."""
    code = refused(said_to_be("AVIF", 30_000, 30_000))
    assert code in {"image-too-large", "image-broken"}


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "AVIF"])
@pytest.mark.parametrize("share", [0.02, 0.5, 0.9])
def test_half_a_picture_is_none(form: str, share: float) -> None:
    data = saved(form)
    assert refused(data[: int(len(data) * share)]) == "image-broken"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;",
        b"BM" + bytes(60),
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        b"\xff\xd8\xff\xe0<script>alert(1)</script>",
    ],
)
def test_other_formats_are_not_even_tried(data: bytes) -> None:
    assert refused(data) == "image-broken"


@pytest.mark.parametrize("nothing", [b"\xff\xe1\0\2", b"\xff\xfe\0\2", b"\xff", b"\0", b"\xff\xd0"])
def test_a_jpeg_of_endless_segments(nothing: bytes) -> None:
    data = saved("JPEG")
    # Behind the first segment, that of JFIF.
    head, rest = data[:20], data[20:]
    assert refused(head + nothing * 100_001 + rest) == "image-broken"
    assert decode("kuva.jpg", head + nothing * 2_000 + rest, BOX).size == (64, 48)


def test_a_png_whose_text_swells() -> None:
    """Compressed text of a few kilobytes that is many megabytes is not read on."""
    swelling = chunk(b"zTXt", b"a\0\0" + compress(bytes(10_000_000)))
    data = saved("PNG")
    assert len(swelling) < 20_000
    assert refused(data[:33] + swelling + data[33:]) == "image-broken"


def test_one_that_is_gone_meanwhile_is_broken(tmp_path: Path) -> None:
    with pytest.raises(Refused) as error:
        read(tmp_path / "kuva.jpg")
    assert error.value.code == "image-broken"


def test_a_large_jpeg_is_decoded_small() -> None:
    """48 megapixels of a telephone would be 144 megabytes; a quarter of its size is enough."""
    head = said_to_be("JPEG", 8_000, 6_000)
    assert decode("kuva.jpg", head, BOX).size == (2_000, 1_500)
