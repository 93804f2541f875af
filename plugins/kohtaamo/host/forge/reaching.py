"""The interface of the forge around a run, whichever it is."""

from collections.abc import Mapping

from kohtaamo.host.forge.actions_api import actions_api
from kohtaamo.host.forge.api import Api
from kohtaamo.host.forge.gitlab_api import gitlab_api
from kohtaamo.host.forge.surroundings import Surroundings
from kohtaamo.model.network import Forge


def api_of(at: Surroundings, environment: Mapping[str, str]) -> Api:
    """What speaks with the forge; it asks once who the token belongs to, where it is our own."""
    if at.forge is Forge.GITLAB:
        return gitlab_api(at)
    return actions_api(at, is_own_token=bool(environment.get("KOHTAAMO_TOKEN")))
