"""Validators: xmllint, a RELAX NG for Atom and one for RSS (jing), a JSON Schema (jsonschema).

`python -m tests.judges.clients.forms`. The grammars are ours, written from RFC 4287, from the RSS
Advisory Board's specification and profile, and from JSON Feed 1.1.
"""

import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.judges.clients.site import LONGEST_RUN, SITES, build, workshop
from tests.judges.clients.verdict import MOST_TOLD, close, must_notice

SCHEMAS = Path(__file__).parent / "schemas"
XMLLINT = ("xmllint", "--noout", "--nonet")
# Debian's own; another Python may have another version of the command.
JSONSCHEMA = ("/usr/bin/python3", "-W", "ignore", "-m", "jsonschema")

Validate = Callable[[Sequence[Path]], list[str]]


def xmllint(files: Sequence[Path]) -> list[str]:
    """Well-formed XML."""
    return _said(XMLLINT, files)


def jing(schema: str) -> Validate:
    """Valid by a grammar in RELAX NG's compact form."""
    return lambda files: _said(("jing", "-c", str(SCHEMAS / schema)), files)


def jsonschema(files: Sequence[Path]) -> list[str]:
    """Valid by the JSON Schema."""
    named = [word for file in files for word in ("--instance", str(file))]
    return _said((*JSONSCHEMA, "--output", "plain", *named), [SCHEMAS / "jsonfeed.json"])


FORMS: dict[str, tuple[Validate, ...]] = {
    "atom.xml": (xmllint, jing("atom.rnc")),
    "rss.xml": (xmllint, jing("rss.rnc")),
    "feed.json": (jsonschema,),
    "feeds.opml": (xmllint,),
    "sitemap.xml": (xmllint,),
}

# What each validator must find: a file, what stands in it, and what is written there instead.
WRONG: tuple[tuple[str, bytes, bytes], ...] = (
    ("atom.xml", b"</title>", b"</titel>"),
    ("atom.xml", b"<updated>2026-", b"<updated>26-"),
    ("atom.xml", b'type="html"', b'type="CDATA"'),
    ("atom.xml", b"<id>urn:uuid:", b"<id>"),
    ("atom.xml", b"<author>", b"<updated>2026-12-01T00:00:00Z</updated><author>"),
    ("atom.xml", b'href="http://', b'href="/'),
    ("rss.xml", b"&lt;p&gt;", b"<p>"),
    ("rss.xml", b" Nov 2026 ", b" marras 2026 "),
    ("rss.xml", b'isPermaLink="false"', b'isPermaLink="true"'),
    ("rss.xml", b"<link>http://", b"<link>/"),
    ("rss.xml", b"<language>fi</language>", b""),
    ("feed.json", b'"version":"https://jsonfeed.org/version/1.1"', b'"version":"1.1"'),
    ("feed.json", b'"date_published":"2026-', b'"date_published":"26-'),
    ("feed.json", b'"url":"http://', b'"link":"http://'),
)


def main() -> None:
    with workshop() as folder:
        outputs = [build(name, folder / name).output for name in SITES]
        every = {
            name: [file for output in outputs for file in sorted(output.rglob(name))]
            for name in FORMS
        }
        faults = [
            fault.replace(f"{folder}/", "")
            for name, validators in FORMS.items()
            for validate in validators
            for fault in validate(every[name])
        ]
        faults += [f"{name}: there is no such file" for name, files in every.items() if not files]
        faults += _self_test(outputs[0] / "tapahtumat", folder)
    count = sum(map(len, every.values()))
    close("xmllint, jing and jsonschema", faults, f"{count} files are valid")


def _self_test(listing: Path, folder: Path) -> list[str]:
    """Each wrong file is found by one of its validators."""
    faults = []
    file = folder / "wrong"
    for name, old, new in WRONG:
        body = (listing / name).read_bytes()
        file.write_bytes(body.replace(old, new, 1))
        found = [fault for validate in FORMS[name] for fault in validate([file])]
        faults += must_notice(f"{new.decode()!r} for {old.decode()!r} in {name}", found)
    return faults


def _said(command: Sequence[str], files: Sequence[Path]) -> list[str]:
    """What a validator says of files that it does not accept."""
    done = subprocess.run(
        [*command, *map(str, files)],
        capture_output=True,
        text=True,
        check=False,
        timeout=LONGEST_RUN,
    )
    if not done.returncode:
        return []
    lines = (done.stdout + done.stderr).splitlines()
    told = [line for line in lines if line and not line.startswith("[warning]")]
    return told[:MOST_TOLD] or [f"{command[0]}: exit {done.returncode}"]


if __name__ == "__main__":
    main()
