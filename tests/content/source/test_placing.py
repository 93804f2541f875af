import pytest

from kohtaamo.content.source.placing import Placed, check_folder, place_file
from kohtaamo.problems.problem import Refused

TOP = "network.yml, sources.yml, places, events, organisers, notices, pages, images"
EVERYTHING = TOP + ", vocabularies, languages, impact"
FOLDERS = EVERYTHING.removeprefix("network.yml, sources.yml, ")
THINGS = "places, events, organisers, notices, pages"
VOCABULARIES = (
    "municipalities, audiences, topics, needs, facilities, accessibility, "
    "organiser-classes, notice-kinds"
)
IMAGES = ".jpg, .jpeg, .png, .webp, .avif"


def parts(path):
    return tuple(path.split("/"))


@pytest.mark.parametrize(
    ("path", "placed"),
    [
        ("network.yml", Placed("network", "network")),
        ("network.sv.yml", Placed("network", "network", "sv")),
        ("sources.yml", Placed("sources", "sources")),
        ("places/talo.md", Placed("place", "talo")),
        ("places/a/b/c/talo.yml", Placed("place", "talo")),
        ("events/kittilä/kahvi.selko.md", Placed("event", "kahvi", "selko")),
        ("organisers/martat.md", Placed("organiser", "martat")),
        ("notices/apua.md", Placed("notice", "apua")),
        ("pages/tietoa.se.md", Placed("page", "tietoa", "se")),
        ("vocabularies/topics.yml", Placed("vocabulary", "topics")),
        ("vocabularies/organiser-classes.yml", Placed("vocabulary", "organiser-classes")),
        ("languages/ar.yml", Placed("language", "ar")),
        ("languages/zh-hant.yml", Placed("language", "zh-Hant")),
        ("languages/selko.yml", Placed("language", "selko")),
        ("impact/talo/2026.yml", Placed("impact", "talo/2026")),
        ("images/talo.jpg", Placed("image", "talo.jpg")),
        ("images/kittilä/Talo 1.JPG", Placed("image", "kittilä/Talo 1.JPG")),
    ],
)
def test_what_a_file_is(path, placed):
    assert place_file(parts(path)) == placed


@pytest.mark.parametrize(
    ("path", "code", "values"),
    [
        ("network.yaml", "misnamed-file", {"value": "network.yaml", "suggestion": "network.yml"}),
        ("Network.yml", "misnamed-file", {"value": "Network.yml", "suggestion": "network.yml"}),
        ("network.md", "misnamed-file", {"value": "network.md", "suggestion": "network.yml"}),
        ("verkosto.yml", "misnamed-file", {"value": "verkosto.yml", "suggestion": "network.yml"}),
        ("source.yml", "misnamed-file", {"value": "source.yml", "suggestion": "sources.yml"}),
        ("kahvi.md", "misplaced-file", {"value": "kahvi.md", "allowed": THINGS}),
        ("kahvi.txt", "misplaced-file", {"value": "kahvi.txt", "allowed": THINGS}),
        ("talo.jpg", "misplaced-image", {"value": "talo.jpg"}),
        ("events", "file-instead-of-folder", {"value": "events"}),
        ("kalenteri.ics", "unknown-file", {"value": "kalenteri.ics", "allowed": EVERYTHING}),
        ("CNAME", "unknown-file", {"value": "CNAME", "allowed": EVERYTHING}),
        ("README.md", "readme-in-content", {"value": "README.md"}),
        ("events/README.md", "readme-in-content", {"value": "README.md"}),
        ("events/talo.jpg", "misplaced-image", {"value": "talo.jpg"}),
        ("events/k.yaml", "wrong-ending", {"value": "k.yaml", "suggestion": "k.yml"}),
        ("events/k.html", "wrong-ending", {"value": "k.html", "suggestion": "k.md"}),
        (
            "events/k.1.md",
            "file-name-with-dot",
            {"value": "k.1.md", "tag": "1", "suggestion": "k-1.md"},
        ),
        (
            "network.1.yml",
            "file-name-with-dot",
            {"value": "network.1.yml", "tag": "1", "suggestion": "network-1.yml"},
        ),
        (
            "vocabularies/topics.md",
            "wrong-ending",
            {"value": "topics.md", "suggestion": "topics.yml"},
        ),
        (
            "vocabularies/topic.yml",
            "misnamed-vocabulary",
            {"value": "topic.yml", "suggestion": "topics.yml"},
        ),
        (
            "vocabularies/kunnat.yml",
            "misnamed-vocabulary",
            {"value": "kunnat.yml", "suggestion": "municipalities.yml"},
        ),
        (
            "vocabularies/xyz.yml",
            "unknown-vocabulary",
            {"value": "xyz", "allowed": VOCABULARIES},
        ),
        ("languages/suomi.yml", "not-a-language-file", {"value": "suomi.yml"}),
        ("languages/ar.md", "wrong-ending", {"value": "ar.md", "suggestion": "ar.yml"}),
        ("impact/2026.yml", "impact-layout", {"value": "impact/2026.yml"}),
        ("impact/talo/26.yml", "impact-layout", {"value": "impact/talo/26.yml"}),
        ("impact/Talo/2026.yml", "impact-layout", {"value": "impact/Talo/2026.yml"}),
        ("images/talo.svg", "image-format", {"value": "talo.svg", "allowed": IMAGES}),
        ("images/talo.heic", "image-format", {"value": "talo.heic", "allowed": IMAGES}),
        ("images/kuvaus.md", "image-format", {"value": "kuvaus.md", "allowed": IMAGES}),
    ],
)
def test_what_does_not_belong_is_told_where_it_does(path, code, values):
    with pytest.raises(Refused) as caught:
        place_file(parts(path))
    assert (caught.value.code, caught.value.values) == (code, values)


@pytest.mark.parametrize(
    "path",
    ["places", "events/Etelä-Karjala/rautjärvi/2026", "images/a/b", "vocabularies", "impact/talo"],
)
def test_folders_that_may_be_entered(path):
    check_folder(parts(path))


@pytest.mark.parametrize(
    ("path", "code", "values"),
    [
        ("Events", "misnamed-folder", {"value": "Events", "suggestion": "events"}),
        ("event", "misnamed-folder", {"value": "event", "suggestion": "events"}),
        ("tapahtumat", "misnamed-folder", {"value": "tapahtumat", "suggestion": "events"}),
        ("Järjestäjät", "misnamed-folder", {"value": "Järjestäjät", "suggestion": "organisers"}),
        ("kuvat", "misnamed-folder", {"value": "kuvat", "suggestion": "images"}),
        ("posts", "unknown-folder", {"value": "posts", "allowed": FOLDERS}),
        ("vocabularies/omat", "nested-folder", {"value": "omat", "folder": "vocabularies"}),
        ("languages/x", "nested-folder", {"value": "x", "folder": "languages"}),
        ("impact/talo/2026", "nested-folder", {"value": "2026", "folder": "impact"}),
        ("events/kahvi.md", "folder-named-like-file", {"value": "kahvi.md"}),
        ("network.yml", "folder-named-like-file", {"value": "network.yml"}),
    ],
)
def test_folders_that_may_not_be_there(path, code, values):
    with pytest.raises(Refused) as caught:
        check_folder(parts(path))
    assert (caught.value.code, caught.value.values) == (code, values)
