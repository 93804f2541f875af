#!/bin/sh
# A real Caddy on a free port of this machine, set up by docs/serving/Caddyfile and nothing else,
# serves the sample network; every file is asked for as calendars, readers and browsers ask.
set -eu
cd "$(dirname "$0")/../.."

case "${1:-}" in
install) sh tests/judges/serving/install.sh caddy:caddy ;;
run) PYTHONPATH=plugins:. .venv/bin/python -m tests.judges.serving caddy ;;
*)
  echo "usage: sh $0 install|run" >&2
  exit 2
  ;;
esac
