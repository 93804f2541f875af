"""Pictures leave upright, small and with nothing in them but the picture."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from kohtaamo.addresses import image_address, reserved_slugs
from kohtaamo.content.load import load
from kohtaamo.publish.pictures.outputs import picture_outputs
from kohtaamo.publish.pictures.picture import Picture, picture_of
from tests.editions import TODAY, edition_of

EVERYTHING = Path(__file__).parents[2] / "sites" / "everything" / "content"
ORIENTATION = 0x0112
# What of a picture leaves the house, behind its name.
VERSIONS = (".jpg", "-480.webp", "-800.webp", "-1200.webp")
RED, BLUE, WHITE = (255, 0, 0), (0, 0, 255), (255, 255, 255)


def outputs_of(content: Path) -> Mapping[str, bytes]:
    outputs = picture_outputs(edition_of(content), content / "images")
    return {output.path: output.render() for output in outputs}


def files_of(content: Path, picture: bytes, name: str = "talo.jpg") -> Mapping[str, bytes]:
    """All files of one picture, by what stands behind its name: `.jpg`, `-480.webp` …"""
    made = outputs_of(with_pictures(content, {name: picture}))
    return {path.removeprefix(f"images/{name.replace('.', '-')}"): made[path] for path in made}


def with_pictures(content: Path, pictures: Mapping[str, bytes]) -> Path:
    """The small site, whose place shows these pictures."""
    place = content / "places" / "asematalo.md"
    listed = ", ".join(f'{{file: "{name}", alt: Talo pihalta}}' for name in pictures)
    text = place.read_text("utf-8").replace("---\n", f"---\nimages: [{listed}]\n", 1)
    place.write_text(text, "utf-8")
    for name, data in pictures.items():
        file = content / "images" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return content


def saved(image: Image.Image, form: str, **options: object) -> bytes:
    out = BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def opened(body: bytes) -> Image.Image:
    return Image.open(BytesIO(body))


def near(found: object, wanted: tuple[int, int, int]) -> bool:
    """JPEG keeps colours nearly."""
    assert isinstance(found, tuple)
    return all(abs(one - other) < 12 for one, other in zip(found, wanted, strict=True))


def two_colours(width: int, height: int) -> Image.Image:
    """Red on the left, blue on the right."""
    image = Image.new("RGB", (width, height), RED)
    image.paste(BLUE, (width // 2, 0, width, height))
    return image


def test_each_picture_once_whatever_shows_it() -> None:
    assert list(outputs_of(EVERYTHING)) == [
        f"images/{name}{version}"
        for name in ("logo-png", "simpukka/ranta-avif", "simpukka/ranta-webp", "simpukka/sali-jpg")
        for version in VERSIONS
    ]
    assert outputs_of(EVERYTHING) == outputs_of(EVERYTHING)


def test_a_telephones_picture_is_turned(small_content: Path) -> None:
    """A telephone held upright saves a lying picture with a note to turn it."""
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    taken = saved(two_colours(4000, 3000), "JPEG", exif=exif)
    images = [opened(body) for body in files_of(small_content, taken).values()]

    assert [(image.format, image.mode, image.size) for image in images] == [
        ("JPEG", "RGB", (1200, 1600)),
        ("WEBP", "RGB", (480, 640)),
        ("WEBP", "RGB", (800, 1067)),
        ("WEBP", "RGB", (1200, 1600)),
    ]
    for image in images:
        width, height = image.size
        assert near(image.getpixel((width // 2, height // 8)), RED)
        assert near(image.getpixel((width // 2, height * 7 // 8)), BLUE)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_way_of_holding_a_telephone(orientation: int, small_content: Path) -> None:
    """The corner that was up on the left is there again."""
    upright = Image.new("RGB", (64, 32), WHITE)
    upright.paste(RED, (0, 0, 16, 16))
    upright.paste(BLUE, (48, 0, 64, 16))
    undo = [
        *(None, Image.Transpose.FLIP_LEFT_RIGHT, Image.Transpose.ROTATE_180),
        *(Image.Transpose.FLIP_TOP_BOTTOM, Image.Transpose.TRANSPOSE, Image.Transpose.ROTATE_90),
        *(Image.Transpose.TRANSVERSE, Image.Transpose.ROTATE_270),
    ][orientation - 1]
    lying = upright if undo is None else upright.transpose(undo)
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    taken = saved(lying, "JPEG", exif=exif, quality=95)
    for body in files_of(small_content, taken).values():
        image = opened(body)
        assert image.size == (64, 32)
        assert near(image.getpixel((4, 4)), RED)
        assert near(image.getpixel((60, 4)), BLUE)
        assert near(image.getpixel((4, 28)), WHITE)


@pytest.mark.parametrize(
    "exif",
    [
        b"Exif\0\0",
        b"Exif\0\0roskaa",
        b"Exif\0\0II*\0\xff\xff\xff\xff",
        b"Exif\0\0MM\0*\0\0\0\x08\xff\xff" + b"\x01\x12\0\x02\xff\xff\xff\xff" * 4,
        # An orientation that is a text, and one that there is not.
        b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x02\0\0\0\x03abc\0\0\0\0\0",
        b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x63\0\0\0\0\0\0",
    ],
)
def test_broken_notes_break_no_picture(exif: bytes, small_content: Path) -> None:
    taken = saved(two_colours(40, 20), "JPEG", exif=exif)
    for body in files_of(small_content, taken).values():
        assert opened(body).size == (40, 20)
        assert near(opened(body).getpixel((5, 10)), RED)


def test_what_is_transparent_becomes_white(small_content: Path) -> None:
    ring = Image.new("RGBA", (40, 40), (0, 0, 0, 0))
    ring.paste((*RED, 255), (10, 10, 30, 30))
    palette = Image.new("P", (40, 40), 0)
    palette.putpalette([0, 0, 0, *RED])
    palette.paste(1, (10, 10, 30, 30))
    pictures = {
        "a.png": saved(ring, "PNG"),
        "a.webp": saved(ring, "WEBP", lossless=True),
        "b.png": saved(palette, "PNG", transparency=0),
    }

    for path, body in outputs_of(with_pictures(small_content, pictures)).items():
        image = opened(body)
        assert image.size == (40, 40), path
        assert near(image.getpixel((2, 2)), WHITE), path
        assert near(image.getpixel((20, 20)), RED), path


def test_a_name_keeps_its_ending_and_its_folder(small_content: Path) -> None:
    plain = Image.new("RGB", (3, 2), RED)
    names = {"talo.png": "PNG", "talo.JPG": "JPEG", "kesä 1/talo.png": "PNG"}
    pictures = {name: saved(plain, form) for name, form in names.items()}

    assert list(outputs_of(with_pictures(small_content, pictures))) == [
        f"images/{name}{version}"
        for name in ("kesä 1/talo-png", "talo-JPG", "talo-png")
        for version in VERSIONS
    ]
    assert image_address("kesä 1/talo.png") == "/images/kes%C3%A4%201/talo-png.jpg"
    assert image_address("kesä, 1.png", 800) == "/images/kes%C3%A4%2C%201-png-800.webp"


@pytest.mark.parametrize(
    ("size", "made"),
    [
        ((1200, 900), [(1200, 900), (480, 360), (800, 600), (1200, 900)]),
        ((5000, 1000), [(1200, 240), (480, 96), (800, 160), (1200, 240)]),
        ((500, 250), [(500, 250), (480, 240), (500, 250), (500, 250)]),
        ((300, 9600), [(75, 2400)] * 4),
        ((4000, 1), [(1200, 1), (480, 1), (800, 1), (1200, 1)]),
    ],
)
def test_only_large_pictures_are_made_smaller(
    size: tuple[int, int], made: list[tuple[int, int]], small_content: Path
) -> None:
    picture = saved(Image.new("RGB", size, BLUE), "PNG")
    bodies = files_of(small_content, picture, "talo.png").values()

    assert [opened(body).size for body in bodies] == made


def test_colours_are_what_the_profile_means(small_content: Path) -> None:
    """A profile that swaps nothing, one that is none, and colours for print."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    red = Image.new("RGB", (8, 8), RED)
    pictures = {
        "oikea.jpg": saved(red, "JPEG", icc_profile=profile),
        "rikki.jpg": saved(red, "JPEG", icc_profile=b"roskaa"),
        "paino.jpg": saved(Image.new("CMYK", (8, 8), (0, 255, 255, 0)), "JPEG"),
        "harmaa.png": saved(Image.new("I;16", (8, 8), 0x8000), "PNG"),
    }
    files = outputs_of(with_pictures(small_content, pictures))

    assert len(files) == 16
    for path, body in files.items():
        colour = (128, 128, 128) if "harmaa" in path else RED
        assert near(opened(body).getpixel((4, 4)), colour), path


