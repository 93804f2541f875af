import os
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kohtaamo.content.source.files import find_files


def test_files_are_found_by_path_with_kind_slug_and_language(save, found):
    save("sources.yml", "[]\n")
    save("places/rautjarvi/olohuone.md")
    save("events/rautjarvi/2026/kahvi.md")
    save("events/rautjarvi/2026/kahvi.sv.md")
    save("events/rautjarvi/2026/kahvi.selko.yml")
    save("events/neule.yml")
    save("pages/tietoa.md")
    save("vocabularies/topics.yml", "[]\n")
    save("languages/ar.yml")
    save("images/talo.jpg")
    assert found() == (
        [
            ("events/neule.yml", "event", "neule", ""),
            ("events/rautjarvi/2026/kahvi.md", "event", "kahvi", ""),
            ("events/rautjarvi/2026/kahvi.selko.yml", "event", "kahvi", "selko"),
            ("events/rautjarvi/2026/kahvi.sv.md", "event", "kahvi", "sv"),
            ("images/talo.jpg", "image", "talo.jpg", ""),
            ("languages/ar.yml", "language", "ar", ""),
            ("pages/tietoa.md", "page", "tietoa", ""),
            ("places/rautjarvi/olohuone.md", "place", "olohuone", ""),
            ("sources.yml", "sources", "sources", ""),
            ("vocabularies/topics.yml", "vocabulary", "topics", ""),
        ],
        [("sources.yml", "not-published-yet", {})],
    )


def test_a_file_knows_where_it_lies(content, save):
    saved = save("events/rautjarvi/kahvi.md")
    files, _ = find_files(content)
    assert [Path(file.file) for file in files] == [saved, content / "network.yml"]


def test_a_folder_that_is_not_there(tmp_path):
    files, problems = find_files(tmp_path / "poissa")
    assert files == ()
    assert [(problem.path, problem.line, problem.code) for problem in problems] == [
        (".", 1, "no-content-folder")
    ]


def test_a_network_needs_its_file(content, found):
    (content / "network.yml").unlink()
    assert found() == ([], [("network.yml", "network-missing", {})])


@pytest.mark.parametrize("name", ["network.yaml", "Network.yml", "verkosto.yml", "network.md"])
def test_a_misnamed_network_file_is_one_problem(content, found, name):
    (content / "network.yml").rename(content / name)
    values = {"value": name, "suggestion": "network.yml"}
    assert found() == ([], [(name, "misnamed-file", values)])


def test_empty_folders_are_fine(content, found):
    (content / "events" / "rautjarvi").mkdir(parents=True)
    assert found() == ([], [])


@pytest.mark.parametrize(
    "path",
    [
        "events/.gitkeep",
        "events/.DS_Store",
        "events/Thumbs.db",
        "events/desktop.ini",
        "events/kahvi.md~",
        "events/.kahvi.md.swp",
        "events/.#kahvi.md",
        "events/#kahvi.md#",
        "events/._kahvi.md",
        "events/~$kahvi.docx",
        "events/~$kahvi.md",
        "events/.~lock.kahvi.odt#",
        ".vscode/settings.json",
        ".git/HEAD",
        "__MACOSX/events/kahvi.md",
        ".Trash-1000/files/kahvi.md",
        ".Spotlight-V100/kahvi.md",
    ],
)
def test_what_systems_and_editors_leave_behind_is_not_content(save, found, path):
    save(path)
    assert found() == ([], [])


@pytest.mark.parametrize(
    ("path", "slug"),
    [
        ("events/2027~/kahvi.md", "kahvi"),
        ("events/#ideat/kahvi.md", "kahvi"),
        ("events/~$vanhat/kahvi.md", "kahvi"),
        ("events/#ideat#/kahvi.md", "kahvi"),
    ],
)
def test_a_folder_of_ones_own_is_read_whatever_its_name(save, found, path, slug):
    save(path)
    assert found() == ([(path, "event", slug, "")], [])


