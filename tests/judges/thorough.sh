#!/bin/sh
# Tests with several times the examples that `make test` has the time for: random ones, series of
# dice, moments at which a build is killed, pages that a parser reads.
set -eu
cd "$(dirname "$0")/../.."

case "${1:-}" in
install) ;;
run)
  KOHTAAMO_THOROUGH=1 .venv/bin/python -m pytest -q -n 2 --dist loadscope \
    tests/host/memory/test_same_bytes.py tests/host/memory/test_checks.py \
    tests/host/memory/test_days.py tests/publish/ics/test_dates.py \
    tests/schedule/test_second_engine.py tests/publish/test_another_engine.py \
    tests/publish/pages/test_every_page.py tests/host/memory/test_accidents.py \
    tests/schedule/test_room_minutes.py tests/review/test_dates.py \
    tests/host/memory/test_places_over.py tests/leaks/test_said.py tests/schedule/test_open_now.py \
    tests/publish/osm/test_evaluator.py tests/publish/pages/test_place_data.py \
    tests/publish/test_taking_down.py tests/host/memory/test_processes.py \
    tests/browser/test_errands.py tests/publish/hostile/test_published.py \
    tests/host/test_build.py tests/host/memory/test_edits.py tests/host/memory/test_quarantine.py
  ;;
*)
  echo "usage: sh $0 install|run" >&2
  exit 2
  ;;
esac
