"""What a preview may lack and the public site may not."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kohtaamo.addresses import reserved_slugs
from kohtaamo.content.load import load
from kohtaamo.host.build import Job
from kohtaamo.host.publishing import is_example_address, refusals
from tests.repositories import Repository

PUBLIC = "https://kohtaamispaikat.fi"


@pytest.fixture
def committed(small_content: Path, make_repository: Callable[[str], Repository]) -> Path:
    """The small content, landed in a repository of its own."""
    repository = make_repository("network")
    content = small_content.rename(repository.folder / "content")
    repository.commit("2026-11-20T10:00:00Z")
    return content


def _refused(content: Path, site_url: str = PUBLIC) -> list[tuple[str, int, str, str]]:
    day = date(2026, 12, 1)
    loaded = load(content, today=day, reserved=reserved_slugs())
    job = Job(content=content, theme=Path(), site_url=site_url, today=day, publish=True)
    return [
        (problem.path, problem.line, problem.field, problem.code)
        for problem in refusals(job, loaded.network)
    ]


def _rewrite(content: Path, old: str, new: str) -> None:
    file = content / "network.yml"
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")


def test_a_whole_network_may_be_published(committed: Path) -> None:
    assert _refused(committed) == []


def test_the_samples_id_is_refused_at_a_public_address(committed: Path) -> None:
    _rewrite(committed, "id: pieni-verkosto", "# Own words\nid: kohtaamo-malli")

    assert _refused(committed) == [("network.yml", 2, "id", "sample-id-published")]
    assert _refused(committed, "https://kohtaamo.example") == []


def test_a_trial_language_is_not_published(committed: Path) -> None:
    _rewrite(committed, "languages: [fi]", "languages: [fi, en-XA]")

    assert _refused(committed) == [
        ("network.yml", 4, "languages[1]", "pseudo-language-published"),
    ]


def test_a_statement_that_owes_something_is_not_published(committed: Path) -> None:
    text = (committed / "network.yml").read_text("utf-8")
    head = text.split("accessibility_statement")[0]
    statement = "accessibility_statement:\n  status: partial\n  failing: [Kuvat]\n"
    (committed / "network.yml").write_text(head + statement, "utf-8")

    assert [code for *_, code in _refused(committed)] == ["statement-incomplete-published"]


def test_without_an_accessibility_statement_nothing_is_published(committed: Path) -> None:
    text = (committed / "network.yml").read_text("utf-8")
    (committed / "network.yml").write_text(text.split("accessibility_statement")[0], "utf-8")

    assert _refused(committed) == [
        ("network.yml", 1, "accessibility_statement", "statement-missing-published")
    ]


def test_without_history_nothing_is_published(small_content: Path) -> None:
    assert _refused(small_content) == [("network.yml", 1, "", "history-incomplete")]


@pytest.mark.parametrize(
    ("address", "only_the_builder_can_mean_it"),
    [
        ("http://127.0.0.1:8000", True),
        ("http://[::1]:8000", True),
        ("http://localhost:8000", True),
        ("http://LOCALHOST", True),
        ("https://kohtaamo.example", True),
        ("https://esittely.kohtaamo.example/polku", True),
        ("https://portaali.test", True),
        ("https://www.example.org", True),
        ("https://example.com", True),
        ("https://kohtaamispaikat.fi", False),
        ("https://example.fi", False),
        ("https://notexample.com", False),
        ("https://example.org.attacker.fi", False),
        ("https://localhost.fi", False),
        ("https://kohtaamispaikat.fi/127.0.0.1", False),
    ],
)
def test_addresses_that_are_examples(address: str, only_the_builder_can_mean_it: bool) -> None:
    assert is_example_address(address) is only_the_builder_can_mean_it
