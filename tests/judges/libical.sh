#!/bin/sh
# libical (in GNOME, KDE and Evolution) reads every calendar of every network of the tests, and a
# thousand generated series: no error, its restriction check passes, and the same dates as ours.
set -eu
cd "$(dirname "$0")/../.."
kept=.venv/judges/libical

case "${1:-}" in
install)
  sh tests/judges/apt.sh gcc:gcc /usr/include/stdio.h:libc6-dev \
    /usr/include/libical/ical.h:libical-dev
  ;;
run)
  mkdir -p "$kept"
  gcc -std=c11 -O2 -Wall -Wextra -Werror -o "$kept/read" tests/judges/libical/read.c -lical
  made=$(mktemp -d)
  trap 'rm -rf "$made"' EXIT
  PYTHONPATH=plugins:. .venv/bin/python -m tests.judges.engines --form "$made" "$kept/read"
  ;;
*)
  echo "usage: sh $0 install|run" >&2
  exit 2
  ;;
esac