def test_of_what_moves_the_first_picture_is_shown(small_content: Path) -> None:
    frames = [Image.new("RGB", (40, 30), colour) for colour in (RED, BLUE, WHITE)]
    moving = {"save_all": True, "append_images": frames[1:], "duration": 100}
    forms = {"a.png": "PNG", "a.webp": "WEBP", "a.avif": "AVIF"}
    pictures = {name: saved(frames[0], form, **moving) for name, form in forms.items()}
    files = outputs_of(with_pictures(small_content, pictures))

    assert len(files) == 12
    for path, body in files.items():
        assert getattr(opened(body), "n_frames", 1) == 1, path
        assert near(opened(body).getpixel((20, 15)), RED), path


def test_what_only_a_closed_group_shows_stays_where_it_is(small_content: Path) -> None:
    closed = small_content / "events" / "varaus-1.md"
    text = closed.read_text("utf-8").replace(
        "---\n", "---\nimages: [{file: ryhma.png, alt: Ryhmä}]\n", 1
    )
    closed.write_text(text, "utf-8")
    (small_content / "images").mkdir()
    picture = saved(Image.new("RGB", (3, 2), RED), "PNG")
    (small_content / "images" / "ryhma.png").write_bytes(picture)
    edition = edition_of(small_content)

    assert outputs_of(small_content) == {}
    assert picture_of(edition, edition.network.events["varaus-1"], "fi") is None


