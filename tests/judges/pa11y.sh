#!/bin/sh
# pa11y with HTML_CodeSniffer (WCAG 2 AA) finds no error on the longest pages of each type, in Debian's
# chromium.
set -eu
cd "$(dirname "$0")/../.."
kept=.venv/judges/pa11y

case "${1:-}" in
install) sh tests/judges/npm.sh pa11y /usr/bin/chromium:chromium ;;
run)
  # Modules are looked for beside the script that imports them.
  cp tests/judges/pa11y/look.mjs "$kept/"
  PYTHONPATH=plugins:. .venv/bin/python -m tests.judges.web.pa11y node "$kept/look.mjs"
  ;;
*)
  echo "usage: sh $0 install|run" >&2
  exit 2
  ;;
esac
