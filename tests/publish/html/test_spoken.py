"""Marked runs become `lang`: in texts, in attributes, and where only one language can be said."""

import pytest

from kohtaamo.publish.html.spoken import spoken, turned
from kohtaamo.text.runs import run

FI = run("fi", "Päävalikko")


@pytest.mark.parametrize(
    ("given", "made"),
    [
        # An element that holds nothing else says it itself.
        (f"<p>{FI}</p>", '<p lang="fi">Päävalikko</p>'),
        (f'<a href="/">{FI}</a>', '<a lang="fi" href="/">Päävalikko</a>'),
        # Within a text a span does, without the blanks and signs around it.
        (f"<p>Dát: {FI}.</p>", '<p>Dát: <span lang="fi">Päävalikko</span>.</p>'),
        (f"<p>{FI} <b>x</b></p>", '<p><span lang="fi">Päävalikko</span> <b>x</b></p>'),
        # A value within a run is in the page's language, a number in none.
        (
            f"<p>{run('fi', 'Voimassa ' + run('se', 'disdat') + ' asti')}</p>",
            '<p><span lang="fi">Voimassa</span> disdat <span lang="fi">asti</span></p>',
        ),
        (
            f"<p>{run('fi', 'Sivu ' + run('se', '1') + '/' + run('se', '2'))}</p>",
            '<p lang="fi">Sivu 1/2</p>',
        ),
        # Runs of one language that touch are one.
        (
            f"<p>x {run('fi', 'Sali')}, {run('fi', 'Rantatie 2')}</p>",
            '<p>x <span lang="fi">Sali, Rantatie 2</span></p>',
        ),
        # A run in the language around it is none.
        (f"<p>x {run('se', 'Gos')}</p>", "<p>x Gos</p>"),
        (f'<p lang="fi">Missä {FI}</p>', '<p lang="fi">Missä Päävalikko</p>'),
        # An attribute: the element says its language, and what it holds says the page's again.
        (
            f'<nav id="m" aria-label="{FI}"><ul><li>Gos</li></ul></nav>',
            '<nav lang="fi" id="m" aria-label="Päävalikko"><ul lang="se"><li>Gos</li></ul></nav>',
        ),
        (
            f'<nav aria-label="{FI}">Gos<br>{FI}</nav>',
            '<nav lang="fi" aria-label="Päävalikko"><span lang="se">Gos</span><br>Päävalikko</nav>',
        ),
        (f'<img alt="{FI}" src="x">', '<img lang="fi" alt="Päävalikko" src="x">'),
        # One language is all that a title can say; nothing is said in addresses and scripts.
        (
            f"<title>{run('fi', 'Talo')} – Viessu</title>",
            '<title lang="fi">Talo – Viessu</title>',
        ),
        (f'<a href="/x?{FI}">Gos</a>', '<a href="/x?Päävalikko">Gos</a>'),
        (
            f'<script type="a/b">{{"x": "{FI}"}}</script>',
            '<script type="a/b">{"x": "Päävalikko"}</script>',
        ),
        # What is escaped stays escaped, and counts as no letters.
        (f"<p>{run('fi', '&lt;&#39;')} Gos</p>", "<p>&lt;&#39; Gos</p>"),
        (f"<p title='a > b'>{FI}</p>", "<p lang=\"fi\" title='a > b'>Päävalikko</p>"),
    ],
)
def test_runs(given: str, made: str) -> None:
    page = '<html lang="se" dir="ltr"><body>{}</body></html>'
    assert spoken(page.format(given)) == page.format(made)


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ('<p lang="fi">Talo</p>', '<p lang="fi" dir="ltr">Talo</p>'),
        (f"<p>أين {FI}</p>", '<p>أين <span lang="fi" dir="ltr">Päävalikko</span></p>'),
        ('<p lang="fi" dir="auto">Talo</p>', '<p lang="fi" dir="auto">Talo</p>'),
        ('<p lang="fa">خانه</p>', '<p lang="fa">خانه</p>'),
        # A label turns nothing around.
        (
            f'<nav aria-label="{FI}"><p>أين</p></nav>',
            '<nav lang="fi" aria-label="Päävalikko"><p lang="ar">أين</p></nav>',
        ),
    ],
)
def test_texts_of_the_other_direction_turn(given: str, made: str) -> None:
    page = '<html lang="ar" dir="rtl"><body>{}</body></html>'
    assert turned(spoken(page.format(given))) == page.format(made)


def test_a_text_from_right_to_left_on_another_page() -> None:
    page = '<html lang="fi" dir="ltr"><body>{}</body></html>'
    assert turned(page.format('<h1 lang="ar">أين</h1>')) == page.format(
        '<h1 lang="ar" dir="rtl">أين</h1>'
    )


def test_a_page_without_runs_is_left_alone() -> None:
    page = "<p title='<'>x</p >"
    assert spoken(page) is page
