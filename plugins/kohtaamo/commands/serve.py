"""`kohtaamo serve`: builds, shows the portal on this machine, and builds again on every change."""

import subprocess
import sys
import threading
from datetime import date
from pathlib import Path

from watchfiles import watch

from kohtaamo.commands.build import missing_inputs
from kohtaamo.commands.server import preview_server


def run_serve(
    content: str, output: str, today: date | None, settings: str, host: str, port: int
) -> int:
    """Serve until interrupted; 2 when there is nothing to build or the port is taken."""
    missing = missing_inputs(content, settings)
    if missing:
        print(missing, file=sys.stderr)
        return 2
    try:
        server = preview_server(Path(output), host, port)
    except OSError:
        print(
            f"Portti {port} on jo käytössä. Valitse toinen: make serve PORT=8080", file=sys.stderr
        )
        return 2
    address = f"http://{host}:{server.server_address[1]}"
    build = _build_command(content, output, today, settings, address)
    subprocess.run(build, check=False)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(
        f"Portaali: {address}/  (muutokset näkyvät tallennuksen jälkeen; lopeta Ctrl+C)", flush=True
    )
    try:
        for _ in watch(*_watched(content, settings), raise_interrupt=True):
            subprocess.run(build, check=False)
    except KeyboardInterrupt:
        server.shutdown()
        print(f"\nLopetettu. Viimeisin sivusto on kansiossa {output}/.")
    return 0


def _build_command(
    content: str, output: str, today: date | None, settings: str, address: str
) -> list[str]:
    """A build of its own process: it sees changed code and settings too.

    Calendars and feeds carry whole addresses, so they have to name this server.
    """
    command = [sys.executable, "-m", "kohtaamo", "build", content, "-o", output, "-s", settings]
    command += ["--site-url", address]
    return command if today is None else [*command, "--today", today.isoformat()]


def _watched(content: str, settings: str) -> list[str]:
    beside = Path(settings).resolve().parent
    candidates = [Path(content), Path(settings), beside / "theme", beside / "plugins"]
    return [str(path) for path in candidates if path.exists()]
