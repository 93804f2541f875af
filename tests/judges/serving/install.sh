#!/bin/sh
# sh install.sh COMMAND:PACKAGE: a web server without the service that Debian starts with it.
set -eu
command -v "${1%%:*}" >/dev/null && exit 0
sh tests/judges/apt.sh "$1"
[ "$(id -u)" = 0 ] && sudo= || sudo=sudo
if [ -d /run/systemd/system ]; then
  $sudo systemctl disable --now "${1%%:*}"
elif [ -e "/etc/init.d/${1%%:*}" ]; then
  $sudo "/etc/init.d/${1%%:*}" stop
fi
