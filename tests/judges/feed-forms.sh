#!/bin/sh
# xmllint, jing (RELAX NG) and jsonschema: every feed is what its format says.
set -eu
cd "$(dirname "$0")/../.."

case "${1:-}" in
install) sh tests/judges/apt.sh xmllint:libxml2-utils jing:jing \
  /usr/lib/python3/dist-packages/jsonschema/__init__.py:python3-jsonschema ;;
run) PYTHONPATH=plugins:. .venv/bin/python -m tests.judges.clients.forms ;;
*)
  echo "usage: sh $0 install|run" >&2
  exit 2
  ;;
esac
