#!/bin/sh
# zbar reads the QR code of every page that has one, drawn by Chromium: each leads to its listing.
set -eu
cd "$(dirname "$0")/../.."

case "${1:-}" in
install) sh tests/judges/apt.sh zbarimg:zbar-tools /usr/bin/chromium:chromium ;;
run)
  made=$(mktemp -d)
  trap 'rm -rf "$made"' EXIT
  .venv/bin/python -m kohtaamo build content -o "$made/site" --today 2026-12-01 \
    --site-url https://verkosto.example.org
  PYTHONPATH=plugins:. .venv/bin/python -m tests.judges.qr "$made/site" "$made"
  ;;
*)
  echo "usage: sh $0 install|run" >&2
  exit 2
  ;;
esac
