#!/bin/sh
# newsboat and sfeed read every feed of the sample over loopback, and the list of all feeds.
set -eu
cd "$(dirname "$0")/../.."

case "${1:-}" in
install) sh tests/judges/apt.sh newsboat:newsboat sfeed:sfeed ;;
run) PYTHONPATH=plugins:. .venv/bin/python -m tests.judges.clients.readers ;;
*)
  echo "usage: sh $0 install|run" >&2
  exit 2
  ;;
esac