@pytest.mark.parametrize(
    ("path", "told_of", "code", "values"),
    [
        (
            "events/#kahvit.md",
            "events/#kahvit.md",
            "not-a-slug",
            {"value": "#kahvit", "suggestion": "kahvit"},
        ),
        ("events/.trash-x/kahvi.md", "events/.trash-x", "hidden-file", {"value": ".trash-x"}),
        ("events/.git.md", "events/.git.md", "hidden-file", {"value": ".git.md"}),
    ],
)
def test_names_much_like_those_of_systems_are_not_passed_over(
    save, found, path, told_of, code, values
):
    save(path)
    assert found()[1] == [(told_of, code, values)]


@pytest.mark.parametrize(
    ("path", "hidden"),
    [
        ("events/ilta-131052-308t.md", "events/ilta-***********.md"),
        ("events/131052-308T/ilta.md", "events/***********"),
        ("images/131052-308T.jpg", "images/***********.jpg"),
    ],
)
def test_an_identity_code_in_a_name_is_found_and_not_repeated(save, found, path, hidden):
    save(path)
    assert found() == ([], [(hidden, "identity-code", {})])


@pytest.mark.parametrize(
    ("path", "code", "values"),
    [
        ("events/kahvi.MD", "wrong-ending", {"value": "kahvi.MD", "suggestion": "kahvi.md"}),
        ("events/kahvi.txt", "wrong-ending", {"value": "kahvi.txt", "suggestion": "kahvi.md"}),
        ("events/kahvi", "wrong-ending", {"value": "kahvi", "suggestion": "kahvi.md"}),
        ("events/.kahvi.md", "hidden-file", {"value": ".kahvi.md"}),
        ("events/README.md", "readme-in-content", {"value": "README.md"}),
        (
            "kahvi.md",
            "misplaced-file",
            {"value": "kahvi.md", "allowed": "places, events, organisers, notices, pages"},
        ),
    ],
)
def test_a_file_that_would_be_skipped_is_a_problem(save, found, path, code, values):
    save(path)
    assert found() == ([], [(path, code, values)])


def test_an_unknown_folder_is_one_problem_however_much_it_holds(save, found):
    save("tapahtumat/kahvi.md")
    save("tapahtumat/tee.md")
    values = {"value": "tapahtumat", "suggestion": "events"}
    assert found() == ([], [("tapahtumat", "misnamed-folder", values)])


def test_a_folder_named_like_a_file_is_told_and_what_it_holds_is_read(save, found):
    save("events/kahvi.md/tee.md")
    assert found() == (
        [("events/kahvi.md/tee.md", "event", "tee", "")],
        [("events/kahvi.md", "folder-named-like-file", {"value": "kahvi.md"})],
    )


@pytest.mark.parametrize("name", ["con", "Aux", "lpt9.vanhat", "x.", "a:b", "a" * 101])
def test_a_folder_that_windows_cannot_hold_is_told_and_what_it_holds_is_read(save, found, name):
    save(f"events/{name}/tee.md")
    assert found() == (
        [(f"events/{name}/tee.md", "event", "tee", "")],
        [(f"events/{name}", "name-not-portable", {"value": name})],
    )


@pytest.mark.parametrize("name", ["nul.jpg", "COM1.png", "mikä?.jpg", "a" * 97 + ".jpg"])
def test_a_picture_that_some_systems_cannot_hold(save, found, name):
    save(f"images/{name}")
    assert found() == ([], [(f"images/{name}", "name-not-portable", {"value": name})])


def test_impact_is_found_and_not_yet_published(save, found):
    save("impact/talo/2026.yml")
    assert found() == (
        [("impact/talo/2026.yml", "impact", "talo/2026", "")],
        [("impact/talo/2026.yml", "not-published-yet", {})],
    )


@pytest.mark.parametrize(
    ("name", "code", "suggestion"),
    [
        ("Kahvi.md", "not-a-slug", "kahvi"),
        ("Joulu Juhla.md", "not-a-slug", "joulu-juhla"),
        ("äijäkerho.md", "not-a-slug", "aijakerho"),
        ("2026.md", "slug-only-digits", "nro-2026"),
    ],
)
def test_a_file_with_an_unusable_slug_is_still_read_for_other_faults(
    save, found, name, code, suggestion
):
    save(f"events/{name}")
    slug = name.removesuffix(".md")
    values = {"value": slug, "suggestion": suggestion}
    assert found() == (
        [(f"events/{name}", "event", slug, "")],
        [(f"events/{name}", code, values)],
    )


