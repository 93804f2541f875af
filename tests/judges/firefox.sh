#!/bin/sh
# axe-core in Firefox, driven by WebDriver BiDi, finds nothing on the longest page of each type in each
# language of two networks, neither in light colours nor in dark ones; and residents run their errands
# in it by the keyboard alone, with scripts and without.
set -eu
cd "$(dirname "$0")/../.."
kept=.venv/judges/firefox

case "${1:-}" in
install) sh tests/judges/npm.sh firefox firefox-esr:firefox-esr ;;
run)
  # Modules are looked for beside the script that imports them.
  cp tests/judges/firefox/*.mjs "$kept/"
  PYTHONPATH=plugins:. .venv/bin/python -m tests.judges.web.firefox "$kept"
  ;;
*)
  echo "usage: sh $0 install|run" >&2
  exit 2
  ;;
esac
