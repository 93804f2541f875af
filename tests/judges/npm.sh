#!/bin/sh
# sh npm.sh NAME [COMMAND:PACKAGE …]: the locked npm packages of tests/judges/NAME/, into
# .venv/judges/NAME/, and Debian's packages for commands that are missing. No script of a package
# is run; browsers are Debian's.
set -eu
name=$1
shift
sh tests/judges/apt.sh node:nodejs npm:npm "$@"
kept=.venv/judges/$name
mkdir -p "$kept"
cp "tests/judges/$name/package.json" "tests/judges/$name/package-lock.json" "$kept/"
cd "$kept"
npm ci --ignore-scripts --no-audit --no-fund --no-update-notifier
