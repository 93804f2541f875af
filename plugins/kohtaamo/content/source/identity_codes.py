"""Finnish personal identity codes stand nowhere in a file, its comments included."""

from kohtaamo.problems.problem import Report
from kohtaamo.text.identity_codes import holds_identity_code

# No code without a date of six digits: a quick look that spares most texts a slow one.
_DATE = b"000000"
_DIGITS_AS_ZERO = bytes.maketrans(b"123456789", b"000000000")
# Digits may be written otherwise: by escapes of YAML, references of HTML, or wide (in UTF-8).
_WRITTEN_OTHERWISE = (b"\\", b"&", b"\xef\xbc")


def report_identity_codes(text: str, report: Report) -> None:
    """One problem for each line that holds a code; it never repeats the code: logs are public."""
    octets = text.encode("utf-8", "surrogatepass")
    if _DATE not in octets.translate(_DIGITS_AS_ZERO) and not any(
        sign in octets for sign in _WRITTEN_OTHERWISE
    ):
        return
    if not holds_identity_code(text):
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if holds_identity_code(line):
            report.add(number, "", "identity-code")
