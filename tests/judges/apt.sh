#!/bin/sh
# sh apt.sh COMMAND:PACKAGE …: Debian's package for every command that is missing, as the Makefile
# does for chromium. A path in the place of the command is a file that has to be there.
set -eu
missing=
for each in "$@"; do
  case "$each" in
  /*) [ -e "${each%%:*}" ] || missing="$missing ${each#*:}" ;;
  *) command -v "${each%%:*}" >/dev/null || missing="$missing ${each#*:}" ;;
  esac
done
[ -n "$missing" ] || exit 0
if ! command -v apt-get >/dev/null; then
  echo "This judge needs:$missing. Install them, then run it again." >&2
  exit 1
elif [ "$(id -u)" = 0 ]; then
  sudo=
elif sudo -n true 2>/dev/null; then
  sudo=sudo
else
  echo "This judge needs: sudo apt-get install$missing" >&2
  exit 1
fi
echo "installing Debian's$missing"
$sudo env DEBIAN_FRONTEND=noninteractive sh -c \
  "apt-get update -q && apt-get install -q -y --no-install-recommends$missing" </dev/null
