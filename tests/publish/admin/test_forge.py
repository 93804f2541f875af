"""Where the form reads and writes, and what the browser may ask there."""

import pytest

from kohtaamo.model.network import Forge, Repository
from kohtaamo.publish.admin.forge import Backend, backend_of
from kohtaamo.publish.admin.page import page_html, policy_of
from kohtaamo.publish.admin.setting import Admin
from kohtaamo.words.load import shipped_words

CASES = {
    "GitHub": (
        Repository(forge=Forge.GITHUB, url="https://github.com/verkosto/portaali", branch="main"),
        Admin(),
        Backend(
            settings={
                "name": "github",
                "repo": "verkosto/portaali",
                "branch": "main",
                "api_root": "https://api.github.com",
                "auth_methods": ["token"],
            },
            has_drafts=True,
            asked=("https://api.github.com",),
        ),
    ),
    "GitHub with a server that helps": (
        Repository(forge=Forge.GITHUB, url="https://github.com/verkosto/portaali.git"),
        Admin(login_server="https://kirjaudu.example"),
        Backend(
            settings={
                "name": "github",
                "repo": "verkosto/portaali",
                "api_root": "https://api.github.com",
                "base_url": "https://kirjaudu.example",
                "auth_methods": ["oauth", "token"],
            },
            has_drafts=True,
            asked=("https://api.github.com",),
        ),
    ),
    "GitLab": (
        Repository(forge=Forge.GITLAB, url="https://gitlab.com/alue/verkosto/portaali/"),
        Admin(app_id="0123"),
        Backend(
            settings={
                "name": "gitlab",
                "repo": "alue/verkosto/portaali",
                "api_root": "https://gitlab.com/api/v4",
                "base_url": "https://gitlab.com",
                "app_id": "0123",
                "auth_methods": ["oauth", "token"],
                "auth_type": "pkce",
            },
            has_drafts=True,
            asked=("https://gitlab.com",),
        ),
    ),
    "Forgejo below a path": (
        Repository(forge=Forge.FORGEJO, url="https://example.fi/git/verkosto/portaali"),
        Admin(),
        Backend(
            settings={
                "name": "gitea",
                "repo": "verkosto/portaali",
                "api_root": "https://example.fi/git/api/v1",
                "base_url": "https://example.fi/git",
                "auth_methods": ["token"],
            },
            has_drafts=False,
            asked=("https://example.fi",),
        ),
    ),
}


@pytest.mark.parametrize(("repository", "admin", "backend"), CASES.values(), ids=CASES.keys())
def test_each_forge_is_asked_in_its_own_way(
    repository: Repository, admin: Admin, backend: Backend
) -> None:
    assert backend_of(repository, admin) == backend


@pytest.mark.parametrize(
    "repository",
    [
        None,
        Repository(),
        Repository(forge=Forge.GITHUB),
        Repository(forge=Forge.GITHUB, url="https://github.com/portaali"),
    ],
)
def test_without_a_repository_there_is_no_form(repository: Repository | None) -> None:
    assert backend_of(repository, Admin()) is None


def test_the_page_asks_its_own_server_and_the_forge_only() -> None:
    assert policy_of(["https://api.github.com"]) == (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self';"
        " img-src 'self' blob: data:; connect-src 'self' blob: data: https://api.github.com;"
        " form-action 'self'; base-uri 'none'"
    )


def test_the_page_is_in_the_language_of_the_network_and_in_no_search_engine() -> None:
    page = page_html(shipped_words("fi"), "Ovi <auki>", [])
    assert page.startswith('<!doctype html>\n<html lang="fi" dir="ltr">\n')
    assert '<meta name="robots" content="noindex">' in page
    assert "<title>Muokkaus lomakkeella: Ovi &lt;auki&gt;</title>" in page
    assert "<noscript>" in page
    assert "Sivu tarvitsee selaimen komentosarjat (JavaScript)" in page
