"""Print the commands that put a build into object storage: one for each media type.

    .venv/bin/python docs/serving/object_storage.py output storage:kohtaamo | sh -e

The second name is an rclone remote and its bucket (`rclone config` makes one for S3, Azure,
Google, Swift and others). Files are compared by checksum, so only what changed is sent, and each
command removes what is gone of its kind. Pages come last.
"""

import shlex
import sys

from kohtaamo.commands.headers import headers_of
from kohtaamo.publish.media_types import MEDIA_TYPES_BY_ENDING, MEDIA_TYPES_BY_NAME


def commands(output: str, remote: str) -> list[str]:
    """Feeds by their names, all else by its ending."""
    others = [f"- {name}" for name in MEDIA_TYPES_BY_NAME]
    by_name = [
        _command(output, remote, name, media_type, [])
        for name, media_type in MEDIA_TYPES_BY_NAME.items()
    ]
    by_ending = [
        _command(output, remote, f"*.{ending}", media_type, others)
        for ending, media_type in reversed(MEDIA_TYPES_BY_ENDING.items())
    ]
    return [*by_name, *by_ending]


def _command(output: str, remote: str, pattern: str, media_type: str, but: list[str]) -> str:
    headers = {"Content-Type": media_type, "Cache-Control": headers_of(pattern)["Cache-Control"]}
    words = ["rclone", "sync", "--checksum"]
    for rule in ("- .*", "- .*/**", *but, f"+ {pattern}", "- *"):
        words += ["--filter", rule]
    for name, value in headers.items():
        words += ["--header-upload", f"{name}: {value}"]
    return shlex.join([*words, output, remote])


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit("usage: object_storage.py OUTPUT REMOTE:BUCKET")
    sys.stdout.write("\n".join(commands(*sys.argv[1:])) + "\n")
