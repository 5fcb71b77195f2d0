#!/bin/sh
# Readies a Debian-like machine for the whole test command: Chromium and Chinese fonts for the journeys
# and screenshots, and the C library that the embedded engine wants. Safe to run again: does nothing when all is there.
set -eu
here=$(cd "$(dirname "$0")" && pwd)

missing=''
command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
fc-list 2>/dev/null | grep -qi 'noto.*cjk' || missing="$missing fonts-noto-cjk"
# fc-list itself may be missing; then ask the package database before installing fonts a second time.
if command -v dpkg-query >/dev/null 2>&1 && dpkg-query -W -f='${Status}' fonts-noto-cjk 2>/dev/null | grep -q 'ok installed'; then
  missing=$(printf '%s' "$missing" | sed 's/ fonts-noto-cjk//')
fi

if [ -n "$missing" ]; then
  if ! command -v apt-get >/dev/null 2>&1; then
    echo "setup-machine: please install by hand:$missing (this machine has no apt-get)" >&2
    exit 1
  fi
  if [ "$(id -u)" = 0 ]; then as_root=''
  elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then as_root='sudo -n'
  else
    echo "setup-machine: needs root once. Run: sudo apt-get install -y --no-install-recommends$missing" >&2
    exit 1
  fi
  echo "setup-machine: installing$missing"
  # shellcheck disable=SC2086
  $as_root apt-get update -qq || echo 'setup-machine: package lists not refreshed, trying with what is here' >&2
  # shellcheck disable=SC2086
  DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null
fi

if [ -x "$here/get-libc.sh" ]; then "$here/get-libc.sh"; fi
echo 'setup-machine: ready'
