#!/bin/sh
# html-validate finds no fault on any page of two networks, by its rules of accessibility and of the
# HTML standard.
set -eu
cd "$(dirname "$0")/../.."
kept=.venv/judges/html-validate

case "${1:-}" in
install) sh tests/judges/npm.sh html-validate ;;
run)
  # Modules are looked for beside the script that imports them.
  cp tests/judges/html-validate/look.mjs "$kept/"
  PYTHONPATH=plugins:. .venv/bin/python -m tests.judges.web.html_validate node "$kept/look.mjs"
  ;;
*)
  echo "usage: sh $0 install|run" >&2
  exit 2
  ;;
esac
