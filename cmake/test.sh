#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
# bash cmake/test.sh: sets up, builds everything and runs all tests. The build is the one run.sh uses.
set -euo pipefail
cd "$(dirname "$0")/.."
bash cmake/setup.sh
cmake --preset release
cmake --build --preset release
exec ctest --preset release "$@"
