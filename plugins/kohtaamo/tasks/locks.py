"""The locks: every package that is installed, with its version and hashes."""

from invoke.context import Context
from invoke.tasks import task

from kohtaamo.tasks.running import python, root, say

# Every lock: for all systems and Pythons from the oldest we support on, with hashes, no address.
UV_COMPILE = (
    "pip compile --upgrade --quiet --universal --python-version 3.11 --generate-hashes"
    " --no-emit-index-url --custom-compile-command"
)
LOCKS = (
    ("requirements-build.lock", "--group build"),
    ("requirements.lock", "pyproject.toml -c requirements-build.lock"),
    (
        "requirements-test.lock",
        "pyproject.toml --extra test -c requirements-build.lock -c requirements.lock",
    ),
    ("tests/judges/workflows/requirements.lock", "tests/judges/workflows/requirements.in"),
)


@task
def lock(context: Context) -> None:
    """Write the requirements*.lock files anew, with the newest versions that fit (needs uv)."""
    # Where only a network's folder is, there are no tests.
    there = [each for each in LOCKS if (root(context) / each[0]).parent.is_dir()]
    for path, inputs in there:
        python(context, "uv", *UV_COMPILE.split(), "make lock", *inputs.split(), "-o", path)
    say("locked versions written: " + ", ".join(path for path, _ in there))
