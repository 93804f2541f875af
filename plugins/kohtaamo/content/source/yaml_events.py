"""Strict YAML: a tree with lines, made from the parser's events and nothing else.

`yaml.load` would type the values, follow aliases and keep the last of two equal keys;
`yaml.compose` hides anchors and overflows the stack on deep nesting.
"""

import re
from typing import Any

import yaml

from kohtaamo.content.source.tree import Node
from kohtaamo.content.source.yaml_slips import Slips
from kohtaamo.content.source.yaml_tree import ReadingEndedError, TreeBuilder
from kohtaamo.problems.problem import Report

# libyaml when PyYAML was built with it; the same events from Python otherwise.
LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

# YAML 1.1 counts these as line breaks, editors and forges do not.
_OTHER_BREAKS = re.compile(r"[\u0085\u2028\u2029]")
# No-break spaces look like the spaces that indent a line or follow a colon.
_BEFORE_VALUE = re.compile(r"^[ \u00a0-]*(?:\w+:\u00a0+)?", re.MULTILINE)


def parse_yaml(text: str, first_line: int, report: Report, loader: Any = LOADER) -> Node | None:
    """The tree of one YAML text whose first line is `first_line` of the file.

    All problems go to `report`; None when there is nothing to read or reading had to stop. Of a
    key written twice the first is kept.
    """
    if not text.isascii():
        text = _OTHER_BREAKS.sub(" ", text)
        if "\u00a0" in text:
            text = _BEFORE_VALUE.sub(lambda found: found[0].replace("\u00a0", " "), text)
    builder = TreeBuilder(report=report, first_line=first_line, slips=Slips.of(text))
    try:
        # As `yaml.parse` does it, without a generator and a question between any two events.
        builder.take_all(iter(loader(text).get_event, None))
    except ReadingEndedError:
        return None
    except (yaml.YAMLError, UnicodeError, ValueError) as error:
        # Its patterns take as long to load as many a file to read, and few texts have such faults.
        from kohtaamo.content.source.yaml_faults import explain  # noqa: PLC0415

        row, code, values = explain(error, text)
        line = first_line + row
        if not any(known.line == line and known.code == code for known in report.problems):
            report.add(line, "", code, **values)
        return None
    return builder.root
