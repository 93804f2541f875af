"""Where the form reads and writes: the network's repository at its forge.

https://sveltiacms.app/en/docs/backends says what each forge needs.
"""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from kohtaamo.model.network import Forge, Repository
from kohtaamo.publish.admin.setting import Admin

# Where a forge answers programs, behind the address at which people read it.
_API = {Forge.GITHUB: "/api/v3", Forge.GITLAB: "/api/v4", Forge.FORGEJO: "/api/v1"}
_GITHUB, _GITHUB_API = "https://github.com", "https://api.github.com"
# Changes wait as pull requests until they are accepted; of Forgejo the program cannot do that yet.
_WITH_DRAFTS = frozenset({Forge.GITHUB, Forge.GITLAB})


@dataclass(frozen=True, slots=True, kw_only=True)
class Backend:
    """The forge as the configuration names it, and all that the browser may ask."""

    settings: dict[str, Any]
    has_drafts: bool
    asked: tuple[str, ...]


def backend_of(repository: Repository | None, admin: Admin) -> Backend | None:
    """None where the network does not say enough of its repository."""
    if repository is None or repository.forge is None or repository.url is None:
        return None
    forge, url = repository.forge, urlsplit(repository.url.removesuffix(".git"))
    origin, names = f"{url.scheme}://{url.netloc}", [each for each in url.path.split("/") if each]
    if len(names) < 2:
        return None
    below = () if forge is Forge.GITLAB else tuple(names[:-2])
    base = "/".join((origin, *below))
    api = _GITHUB_API if base == _GITHUB else base + _API[forge]
    settings = {
        "name": "gitea" if forge is Forge.FORGEJO else forge.value,
        "repo": "/".join(names[len(below) :]),
        **({"branch": repository.branch} if repository.branch else {}),
        "api_root": api,
        **_login(forge, base, admin),
    }
    asked = dict.fromkeys((_origin(api), *(() if forge is Forge.GITHUB else (origin,))))
    return Backend(settings=settings, has_drafts=forge in _WITH_DRAFTS, asked=tuple(asked))


def _login(forge: Forge, base: str, admin: Admin) -> dict[str, Any]:
    """With a button where the forge, or a server of somebody's, lets people in; else by token."""
    if forge is Forge.GITHUB:
        if admin.login_server:
            return {"base_url": admin.login_server, "auth_methods": ["oauth", "token"]}
        return {"auth_methods": ["token"]}
    if not admin.app_id:
        return {"base_url": base, "auth_methods": ["token"]}
    kind = {"auth_type": "pkce"} if forge is Forge.GITLAB else {}
    return {"base_url": base, "app_id": admin.app_id, "auth_methods": ["oauth", "token"], **kind}


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
