"""nginx and Caddy with our recipes: only the lines marked "yours" are others."""

import os
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from .site import ROOT

RECIPES = ROOT / "docs" / "serving"
# Far above what the slowest machine needs.
TRIES, PAUSE = 100, 0.1

NGINX = """\
daemon off;
worker_processes 1;
pid {folder}/pid;
error_log {folder}/errors crit;
events {{ }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/recipe;
}}
"""
CADDY = "{\n\tadmin off\n\tauto_https off\n}\nimport recipe\n"


@contextmanager
def serving(name: str, output: Path, folder: Path) -> Iterator[int]:
    """The port on which the server answers; it ends with the block, whatever happens."""
    port = _free_port()
    make = {"nginx": _nginx, "caddy": _caddy}[name]
    command = make(output, folder, port)
    homes = dict.fromkeys(("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"), str(folder))
    with (folder / "said").open("wb") as said:
        process = subprocess.Popen(command, stdout=said, stderr=said, env={**os.environ, **homes})
    try:
        _wait(process, port, folder / "said")
        yield port
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _nginx(output: Path, folder: Path, port: int) -> list[str]:
    yours = {
        "listen 80; ": f"listen 127.0.0.1:{port}; ",
        "server_name kohtaamo.example; ": "server_name 127.0.0.1; ",
        "root /srv/kohtaamo/output; ": f"root {output}; ",
    }
    (folder / "recipe").write_text(_changed("nginx.conf", yours), "utf-8")
    (folder / "nginx.conf").write_text(NGINX.format(folder=folder), "utf-8")
    return ["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf")]


def _caddy(output: Path, folder: Path, port: int) -> list[str]:
    yours = {
        "\nkohtaamo.example {": f"\nhttp://127.0.0.1:{port} {{",
        "root * /srv/kohtaamo/output\n": f"root * {output}\n",
    }
    (folder / "recipe").write_text(_changed("Caddyfile", yours), "utf-8")
    (folder / "Caddyfile").write_text(CADDY, "utf-8")
    return ["caddy", "run", "--adapter", "caddyfile", "--config", str(folder / "Caddyfile")]


def _changed(recipe: str, yours: Mapping[str, str]) -> str:
    text = (RECIPES / recipe).read_text("utf-8")
    for line, other in yours.items():
        if text.count(line) != 1:
            raise SystemExit(f"docs/serving/{recipe} does not hold once: {line.strip()}")
        text = text.replace(line, other)
    return text


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait(process: subprocess.Popen[bytes], port: int, said: Path) -> None:
    """Until the server listens; what it said when it does not come to that."""
    for _ in range(TRIES):
        if process.poll() is not None:
            break
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(PAUSE)
        else:
            return
    raise SystemExit(f"the server does not start:\n{said.read_text('utf-8')}")
