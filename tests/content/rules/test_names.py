# ruff: noqa: E501 - expected lines and files stand whole, as they are written
"""Former names, pictures, languages, dates of publishing."""

from collections.abc import Callable
from zlib import crc32

Check = Callable[..., list[str]]
Event = Callable[..., str]
Picture = Callable[[str], bytes]


def test_former_names_are_kept_apart_by_kind(check: Check, event: Event) -> None:
    assert (
        check(
            {
                "events/ilta.md": event(formerly="[kunta, vanha]"),
                "places/talo.md": "---\nname: Talo\nmunicipality: koivuranta\naddress: {street: Tie 1}\nformerly: [vanha]\n---\n",
            }
        )
        == []
    )


def test_former_ids_of_terms(check: Check) -> None:
    terms = """\
- id: rowing
  label: {fi: Soutu}
  formerly: [boats]
- id: sailing
  label: {fi: Purjehdus}
  formerly: [rowing, boats]
"""
    assert check({"vocabularies/topics.yml": terms}) == [
        "vocabularies/topics.yml:4: id: the old name “boats” belongs to “rowing” already. Keep it in one of them only. [formerly-claimed]",
        "vocabularies/topics.yml:4: id: the name “rowing” is still in use by another, so it cannot be a former name of this one. Remove it here. [formerly-in-use]",
    ]


def test_pictures_in_folders_of_their_own(check: Check, event: Event, picture: Picture) -> None:
    image = {"images/talot/tupa.JPG": picture("JPEG"), "images/kahvi.avif": picture("AVIF")}
    pictures = """\
images:
  - {file: talot/tupa.JPG, alt: Tupa}
  - {file: kahvi.avif, alt: Kahvia}
  - {file: tupa.jpg, alt: Tupa}
  - {file: /etc/passwd.png, alt: Tupa}
  - {file: talo.svg, alt: Tupa}"""
    assert check({"events/ilta.md": event(extra=pictures), **image}) == [
        "events/ilta.md:10: images[2].file: there is no picture “tupa.jpg” in the folder images. Did you mean “talot/tupa.JPG”? [unknown-image-near]",
        "events/ilta.md:11: images[3].file: write the picture's name as it is in the folder images, without any other path. It now says “/etc/passwd.png”. [image-path]",
        "events/ilta.md:12: images[4].file: the picture “talo.svg” has a format that cannot be used. Save it as one of: .jpg, .jpeg, .png, .webp, .avif [image-format]",
    ]


def test_a_picture_is_what_its_ending_says(check: Check, picture: Picture) -> None:
    assert check(
        {
            "images/a.jpg": picture("JPEG"),
            "images/b.PNG": picture("PNG"),
            "images/c.webp": picture("WEBP"),
            "images/d.avif": picture("AVIF"),
            "images/tyhja.jpeg": b"",
            "images/talo/sivu.jpg": b"<html><script>alert(1)</script>",
            "images/kuva.webp": picture("PNG"),
            "images/puhelin.avif": b"\0\0\0\x18ftypheic\0\0\0\0mif1heic",
        }
    ) == [
        "images/kuva.webp:1: the file “kuva.webp” is no WebP picture, though its ending says so. Save the picture again as WebP in a picture program, or remove the file. [image-not-an-image]",
        "images/puhelin.avif:1: the file “puhelin.avif” is no AVIF picture, though its ending says so. Save the picture again as AVIF in a picture program, or remove the file. [image-not-an-image]",
        "images/talo/sivu.jpg:1: the file “sivu.jpg” is no JPEG picture, though its ending says so. Save the picture again as JPEG in a picture program, or remove the file. [image-not-an-image]",
        "images/tyhja.jpeg:1: the file “tyhja.jpeg” is no JPEG picture, though its ending says so. Save the picture again as JPEG in a picture program, or remove the file. [image-not-an-image]",
    ]


