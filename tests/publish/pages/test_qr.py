"""QR codes are those of segno, module by module, whatever their size."""

import re

import pytest
import segno

from kohtaamo.publish.html.qr import QUIET_ZONE, QrCode, qr_code

ADDRESS = "https://example.fi/jarjestajat/rautjarven-elakkeensaajat-ry/#seuraa"


def _dark(code: QrCode) -> set[tuple[int, int]]:
    """The dark modules that a pen finds which follows the path."""
    found = set()
    x = y = 0
    for across, down, length in re.findall(r"m(-?\d+) (-?\d+)h(\d+)", code.path):
        x, y = x + int(across), y + int(down)
        found |= {(x + step, y) for step in range(int(length))}
        x += int(length)
    return found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "7",
        "0123456789" * 9,
        "HTTPS://EXAMPLE.FI/",
        "https://example.fi/ääni-ø-日本",
        *(ADDRESS[:length] for length in range(1, len(ADDRESS))),
        *(ADDRESS * times for times in (1, 2, 5, 9, 20, 33)),
    ],
)
def test_a_code_is_what_the_library_makes(text: str) -> None:
    expected = segno.make(text, error="m", micro=False, mask=2).matrix
    code = qr_code(text)

    assert code.size == len(expected) + 2 * QUIET_ZONE
    assert _dark(code) == {
        (x, y) for y, row in enumerate(expected) for x, module in enumerate(row) if module
    }
