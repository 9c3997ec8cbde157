#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing of cmake/packages.txt, as root or with sudo; else names exactly what is missing.
set -euo pipefail
cd "$(dirname "$0")/.."

wanted=$(grep -v '^#' cmake/packages.txt)
missing=()
for package in $wanted; do
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)" = installed ] || missing+=("$package")
done
# A Node.js from elsewhere brings its own npm; Debian's package would only quarrel with it.
if command -v npm >/dev/null 2>&1; then
    kept=()
    for package in "${missing[@]+"${missing[@]}"}"; do [ "$package" = npm ] || kept+=("$package"); done
    missing=("${kept[@]+"${kept[@]}"}")
fi
[ ${#missing[@]} -gt 0 ] || exit 0

if [ "$(id -u)" = 0 ]; then
    as_root=()
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    as_root=(sudo)
elif command -v sudo >/dev/null 2>&1 && [ -t 0 ]; then
    as_root=(sudo)
else
    echo "These Debian packages are missing, and installing them needs root or sudo:" >&2
    printf '    %s\n' "${missing[@]}" >&2
    echo "Ask an administrator for: apt-get install --no-install-recommends ${missing[*]}" >&2
    exit 1
fi
echo "Installing ${#missing[@]} Debian packages: ${missing[*]}" >&2
export DEBIAN_FRONTEND=noninteractive
if ! { "${as_root[@]}" apt-get update -qq && "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null; }; then
    echo "apt-get could not install: ${missing[*]}" >&2
    exit 1
fi
