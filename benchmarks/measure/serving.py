"""How long a saved file takes to be seen on the page that `kohtaamo serve` shows."""

import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from urllib.error import URLError
from urllib.request import urlopen

from benchmarks.corpus.days import TODAY
from benchmarks.measure.builders import OUTPUT, Builder
from benchmarks.measure.figures import Figures
from benchmarks.measure.run import Failed, Sample

_PATIENCE = 120.0
_EVERY = 0.01


def visible(builder: Builder, runs: int) -> Figures:
    """Save the event's file so many times and look at its page until the new sentence is there."""
    builder.forget()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "kohtaamo", "serve", "content", "-o", OUTPUT]
    command += ["--today", TODAY.isoformat(), "--port", str(port)]
    address = f"http://127.0.0.1:{port}/tapahtumat/{builder.event.stem}/"
    null = subprocess.DEVNULL
    with subprocess.Popen(command, cwd=builder.folder, stdout=null, stderr=null) as server:
        try:
            _until(address, builder.event.stem, server)
            time.sleep(1)
            samples = [_seen(builder, address, turn, server) for turn in range(runs)]
        finally:
            server.send_signal(signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                server.wait(10)
            server.kill()
    return Figures(samples=samples)


def _seen(builder: Builder, address: str, turn: int, server: subprocess.Popen[bytes]) -> Sample:
    sentence = f"Tämä lause on tallennettu {turn + 1}. kerran."
    builder.edit(sentence)
    start = time.perf_counter()
    _until(address, sentence, server)
    found = time.perf_counter() - start
    # A change while the last one is still being built would be another measurement.
    time.sleep(1)
    return Sample(wall=found, cpu=0)


def _until(address: str, words: str, server: subprocess.Popen[bytes]) -> None:
    end = time.perf_counter() + _PATIENCE
    while time.perf_counter() < end and server.poll() is None:
        with suppress(URLError, ConnectionError), urlopen(address) as answer:  # noqa: S310 - own
            if words in answer.read().decode():
                return
        time.sleep(_EVERY)
    raise Failed(f"{address} did not show what was saved")
