"""`kohtaamo serve`: builds, shows the portal on this machine, and builds again on every change."""

import sys
import threading
from collections.abc import Callable, Sequence
from datetime import date
from http.server import ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory

from kohtaamo.commands.build import missing_inputs
from kohtaamo.commands.build_end import BuildEnd
from kohtaamo.commands.builder import builder
from kohtaamo.commands.fault_page import counted
from kohtaamo.commands.indexing import Indexing, indexing
from kohtaamo.commands.live import Live
from kohtaamo.commands.live_server import FAULTS_ADDRESS, live_server
from kohtaamo.commands.rebuild import Rebuild
from kohtaamo.commands.watching import changes


def run_serve(
    content: str, output: str, today: date | None, settings: str, host: str, port: int
) -> int:
    """Serve until interrupted; 2 when there is nothing to build or the port is taken."""
    missing = missing_inputs(content, settings)
    if missing:
        print(missing, file=sys.stderr)
        return 2
    live = Live()
    try:
        server = live_server(Path(output), host, port, live)
    except OSError:
        print(
            f"Portti {port} on jo käytössä. Valitse toinen: make serve PORT=8080", file=sys.stderr
        )
        return 2
    address = f"http://{host}:{server.server_address[1]}"
    with TemporaryDirectory(prefix="kohtaamo-") as folder:
        rebuild = Rebuild(
            content=content,
            output=output,
            settings=settings,
            today=today,
            address=address,
            report=Path(folder) / "report.json",
        )
        try:
            _go_on(rebuild, server, live, _watched(content, settings))
        except KeyboardInterrupt:
            live.end()
            print(f"\nLopetettu. Viimeisin sivusto on kansiossa {output}/.")
    return 0


def _go_on(
    rebuild: Rebuild, server: ThreadingHTTPServer, live: Live, watched: Sequence[Path]
) -> None:
    """Build, serve, and build again whenever something is saved."""
    with (
        indexing(rebuild.index_arguments, rebuild.index_report) as index,
        builder(rebuild.arguments) as build,
    ):
        saved = changes(watched)
        _build(rebuild, build, live, index)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(
            f"Portaali: {rebuild.address}/ "
            " (muutokset näkyvät tallennuksen jälkeen; lopeta Ctrl+C)",
            flush=True,
        )
        for _ in saved:
            _build(rebuild, build, live, index)


def _build(rebuild: Rebuild, build: Callable[[], int], live: Live, index: Indexing) -> None:
    """Build, tell the browsers, and say in a line what happened.

    Changes that come meanwhile are kept and built together after this: the last save wins.
    """
    index.stop()
    report = rebuild.run(build)
    live.tell(report)
    print(_said(report, rebuild.address), flush=True)
    if not report.code:
        index.begin()


def _said(report: BuildEnd, address: str) -> str:
    if report.code:
        return f"Viat näkyvät myös selaimessa: {address}{FAULTS_ADDRESS}"
    pages = sum(path.endswith(".html") for path in report.changed)
    others = len(report.changed) - pages
    if not report.changed:
        return "Mikään ei muuttunut."
    if not pages:
        return f"{counted(others, 'tiedosto', 'tiedostoa')} muuttui, sivut ennallaan."
    more = f" ja {counted(others, 'muu tiedosto', 'muuta tiedostoa')}" if others else ""
    return f"{counted(pages, 'sivu', 'sivua')}{more} muuttui."


def _watched(content: str, settings: str) -> tuple[Path, ...]:
    beside = Path(settings).resolve().parent
    return (Path(content), Path(settings), beside / "theme", beside / "plugins")
