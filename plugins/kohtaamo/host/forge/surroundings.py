"""Which forge this run belongs to, from the variables that forges give to every run."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kohtaamo.host.forge.fault import ForgeFault
from kohtaamo.model.network import Forge

# A token of the network's own goes before the one that the forge makes for each run.
_TOKENS = ("KOHTAAMO_TOKEN", "FORGEJO_TOKEN", "GITHUB_TOKEN")
_LARGEST_EVENT = 5_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """`api` and `server` are addresses without a slash at the end.

    `repository` is `owner/name`, at GitLab the project's number; `branch` the one that the portal
    is published from. `event` is why the run began, as GitHub and Forgejo tell it. `number` is the
    pull request that the run is for and `commit` its newest commit, None and "" in all other runs;
    with `is_ours` it comes from a branch of the same repository, into which few may push.
    `run` is the run's own page, `remote` what git pushes to.
    """

    forge: Forge
    api: str
    server: str
    repository: str
    branch: str
    token: str
    run: str
    is_ours: bool = False
    remote: str = "origin"
    number: int | None = None
    commit: str = ""
    event: Mapping[str, Any] = field(default_factory=dict)


def surroundings_of(environment: Mapping[str, str]) -> Surroundings | None:
    """The forge around this run; None for somebody at their own machine."""
    if environment.get("GITLAB_CI") == "true":
        return _gitlab(environment)
    if environment.get("GITHUB_ACTIONS") == "true":
        return _actions(environment)
    return None


def needed(environment: Mapping[str, str], *, with_token: bool = True) -> Surroundings:
    """The same where nothing can be done without a forge; with a token unless said otherwise."""
    found = surroundings_of(environment)
    if found is None:
        raise ForgeFault(
            "Tämä komento toimii GitHubin, GitLabin tai Forgejon ajossa. Omalla koneella sille"
            " annetaan ajon ympäristömuuttujat: docs/julkaisu.md."
        )
    if with_token and not found.token:
        raise ForgeFault(
            "Ajolla ei ole tunnusta, jolla alustalle kirjoitetaan. Anna se muuttujassa"
            " KOHTAAMO_TOKEN: docs/julkaisu.md."
        )
    return found


def _actions(environment: Mapping[str, str]) -> Surroundings:
    """GitHub Actions and Forgejo Actions, which uses the same names.

    Source: GitHub Docs, "Variables reference"; Forgejo, "Forgejo Actions: Reference".
    """
    api = _given(environment, "GITHUB_API_URL").rstrip("/")
    server = _given(environment, "GITHUB_SERVER_URL").rstrip("/")
    repository = _given(environment, "GITHUB_REPOSITORY")
    event = _event(environment.get("GITHUB_EVENT_PATH", ""))
    pull = event.get("pull_request") or {}
    is_forgejo = api.endswith("/api/v1") or "true" in {
        environment.get("FORGEJO_ACTIONS"),
        environment.get("GITEA_ACTIONS"),
    }
    return Surroundings(
        forge=Forge.FORGEJO if is_forgejo else Forge.GITHUB,
        api=api,
        server=server,
        repository=repository,
        branch=environment.get("GITHUB_BASE_REF") or environment.get("GITHUB_REF_NAME") or "main",
        token=_token(environment),
        run=f"{server}/{repository}/actions/runs/{environment.get('GITHUB_RUN_ID', '')}",
        number=pull["number"] if pull else None,
        commit=pull["head"]["sha"] if pull else "",
        is_ours=bool(pull) and is_from(pull["head"], repository),
        event=event,
    )


def _gitlab(environment: Mapping[str, str]) -> Surroundings:
    """GitLab CI. Source: GitLab Docs, "Predefined CI/CD variables reference"."""
    number = environment.get("CI_MERGE_REQUEST_IID", "")
    server = _given(environment, "CI_SERVER_URL").rstrip("/")
    path = environment.get("CI_PROJECT_PATH", "")
    project = environment.get("CI_MERGE_REQUEST_PROJECT_ID") or _given(environment, "CI_PROJECT_ID")
    return Surroundings(
        forge=Forge.GITLAB,
        api=_given(environment, "CI_API_V4_URL").rstrip("/"),
        server=server,
        repository=project,
        branch=environment.get("CI_MERGE_REQUEST_TARGET_BRANCH_NAME")
        or environment.get("CI_DEFAULT_BRANCH")
        or "main",
        token=_token(environment),
        run=environment.get("CI_PIPELINE_URL", ""),
        # What the runner cloned from holds the job's own token, which may not push.
        remote=f"{server}/{path}.git" if path and server.startswith("http") else "origin",
        number=int(number) if number.isascii() and number.isdigit() else None,
        is_ours=bool(number) and environment.get("CI_MERGE_REQUEST_SOURCE_PROJECT_ID") == project,
        commit=environment.get("CI_MERGE_REQUEST_SOURCE_BRANCH_SHA")
        or (environment.get("CI_COMMIT_SHA", "") if number else ""),
    )


def is_from(head: Mapping[str, Any], repository: str) -> bool:
    """Whether a pull request's branch lies in the repository itself; a deleted fork has none."""
    return bool((head.get("repo") or {}).get("full_name") == repository)


def _given(environment: Mapping[str, str], name: str) -> str:
    value = environment.get(name, "")
    if not value:
        raise ForgeFault(f"Ajon ympäristöstä puuttuu muuttuja {name}.")
    return value


def _token(environment: Mapping[str, str]) -> str:
    return next((environment[name] for name in _TOKENS if environment.get(name)), "")


def _event(path: str) -> Mapping[str, Any]:
    """What the forge says of why the run began; nothing where it says nothing."""
    file = Path(path)
    if not path or not file.is_file() or file.stat().st_size > _LARGEST_EVENT:
        return {}
    try:
        event = json.loads(file.read_bytes())
    except ValueError:
        raise ForgeFault(f"Tiedosto {path} ei ole se tapahtuma, josta ajo alkoi.") from None
    return event if isinstance(event, dict) else {}
