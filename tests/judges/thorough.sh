#!/bin/sh
# Tests with random examples, with several times the examples that `make test` has the time for.
set -eu
cd "$(dirname "$0")/../.."

case "${1:-}" in
install) ;;
run)
  KOHTAAMO_THOROUGH=1 .venv/bin/python -m pytest -q -n 2 --dist loadscope \
    tests/host/memory/test_same_bytes.py tests/host/memory/test_checks.py \
    tests/host/memory/test_days.py tests/publish/ics/test_dates.py \
    tests/schedule/test_second_engine.py tests/publish/osm/test_evaluator.py \
    tests/publish/pages/test_place_data.py
  ;;
*)
  echo "usage: sh $0 install|run" >&2
  exit 2
  ;;
esac
