"""`format=flowed` undone: lines that a mail program broke are whole again (RFC 3676, section 4)."""

import re

_QUOTES = re.compile(r">*")


def unflowed(text: str, *, deletes_space: bool = False) -> str:
    """The text with its soft line breaks gone; quote marks are followed by a space.

    A line that ends in a space goes on in the next one of the same depth, except the line before a
    signature. `deletes_space` is the parameter DelSp.
    """
    lines: list[list[str]] = []
    goes_on, depth_before = False, 0
    for line in text.split("\n"):
        quotes = _QUOTES.match(line)
        depth = len(quotes[0]) if quotes else 0
        said = line[depth:].removeprefix(" ")
        is_signature = said == "-- "
        if goes_on and depth == depth_before and not is_signature:
            lines[-1].append(said)
        else:
            lines.append([f"{'>' * depth} ", said] if depth else [said])
        goes_on = said.endswith(" ") and not is_signature
        if goes_on and deletes_space:
            lines[-1][-1] = said[:-1]
        depth_before = depth
    return "\n".join("".join(parts) for parts in lines)
