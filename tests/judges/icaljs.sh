#!/bin/sh
# ical.js (Mozilla's, in Thunderbird) reads every calendar of every network of the tests, and a
# thousand generated series: the same dates as ours, by the offsets of the file's own VTIMEZONE.
set -eu
cd "$(dirname "$0")/../.."
kept=.venv/judges/icaljs

case "${1:-}" in
install)
  sh tests/judges/apt.sh node:nodejs npm:npm
  mkdir -p "$kept"
  cp tests/judges/icaljs/package.json tests/judges/icaljs/package-lock.json "$kept/"
  cd "$kept"
  npm ci --ignore-scripts --no-audit --no-fund --no-update-notifier
  ;;
run)
  # Modules are looked for beside the script that imports them.
  cp tests/judges/icaljs/expand.mjs "$kept/"
  made=$(mktemp -d)
  trap 'rm -rf "$made"' EXIT
  PYTHONPATH=plugins:. .venv/bin/python -m tests.judges.engines "$made" node "$kept/expand.mjs"
  ;;
*)
  echo "usage: sh $0 install|run" >&2
  exit 2
  ;;
esac
