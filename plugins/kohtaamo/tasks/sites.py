"""The site: previewed, published, served."""

from invoke.context import Context
from invoke.tasks import task

from kohtaamo.tasks.running import CONTENT, OUTPUT, given, python, say

_QUARANTINE = "leave faulty files out, publish the others and exit with 3"


@task(
    help={
        "today": "the day the site is built for, as 2026-12-01",
        "quarantine": _QUARANTINE,
        "site-url": "where the preview will be read, if not on this machine",
    }
)
def build(context: Context, today: str = "", quarantine: bool = False, site_url: str = "") -> None:
    """Build a preview of content/ into output/."""
    asked = given(today=today, **{"site-url": site_url})
    options = [*asked, *(["--quarantine"] if quarantine else [])]
    python(context, "kohtaamo", "build", CONTENT, "-o", OUTPUT, *options)


@task(help={"quarantine": _QUARANTINE})
def publish(context: Context, quarantine: bool = False) -> None:
    """Build the site that is put on the web into output/, with publishconf.py."""
    options = ["--fatal", "warnings", *(["-e", "QUARANTINE=true"] if quarantine else [])]
    python(context, "pelican", CONTENT, "-o", OUTPUT, "-s", "publishconf.py", *options)
    say(f"published {CONTENT}/ into {OUTPUT}/")


@task(help={"port": "port on this machine, 8000 if not given"})
def serve(context: Context, port: str = "") -> None:
    """Check, build and serve content/ on this machine, and build again on every change."""
    python(context, "kohtaamo", "serve", CONTENT, "-o", OUTPUT, *given(port=port))


@task
def fetch_admin(context: Context) -> None:
    """Fetch the program behind editing by form from the npm registry (uses the network)."""
    python(context, "kohtaamo", "fetch-admin")