def test_words_of_the_portals_addresses_are_reserved_by_kind(save, found):
    save("events/index.md")
    save("events/con.md")
    save("events/sivu.md")
    save("places/sivu.md")
    files, problems = found(reserved={"event": frozenset({"sivu"})})
    assert [path for path, *_ in files] == [
        "events/con.md",
        "events/index.md",
        "events/sivu.md",
        "places/sivu.md",
    ]
    assert problems == [
        ("events/con.md", "slug-reserved", {"value": "con"}),
        ("events/index.md", "slug-reserved", {"value": "index"}),
        ("events/sivu.md", "slug-reserved", {"value": "sivu"}),
    ]


def test_two_files_with_one_slug_are_both_named(save, found):
    save("events/a/kahvi.md")
    save("events/b/kahvi.md")
    save("events/b/kahvi.yml")
    save("places/kahvi.md")
    _, problems = found()
    assert problems == [
        (
            "events/a/kahvi.md",
            "slug-taken",
            {"value": "kahvi", "other": "events/b/kahvi.md, events/b/kahvi.yml"},
        ),
        (
            "events/b/kahvi.md",
            "slug-taken",
            {"value": "kahvi", "other": "events/a/kahvi.md, events/b/kahvi.yml"},
        ),
        (
            "events/b/kahvi.yml",
            "slug-taken",
            {"value": "kahvi", "other": "events/a/kahvi.md, events/b/kahvi.md"},
        ),
    ]


def test_a_translation_stands_beside_its_original(save, found):
    save("events/a/kahvi.md")
    save("events/a/kahvi.sv.md")
    save("events/b/kahvi.en.md")
    save("events/a/tee.sv.md")
    files, problems = found()
    assert [path for path, *_ in files] == [
        "events/a/kahvi.md",
        "events/a/kahvi.sv.md",
        "events/b/kahvi.en.md",
    ]
    assert problems == [
        ("events/a/tee.sv.md", "translation-without-original", {"value": "tee"}),
        ("events/b/kahvi.en.md", "translation-elsewhere", {"other": "events/a/kahvi.md"}),
    ]


def test_one_translation_for_each_language(save, found):
    save("events/kahvi.md")
    save("events/kahvi.sv.md")
    save("events/kahvi.sv.yml")
    _, problems = found()
    assert problems == [
        (
            "events/kahvi.sv.md",
            "translation-taken",
            {"value": "kahvi", "other": "events/kahvi.sv.yml"},
        ),
        (
            "events/kahvi.sv.yml",
            "translation-taken",
            {"value": "kahvi", "other": "events/kahvi.sv.md"},
        ),
    ]


def test_the_network_itself_may_be_translated(save, found):
    save("network.sv.yml")
    assert found() == ([("network.sv.yml", "network", "network", "sv")], [])


def test_names_that_differ_by_case_only_are_one_file_elsewhere(save, found):
    save("events/Mikkeli/kahvi.md")
    save("events/mikkeli/tee.md")
    _, problems = found()
    assert problems == [
        ("events/Mikkeli", "names-alike", {"value": "Mikkeli", "other": "mikkeli"}),
        ("events/mikkeli", "names-alike", {"value": "mikkeli", "other": "Mikkeli"}),
    ]


def test_names_that_differ_by_unicode_form_only_are_one_file_elsewhere(save, found):
    save("events/J\u00e4rvi/kahvi.md")
    save("events/Ja\u0308rvi/tee.md")
    _, problems = found()
    assert problems == [
        ("events/Ja\u0308rvi", "names-alike", {"value": "Ja\u0308rvi", "other": "J\u00e4rvi"}),
        ("events/J\u00e4rvi", "names-alike", {"value": "J\u00e4rvi", "other": "Ja\u0308rvi"}),
    ]


