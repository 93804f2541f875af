"""A problem at a row of a text that may begin anywhere in its file."""

AtRow = tuple[int, str, dict[str, str]]


def problem(row: int, code: str, /, **values: str) -> AtRow:
    """Row (from 0), code and values, until the file and its first line are known."""
    return row, code, values
