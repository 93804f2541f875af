#!/bin/sh
# A real nginx on a free port of this machine, set up by docs/serving/nginx.conf and nothing else,
# serves the sample network; every file is asked for as calendars, readers and browsers ask.
set -eu
cd "$(dirname "$0")/../.."
PATH="$PATH:/usr/sbin"
export PATH

case "${1:-}" in
install) sh tests/judges/serving/install.sh nginx:nginx-light ;;
run) PYTHONPATH=plugins:. .venv/bin/python -m tests.judges.serving nginx ;;
*)
  echo "usage: sh $0 install|run" >&2
  exit 2
  ;;
esac
