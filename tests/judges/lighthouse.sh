#!/bin/sh
# Lighthouse gives the longest page of each type 100 points for accessibility, best practices and
# search engines, in Debian's chromium; the points for speed are told, and not judged.
set -eu
cd "$(dirname "$0")/../.."
kept=.venv/judges/lighthouse

case "${1:-}" in
install) sh tests/judges/npm.sh lighthouse /usr/bin/chromium:chromium ;;
run)
  # Modules are looked for beside the script that imports them.
  cp tests/judges/lighthouse/look.mjs "$kept/"
  PYTHONPATH=plugins:. .venv/bin/python -m tests.judges.web.lighthouse node "$kept/look.mjs"
  ;;
*)
  echo "usage: sh $0 install|run" >&2
  exit 2
  ;;
esac