def test_links_are_never_followed(content, save, found, tmp_path):
    outside = tmp_path / "salaisuudet"
    outside.mkdir()
    (outside / "kahvi.md").write_text("title: x\n", encoding="utf-8")
    folder = save("events/tee.md").parent
    (folder / "linkki.md").symlink_to(outside / "kahvi.md")
    (folder / "kansio").symlink_to(outside)
    (folder / "silmukka").symlink_to(content)
    (folder / "katki.md").symlink_to(content / "poissa.md")
    (content / "places").symlink_to(outside)
    assert found() == (
        [("events/tee.md", "event", "tee", "")],
        [
            ("events/kansio", "symlink", {"value": "kansio"}),
            ("events/katki.md", "symlink", {"value": "katki.md"}),
            ("events/linkki.md", "symlink", {"value": "linkki.md"}),
            ("events/silmukka", "symlink", {"value": "silmukka"}),
            ("places", "symlink", {"value": "places"}),
        ],
    )


def test_a_network_file_that_is_a_link_is_one_problem(content, found):
    (content / "network.yml").rename(content.parent / "verkko.yml")
    (content / "network.yml").symlink_to(content.parent / "verkko.yml")
    assert found() == ([], [("network.yml", "symlink", {"value": "network.yml"})])


def test_what_is_neither_file_nor_folder_is_not_opened(save, found):
    folder = save("events/tee.md").parent
    os.mkfifo(folder / "putki.md")
    assert found() == (
        [("events/tee.md", "event", "tee", "")],
        [("events/putki.md", "not-a-regular-file", {"value": "putki.md"})],
    )


def test_names_that_cannot_be_printed_are_shown_escaped(content, save, found):
    save("events/tee.md")
    folder = os.fsencode(content / "events")
    for name in (b"kah\nvi.md", b"p\xf6yt\xe4.md"):
        Path(os.fsdecode(folder + b"/" + name)).write_text("title: x\n", encoding="utf-8")
    _, problems = found()
    assert problems == [
        (
            "events/kah\\u000avi.md",
            "name-not-printable",
            {"value": "kah\\u000avi.md", "character": "U+000A"},
        ),
        ("events/p\\udcf6yt\\udce4.md", "name-not-utf8", {"value": "p\\udcf6yt\\udce4.md"}),
    ]


def test_a_folder_that_cannot_be_listed_is_a_problem(monkeypatch, save, found):
    folder = save("events/lukittu/kahvi.md").parent
    save("events/tee.md")
    list_openly = os.scandir

    def refuse(path: object) -> object:
        if Path(str(path)) == folder:
            raise PermissionError(13, "Permission denied")
        return list_openly(path)  # type: ignore[call-overload]

    monkeypatch.setattr(os, "scandir", refuse)
    assert found() == (
        [("events/tee.md", "event", "tee", "")],
        [("events/lukittu", "unreadable-folder", {"reason": "Permission denied"})],
    )


NAMES = st.text(alphabet="aAäÄ.\u0308 -1\n#~md", min_size=1, max_size=8).map(
    lambda name: name.strip("/")
)
PATHS = st.tuples(
    st.sampled_from(["events", "places", "vocabularies", "images", "impact", "languages", "muut"]),
    st.one_of(
        NAMES, NAMES.map(lambda name: f"{name}.md"), NAMES.map(lambda name: f"{name}.sv.yml")
    ),
)


@settings(derandomize=True, deadline=None, database=None)
@given(saved=st.lists(PATHS, max_size=6, unique=True))
def test_nothing_that_was_saved_is_passed_over_in_silence(tmp_path_factory, saved):
    root = tmp_path_factory.mktemp("content")
    (root / "network.yml").write_text("id: x\n", encoding="utf-8")
    for folder, name in saved:
        if name in {".", ".."}:
            continue
        (root / folder).mkdir(exist_ok=True)
        (root / folder / name).write_text("title: x\n", encoding="utf-8")
    files, problems = find_files(root)
    told = {file.path for file in files} | {problem.path for problem in problems}
    lost = [
        name
        for folder, name in saved
        if name not in {".", ".."}
        and folder not in told
        and f"{folder}/{name}".replace("\n", "\\u000a") not in told
    ]
    left_behind = [name for name in lost if name.endswith("~") or name.startswith(".#")]
    left_behind += [name for name in lost if name.startswith("#") and name.endswith("#")]
    assert sorted(set(lost) - set(left_behind)) == []
    shutil.rmtree(root)
