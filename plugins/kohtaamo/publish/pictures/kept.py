"""What earlier builds have made of pictures, for whoever would make it again."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPictures:
    """Files of pictures by a name that says what each was made from, and how wide.

    `find` gives what was kept under just this name, or None; `keep` keeps it, where there is room.
    Whoever keeps it answers for it that this code would make the same of it.
    """

    find: Callable[[str], bytes | None]
    keep: Callable[[str, bytes], None]


NO_PICTURES = KeptPictures(find=lambda name: None, keep=lambda name, data: None)