def test_no_page_takes_the_address_of_pictures(small_content: Path) -> None:
    page = (small_content / "pages" / "tietoa.md").read_text("utf-8")
    (small_content / "pages" / "images.md").write_text(page, "utf-8")
    found = load(small_content, today=TODAY, reserved=reserved_slugs()).problems

    assert [(each.path, each.code) for each in found if each.severity == "error"] == [
        ("pages/images.md", "slug-reserved")
    ]


def test_the_picture_of_a_thing_or_of_its_place() -> None:
    edition = edition_of(EVERYTHING)
    network = edition.network
    place = picture_of(edition, network.places["simpukka"], "fi")
    own = picture_of(edition, network.events["avajaiset"], "fi")

    assert isinstance(place, Picture)
    assert isinstance(own, Picture)
    assert (place.url, place.alt.text, place.alt.language, place.credit, place.media_type) == (
        "https://example.fi/images/simpukka/sali-jpg.jpg",
        "Pitkä pöytä ja ikkunasta näkyvä meri",
        "fi",
        "Kuva: Merilahden Martat",
        "image/jpeg",
    )
    assert own.url == "https://example.fi/images/simpukka/ranta-webp.jpg"
    assert picture_of(edition, network.events["sataman-kahvit"], "fi") == place
    assert picture_of(edition, network.events["levyraati"], "fi") is None
