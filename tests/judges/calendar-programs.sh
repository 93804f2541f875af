#!/bin/sh
# khal and calcurse import the calendars of two networks and show the right days.
set -eu
cd "$(dirname "$0")/../.."

case "${1:-}" in
install) sh tests/judges/apt.sh khal:khal calcurse:calcurse ;;
run) PYTHONPATH=plugins:. .venv/bin/python -m tests.judges.clients.calendars ;;
*)
  echo "usage: sh $0 install|run" >&2
  exit 2
  ;;
esac
