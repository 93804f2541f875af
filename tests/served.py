"""A built folder, served on this machine."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kohtaamo.commands.server import preview_server


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address at which a folder is served, which need not be there yet, without a last `/`."""
    server = preview_server(folder, "127.0.0.1", 0)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
