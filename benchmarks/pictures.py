"""`python -m benchmarks.pictures FOLDER`: what formats of pictures weigh, and what they take.

FOLDER holds photographs in any size. Each is made as small as pictures leave the house, and that is
written in each format and quality. The table says, per width: bytes and milliseconds of one core, a
picture on average, and how near it is to what was encoded (PSNR in decibels, higher is nearer).
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from math import log10
from pathlib import Path
from time import process_time

from PIL import Image, ImageChops, ImageStat

from kohtaamo.content.source.pictures import read
from kohtaamo.publish.pictures.plain import plain
from kohtaamo.publish.pictures.size import WIDTHS, narrowed

CANDIDATES: Sequence[tuple[str, Mapping[str, object]]] = (
    ("JPEG", {"quality": 82, "optimize": True, "progressive": True}),
    *(("WEBP", {"quality": quality, "method": 4}) for quality in (72, 76, 78, 80)),
    ("WEBP", {"quality": 78, "method": 6}),
    *(
        ("AVIF", {"quality": quality, "speed": speed, "max_threads": 1})
        for quality, speed in ((60, 6), (60, 8), (65, 8), (60, 10))
    ),
)


def main(folder: Path) -> None:
    """Print the table."""
    pictures = [plain(file.name, read(file)) for file in sorted(folder.iterdir())]
    print(f"{len(pictures)} pictures")
    for width in WIDTHS:
        narrow = [
            each.resize(narrowed(each.size, width), Image.Resampling.LANCZOS) for each in pictures
        ]
        for form, options in CANDIDATES:
            rows = [_written(each, form, options) for each in narrow]
            size, time, near = (sum(each) / len(rows) for each in zip(*rows, strict=True))
            said = " ".join(f"{name}={value}" for name, value in options.items())
            print(f"{width:5} {form} {size:9.0f} B {time:7.1f} ms {near:6.2f} dB  {said}")


def _written(image: Image.Image, form: str, options: Mapping[str, object]) -> Iterator[float]:
    out, begun = BytesIO(), process_time()
    image.save(out, form, **options)
    time = 1_000 * (process_time() - begun)
    return iter((len(out.getvalue()), time, _nearness(image, Image.open(out).convert("RGB"))))


def _nearness(image: Image.Image, other: Image.Image) -> float:
    squares = ImageStat.Stat(ImageChops.difference(image.convert("L"), other.convert("L"))).sum2[0]
    return 10 * log10(255**2 * image.width * image.height / max(1, squares))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
