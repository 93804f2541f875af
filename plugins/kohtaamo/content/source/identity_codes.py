"""Finnish personal identity codes stand nowhere in a file, its comments included."""

import re

from kohtaamo.problems.problem import Report
from kohtaamo.text.identity_codes import find_identity_codes

# No code without a date of six digits: a quick look that spares most texts a slow one.
_DATE = re.compile(r"[0-9]{6}")


def report_identity_codes(text: str, report: Report) -> None:
    """One problem for each line that holds a code; it never repeats the code: logs are public."""
    if not _DATE.search(text) or not find_identity_codes(text):
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if find_identity_codes(line):
            report.add(number, "", "identity-code")