def test_a_picture_can_be_opened_to_its_end(check: Check, picture: Picture) -> None:
    """Half of a picture, a head without a body, and a size that would fill the memory."""
    large = bytearray(picture("PNG"))
    large[16:24] = (4001).to_bytes(4) + (4000).to_bytes(4)
    large[29:33] = crc32(large[12:29]).to_bytes(4)
    assert check(
        {
            "images/puolikas.jpg": picture("JPEG")[:-20],
            "images/puolikas.png": picture("PNG")[:-30],
            "images/puolikas.webp": picture("WEBP")[:-20],
            "images/puolikas.avif": picture("AVIF")[:-20],
            "images/suuri.png": bytes(large),
        }
    ) == [
        *(
            f"images/{name}:1: the picture “{name}” is broken or incomplete: it cannot be opened to its end. Download or save the picture again, or remove the file. [image-broken]"
            for name in ("puolikas.avif", "puolikas.jpg", "puolikas.png", "puolikas.webp")
        ),
        "images/suuri.png:1: the picture “suuri.png” is too large: at most 16 megapixels will do. Make it smaller in a picture program, for instance 2000 pixels wide. [image-too-large]",
    ]


def test_a_small_file_cannot_keep_its_reader_busy(check: Check, picture: Picture) -> None:
    """Scans and chunks that say nothing, by the thousand; bytes that are no part of the picture."""
    jpeg, png = picture("JPEG"), picture("PNG")
    last = jpeg.rindex(b"\xff\xda")
    nothing = (0).to_bytes(4) + b"prVt" + crc32(b"prVt").to_bytes(4)
    assert check(
        {
            "images/hidas.jpg": jpeg[:-2] + jpeg[last:-2] * 64 + b"\xff\xd9",
            "images/hidas.png": png[:33] + nothing * 10_000 + png[33:],
            "images/painava.jpg": jpeg + bytes(20_000_000),
            "images/sopiva.png": png[:33] + nothing * 9_000 + png[33:],
        }
    ) == [
        *(
            f"images/{name}:1: the picture “{name}” is broken or incomplete: it cannot be opened to its end. Download or save the picture again, or remove the file. [image-broken]"
            for name in ("hidas.jpg", "hidas.png")
        ),
        "images/painava.jpg:1: the picture file “painava.jpg” takes too much space: at most 20 megabytes will do. Save the picture as JPEG, at most 2000 pixels wide. [image-too-heavy]",
    ]


def test_a_picture_of_which_all_has_to_be_kept_is_smaller(check: Check, picture: Picture) -> None:
    """A progressive JPEG, by its frame's mark (SOF2); others may be twice as large."""
    sized = (5001).to_bytes(2) + (5000).to_bytes(2)
    plain = picture("JPEG")
    frame = plain.index(b"\xff\xc0")
    large = plain[: frame + 5] + sized + plain[frame + 9 :]
    progressive = large[: frame + 1] + b"\xc2" + large[frame + 2 :]
    assert check({"images/iso.jpg": large, "images/vaiheittainen.jpg": progressive}) == [
        "images/vaiheittainen.jpg:1: the picture “vaiheittainen.jpg” is too large: at most 25 megapixels will do. Make it smaller in a picture program, for instance 2000 pixels wide. [image-too-large]",
    ]


def test_a_folder_is_not_named_like_a_picture(check: Check, picture: Picture) -> None:
    assert check({"images/talo.jpg/sali.jpg": picture("JPEG")}) == [
        "images/talo.jpg:1: “talo.jpg” is a folder but named like a file. Give the folder a name without an ending. [folder-named-like-file]",
    ]


def test_a_translation_of_a_swedish_original(check: Check, event: Event) -> None:
    swedish = event(title="Läskväll", written_in="sv")
    files = {"events/kvall.md": swedish, "events/kvall.fi.md": "---\ntitle: Lukuilta\n---\n"}
    assert check(files) == []
    files["events/kvall.sv.md"] = "---\ntitle: Läskväll\n---\n"
    files["events/kvall.se.md"] = "---\ntitle: Lohkaneahket\n---\n"
    assert check(files) == [
        "events/kvall.se.md:1: warning: the language “se” is not in use, so the translation is not shown anywhere. The network's languages are: fi, sv. A language can be added to the file network.yml. [translation-unused]",
        "events/kvall.sv.md:1: the original events/kvall.md is already in this language (sv). Remove the translation, or give the original's right language (written_in). [translation-of-itself]",
    ]


