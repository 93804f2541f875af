"""A file of `content/images/`, read once for all that is made of it."""

from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from kohtaamo.publish.pictures.kept import KeptPictures

if TYPE_CHECKING:
    from PIL import Image


@dataclass(frozen=True)
class Original:
    """The picture as somebody gave it."""

    file: Path

    def written_anew(self, width: int | None, kept: KeptPictures) -> bytes:
        """One of its files: the JPEG, or the WebP of a width; made only if it is not `kept`.

        Refused when it is no picture any more.
        """
        name = f"{self._digest} {width or 'jpeg'}"
        found = kept.find(name)
        if found is not None:
            return found
        # Only networks with new pictures need what encodes them.
        from kohtaamo.publish.pictures.encode import encoded  # noqa: PLC0415

        made = encoded(self._plain, width)
        kept.keep(name, made)
        return made

    @cached_property
    def _data(self) -> bytes:
        from kohtaamo.content.source.pictures import read  # noqa: PLC0415 - as above

        return read(self.file)

    @cached_property
    def _digest(self) -> str:
        """What is kept is told by the very bytes that are decoded, whatever is saved meanwhile."""
        return blake2b(self._data, digest_size=32).hexdigest()

    @cached_property
    def _plain(self) -> "Image.Image":
        from kohtaamo.publish.pictures.plain import plain  # noqa: PLC0415 - as above

        return plain(self.file.name, self._data)
