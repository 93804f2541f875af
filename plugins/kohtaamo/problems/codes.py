"""Which codes only warn; every other code is an error. Texts stand in `messages/`."""

WARNINGS: frozenset[str] = frozenset()