def test_a_text_within_a_field_is_translated_as_it_stands(check: Check) -> None:
    """Under the original's own words; what is not there any more would mislead."""
    files = {
        "places/talo.md": """\
---
name: Talo
municipality: koivuranta
address: {street: Tie 1, directions: "Ovi on pihalla: soita kelloa"}
holiday_hours: closed
rooms: [{id: kerho, name: Kerhohuone, equipment: Piano ja näyttö}]
---
""",
        "places/talo.sv.md": """\
---
phrases:
  Kerhohuone: Klubbrummet
  "Ovi on pihalla: soita kelloa": "Dörren är på gården: ring på klockan"
  Piano ja näyttö: ~
---
""",
    }
    assert check(files) == []
    files["places/talo.sv.md"] = """\
---
name: Huset
phrases:
  Kerho-huone: Klubbrummet
  kerho: Klubben
  Talo: Huset
  Kahvia saa: Kaffe finns
---
"""
    assert check(files) == [
        "places/talo.sv.md:4: phrases: warning: the file places/talo.md has no such text to translate: “Kerho-huone”. It says “Kerhohuone” there. Check the translation, too. [phrase-unused-near]",
        "places/talo.sv.md:5: phrases: warning: the file places/talo.md has no such text to translate: “kerho”. Write the original text just as it stands there, or remove this line. [phrase-unused]",
        "places/talo.sv.md:6: phrases: warning: the file places/talo.md has no such text to translate: “Talo”. Write the original text just as it stands there, or remove this line. [phrase-unused]",
        "places/talo.sv.md:7: phrases: warning: the file places/talo.md has no such text to translate: “Kahvia saa”. Write the original text just as it stands there, or remove this line. [phrase-unused]",
    ]
    files["places/talo.sv.md"] = "---\nphrases: [Klubbrummet]\nrooms: []\nfrases: {}\n---\n"
    doubled = {
        "places/talo.sv.md": '---\nphrases:\n  Kerhohuone: Klubb\n  "Kerhohuone ": Rum\n---\n'
    }
    assert check(files | doubled) == [
        "places/talo.sv.md:4: phrases: the field “Kerhohuone” is here twice; the first is on line 3. Make the two into one. [yaml-duplicate-key]",
    ]
    assert check(files) == [
        "places/talo.sv.md:2: phrases: write the original text and its translation, for example {Kerhohuone: Club room} [needs-phrases]",
        "places/talo.sv.md:3: rooms: the field “rooms” is not translated, so it does not belong in a translation. A translation may have: name, summary, accessibility_note, getting_there, first_visit, text, phrases, reviewed [not-translatable]",
        "places/talo.sv.md:4: frases: there is no field “frases”. Did you mean “phrases”? [unknown-key-near]",
    ]


def test_today_is_not_in_the_future(check: Check, event: Event) -> None:
    assert check({"events/ilta.md": event(published="2026-12-01")}) == []
    assert check({"events/ilta.md": event(published="2026-12-02")}) == [
        "events/ilta.md:7: published: warning: the day Wed 2026-12-02 is still to come (today is Tue 2026-12-01). Check the year. [date-in-future]"
    ]


def test_a_notice_may_end_long_ago(check: Check) -> None:
    notice = """\
---
title: Keittäjä
kind: volunteers
until: 2025-01-31
published: 2025-01-31
municipalities: [koivuranta]
organisers: [kunta]
---
"""
    assert check({"notices/haku.md": notice}) == []


def test_vocabulary_faults(check: Check) -> None:
    assert check(
        {
            "vocabularies/topics.yml": "- id: rowing\n  label: Soutu\n",
            "vocabularies/facilities.yml": "sauna: Sauna\n",
            "vocabularies/needs.yml": "- id: warm\n  label: {fi: Lämmintä, sv: Värme}\n- id: warm\n  label: {fi: Palelen}\n",
        }
    ) == [
        "vocabularies/facilities.yml:1: the file has to be a list in which every entry begins like this: - id: name [needs-list-of-terms]",
        "vocabularies/needs.yml:3: [1].id: the id “warm” is in this file twice. Keep only one. [term-twice]",
        "vocabularies/topics.yml:2: [0].label: write the name in each language, for example {fi: Musiikki, sv: Musik} [needs-labels]",
    ]


def test_hundreds_of_former_names_are_too_many(check: Check, event: Event) -> None:
    """Of 8 000, as many as a file may hold, a build would take minutes."""
    names = ", ".join(f"vanha-{number}" for number in range(31))
    assert check({"events/ilta.md": event(formerly=f"[{names}]")}) == [
        "events/ilta.md:7: formerly: there are too many former names: at most 30 will do. Keep the first and the latest. [formerly-too-many]"
    ]
