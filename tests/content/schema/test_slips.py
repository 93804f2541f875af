"""Keys and values that are tried in the wrong place."""

import pytest

from kohtaamo.content.schema.event import EVENT
from kohtaamo.content.schema.many import ListOf
from kohtaamo.content.schema.shared import CONTACT, IMAGE
from kohtaamo.content.source.tree import Mapping, Node, Scalar, Sequence
from kohtaamo.content.source.yaml_events import parse_yaml
from kohtaamo.problems.problem import Report


@pytest.mark.parametrize("key", ["repeat", "location", "registration", "price", "ages"])
def test_the_example_of_a_field_with_keys_can_be_copied(key: str) -> None:
    """`repeat: joka viikko`: what is said instead reads without a problem of its form."""
    field = EVENT.by_key[key]
    report = Report("events/kahvi.md")
    field.type.read(Sequence((Scalar("joka viikko", 2),), 2), key, report)
    assert [each.code for each in report.problems] == ["needs-keys"]
    again = Report("events/kahvi.md")
    node = parse_yaml(report.problems[0].values["example"], 2, again)
    assert node is not None
    nodes: Node = Sequence((node,), 2) if key == "price" else node
    field.type.read(nodes, key, again)
    assert again.problems == []


def test_pictures_by_their_names_alone() -> None:
    report = Report("events/kahvi.md")
    ListOf(IMAGE).read(Sequence((Scalar("neule.jpg", 4),), 4), "images", report)
    assert [(each.field, each.code) for each in report.problems] == [("images[0]", "needs-keys")]
    assert report.problems[0].values["example"].startswith("{file: ")


def test_no_person_is_named_as_contact() -> None:
    report = Report("events/kahvi.md")
    node = Mapping(((Scalar("nimi", 3), Scalar("Maija", 3)),), 3)
    CONTACT.read(node, "contact", report)
    assert [each.code for each in report.problems] == ["name-of-a-person"]
