"""The bytes: lines, characters and how much there is (RFC 5545 §3.1 and §6)."""

import re
from collections.abc import Iterator

MOST_OCTETS = 900_000
MOST_EVENTS = 1_000
LONGEST_LINE = 75

# All of ASCII's but tab, line feed and carriage return; those of C1; and what ends lines elsewhere.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")


def octet_faults(body: bytes) -> Iterator[str]:
    if re.search(rb"(?<!\r)\n|\r(?!\n)", body) or not body.endswith(b"\r\n"):
        yield "a line does not end in CRLF"
        return
    if len(body) > MOST_OCTETS:
        yield f"more than {MOST_OCTETS} octets"
    if body.count(b"\r\nBEGIN:VEVENT\r\n") > MOST_EVENTS:
        yield f"more than {MOST_EVENTS} events"
    lines = body.split(b"\r\n")
    for number, line in enumerate(lines[:-1], start=1):
        yield from _line(number, line)
    try:
        body.replace(b"\r\n ", b"").decode()
    except UnicodeDecodeError:
        yield "not UTF-8"


def _line(number: int, line: bytes) -> Iterator[str]:
    if not line:
        yield f"line {number} is empty"
    if len(line) > LONGEST_LINE:
        yield f"line {number} is longer than {LONGEST_LINE} octets"
    try:
        text = line.decode()
    except UnicodeDecodeError:
        yield f"line {number} splits a character"
        return
    if _CONTROL.search(text):
        yield f"line {number} holds a control character"
