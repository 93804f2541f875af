#!/bin/sh
# The Nu HTML checker (the W3C's) finds neither an error nor a warning on any page of two networks,
# in their style sheets and drawings.
set -eu
cd "$(dirname "$0")/../.."
kept=.venv/judges/nu

case "${1:-}" in
install) sh tests/judges/npm.sh nu java:default-jre-headless ;;
run)
  PYTHONPATH=plugins:. .venv/bin/python -m tests.judges.web.nu \
    "$kept/node_modules/vnu-jar/build/dist/vnu.jar"
  ;;
*)
  echo "usage: sh $0 install|run" >&2
  exit 2
  ;;
esac
