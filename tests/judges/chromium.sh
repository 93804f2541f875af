#!/bin/sh
# Every page of two networks in Chromium: nothing is asked of other sites, nothing moves, nothing is
# too wide; the longest of each type also by keyboard, in forced colours and without scripts.
set -eu
cd "$(dirname "$0")/../.."

case "${1:-}" in
install) sh tests/judges/apt.sh /usr/bin/chromium:chromium ;;
run) PYTHONPATH=plugins:. .venv/bin/python -m tests.judges.web.chromium ;;
*)
  echo "usage: sh $0 install|run" >&2
  exit 2
  ;;
esac
