#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
# bash cmake/run.sh [PATH]: sets up, builds and runs the main job on PATH (default: the bundled sample): the
# window where there is a display, else a report on the terminal and as PDF in build/.
set -euo pipefail
called_from=$(pwd)
cd "$(dirname "$0")/.."
target=${1:-resources/sample}
if [ $# -gt 0 ]; then
    case $target in /*) ;; *) target=$called_from/$target ;; esac
fi

bash cmake/setup.sh
mkdir -p build
cmake --preset release >build/configure.log 2>&1 || { cat build/configure.log >&2; exit 1; }
cmake --build --preset release --target ferroscope ferroscope-cli

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec build/release/bin/ferroscope "$target"
fi
echo "No display: a report instead of the window." >&2
build/release/bin/ferroscope-cli analyze "$target"
build/release/bin/ferroscope-cli analyze "$target" --quiet --format pdf -o build/report.pdf
echo "The report is also in build/report.pdf" >&2
