"""`python -m tests.judges.web.nu JAR`: the Nu HTML checker on every page, style sheet and drawing.

Neither errors nor warnings are let pass.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.judges.clients.verdict import close
from tests.judges.web.faults import Fault, is_of_example, told, unseen
from tests.judges.web.sites import networks, spoilt

WHO = "Nu HTML checker"
POLICY = "<meta http-equiv='Content-Security-Policy' content=\"style-src 'self'\">"
NO_SCRIPT = "<meta http-equiv='Content-Security-Policy' content=\"script-src 'self'\">"
# By page: what stands in it, and what the checker says of that.
WRONG = {
    "element": ("<blink>Kahvit</blink>", "“blink” element is obsolete"),
    "nested": ("<p><a href='/'>Kahvit <a href='/'>nyt</a></a></p>", "“a”"),
    "twice": ("<p id='a'>x</p><p id='a'>y</p>", "Duplicate ID"),
    "role": ("<p role='kahvi'>x</p>", "Bad value “kahvi” for attribute “role”"),
    "unneeded": ("<nav role='navigation' aria-label='x'><p>x</p></nav>", "role is unnecessary"),
    "heading": ("<section><p>x</p></section>", "Section lacks heading"),
    "policy": (
        f"{POLICY}<link rel='stylesheet' href='https://example.org/a.css'></head>",
        "violates Content Security Policy",
    ),
    "script": (f"{NO_SCRIPT}<script>open()</script></head>", "Inline script violates"),
}
WRONG_STYLE = "p { colour: red; }"
WRONG_DRAWING = '<svg xmlns="http://www.w3.org/2000/svg"><kahvi/></svg>'
# A file has no origin to be compared with: that a site's own addresses are "blocked" says nothing,
# nor does it of `data:`, which our policy allows.
OWN_ADDRESS = re.compile(
    r"^Resource violates Content Security Policy .* “(?:/(?!/)|data:image/)[^”]*” blocked"
)
# Data is no script: a browser has left it before it asks the policy (HTML, "prepare the script
# element"). The judge `chromium` hears of everything that a policy does block.
DATA_BLOCKED = "Inline script violates Content Security Policy"
DATA = '<script type="application/ld+json">'


def main(jar: str) -> None:
    """Leave with 0 when nothing is wrong but what is so on purpose."""
    missed = _missed(jar)
    with networks() as sites:
        found = [fault for site in sites for fault in _faults(jar, site.folder)]
        faults = [fault for fault in found if not is_of_example(fault)]
        number = sum(len(site.files) for site in sites)
    content = f"no error and no warning on {number} pages, their style sheets and drawings"
    close(WHO, [*missed, *told(faults)], content)


def _missed(jar: str) -> list[str]:
    with spoilt({name: fragment for name, (fragment, _) in WRONG.items()}) as site:
        (site.folder / "style-wrong.css").write_text(WRONG_STYLE, "utf-8")
        (site.folder / "drawing.svg").write_text(WRONG_DRAWING, "utf-8")
        expected = {name: code for name, (_, code) in WRONG.items()}
        expected |= {"style-wrong": "colour", "drawing": "kahvi"}
        return unseen(expected, list(_faults(jar, site.folder)))


def _faults(jar: str, folder: Path) -> Iterator[Fault]:
    options = ["--stdout", "--format", "json", "--skip-non-html", "--also-check-css"]
    done = subprocess.run(
        ["java", "-Xss8m", "-jar", jar, *options, "--also-check-svg", str(folder)],
        capture_output=True,
        text=True,
        check=False,
    )
    if not done.stdout.strip():
        raise SystemExit(f"{WHO}: exit {done.returncode}: {done.stderr.strip()}")
    for message in json.loads(done.stdout)["messages"]:
        words = message["message"]
        extract = message.get("extract", "")
        is_data = words.startswith(DATA_BLOCKED) and DATA in extract
        if not OWN_ADDRESS.match(words) and not is_data:
            path = message.get("url", "").partition(f"{folder}/")[2]
            line = f"line {message.get('lastLine', 0)}: {extract}"
            yield Fault(path, words, line)


if __name__ == "__main__":
    main(sys.argv[1])
