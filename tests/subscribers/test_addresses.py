"""An address that has once answered keeps answering."""

from collections.abc import Sequence
from itertools import pairwise

from tests.subscribers.story import Poll


def test_addresses_keep_answering(polls: Sequence[Poll]) -> None:
    lost = {}
    for before, after in pairwise(polls):
        gone = before.addresses - after.addresses
        if gone and not (after.edit and after.edit.deletes):
            name = after.edit.name if after.edit else "nothing landed"
            lost[f"{after.day} {name}"] = sorted(gone)
    assert lost == {}


def test_old_addresses_serve_the_new_bytes(polls: Sequence[Poll]) -> None:
    names = (
        ("paikat/vanha-mylly/", "paikat/myllytalo/"),
        ("paikat/kiertava-kahvila/", "paikat/kahvibussi/"),
        ("kunnat/ylaharju/", "kunnat/harju/"),
        ("tapahtumat/neulekahvila/", "tapahtumat/neuletupa/"),
        ("sv/evenemang/neulekahvila/", "sv/evenemang/neuletupa/"),
        ("tapahtumat/torikahvi/", "tapahtumat/torikahvit/"),
    )
    last = next(poll for poll in reversed(polls) if any("hours" in path for path in poll.files))
    compared = 0
    for old, new in names:
        for path in last.files:
            if path.startswith(new):
                assert last.files[old + path.removeprefix(new)] == last.files[path], path
                compared += 1
    assert compared == 14
