"""What kinds of keys words files hold."""

# Texts that Babel reads as date patterns (UTS 35).
PATTERNS = frozenset(
    f"dates.{style}"
    for style in (
        "date",
        "on_weekday",
        "on_weekday_year",
        "on_weekday_short",
        "heading",
        "month",
        "of_month",
    )
)
# What only contributors, coordinators, the review and editing by form need, and the addresses of
# the guide: few languages have it.
OF_THE_REFERENCE = (
    *("fields.", "types.", "records.", "reference.", "form.", "review.", "admin."),
    "addresses.guide",
)
# Words that stand in addresses, and facts of the language itself.
OF_ADDRESSES, OF_THE_LANGUAGE = "addresses.", "language."
# Thirty-one texts in one.
_ORDINALS = "wording.ordinals"


def is_of_reference(key: str) -> bool:
    """True for what contributors and coordinators read, which not every language has."""
    return key.startswith(OF_THE_REFERENCE)


def is_read(key: str) -> bool:
    """True for texts that people read as they are; other values are for the portal's own use."""
    return not (
        key.startswith((OF_ADDRESSES, OF_THE_LANGUAGE)) or key in PATTERNS or key == _ORDINALS
    )
