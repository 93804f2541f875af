"""Pages know beforehand how large a picture will leave the house."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from kohtaamo.publish.pictures.kept import NO_PICTURES
from kohtaamo.publish.pictures.original import Original
from kohtaamo.publish.pictures.size import size_of

ORIENTATION = 0x0112


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
@pytest.mark.parametrize(
    "size", [(960, 640), (1200, 2400), (1201, 799), (2000, 5000), (3000, 50), (7, 3000), (1, 1)]
)
@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP"])
def test_the_size_is_that_of_the_file_to_a_pixel(
    tmp_path: Path, form: str, size: tuple[int, int], orientation: int
) -> None:
    file = tmp_path / "kuva"
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    Image.new("RGB", size).save(file, form, exif=exif)
    written = Image.open(BytesIO(Original(file).written_anew(None, NO_PICTURES))).size
    told = size_of(file)
    assert told is not None
    assert max(abs(one - other) for one, other in zip(told, written, strict=True)) <= 1


@pytest.mark.parametrize(
    "body", [b"", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"\xff\xd8\xff"]
)
def test_of_what_is_no_picture_nothing_is_known(tmp_path: Path, body: bytes) -> None:
    file = tmp_path / "kuva.jpg"
    file.write_bytes(body)
    assert size_of(file) is None
    assert size_of(tmp_path / "puuttuu.jpg") is None
