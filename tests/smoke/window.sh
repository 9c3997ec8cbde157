#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
# The real window on a real (virtual) screen, driven as a person would: from the start page over the pages to an
# exported PDF. Usage: window.sh PROGRAM [FOLDER-WITH-PYTHON [DIR-FOR-PICTURES]]; without a folder a small one is made.
set -euo pipefail
program=$1
project=${2:-}
pictures=${3:-}

work=$(mktemp -d)
cleanup() {
    # Only what was started here, by its id.
    for id in "${app:-}" "${manager:-}" "${screen:-}"; do
        [ -n "$id" ] && kill "$id" 2>/dev/null || true
    done
    rm -rf "$work"
}
trap cleanup EXIT

export HOME=$work XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/data XDG_RUNTIME_DIR=$work/run
export QT_QPA_PLATFORM=xcb QT_ACCESSIBILITY=0 LC_ALL=C.UTF-8 NO_AT_BRIDGE=1
if [ ! -d "$project" ]; then
    project=$work/project
    mkdir -p "$project/shop"
    printf 'def total(prices: list[float]) -> float:\n    best = 0.0\n    for i in range(len(prices)):\n        for j in range(i):\n            best = max(best, prices[i] * prices[j])\n    return best\n' >"$project/shop/hot.py"
    printf 'from shop.hot import total\n\n\ndef main() -> None:\n    print(total([1.0, 2.0]))\n' >"$project/shop/cli.py"
    : >"$project/shop/__init__.py"
fi
mkdir -m 700 -p "$work/run" "$work/config" "$work/data" "$work/out"
unset WAYLAND_DISPLAY

# -displayfd lets the server choose a free number: several of these may run at once.
Xvfb -displayfd 3 -screen 0 1400x900x24 -nolisten tcp 3>"$work/display" 2>/dev/null &
screen=$!
for _ in $(seq 50); do [ -s "$work/display" ] && break; sleep 0.1; done
[ -s "$work/display" ] || { echo "no screen" >&2; exit 1; }
export DISPLAY=:$(cat "$work/display")
if command -v openbox >/dev/null; then
    openbox --sm-disable 2>/dev/null &
    manager=$!
fi

"$program" >"$work/log" 2>&1 &
app=$!
fail() { echo "window.sh: $1" >&2; cat "$work/log" >&2; shot failed; exit 1; }
shot() { if [ -n "$pictures" ] && command -v import >/dev/null; then mkdir -p "$pictures"; import -window root "$pictures/smoke-$1.png" 2>/dev/null || true; fi; }
wait_for_title() { # pattern, seconds
    for _ in $(seq $(($2 * 5))); do
        kill -0 "$app" 2>/dev/null || fail "the program ended"
        xdotool search --onlyvisible --name "$1" >"$work/found" 2>/dev/null && [ -s "$work/found" ] && return 0
        sleep 0.2
    done
    fail "no window named $1"
}
key() { xdotool key --clearmodifiers "$@"; sleep 0.4; }

wait_for_title '^Ferroscope$' 20
window=$(head -1 "$work/found")
xdotool windowfocus "$window" 2>/dev/null || true
sleep 0.5
shot start

# Ctrl+O: the folder dialog takes a typed path.
key ctrl+o
wait_for_title 'Open a folder' 10
xdotool type --delay 15 "$project"
sleep 0.3
key Return
sleep 0.5
# Some versions of the dialog enter the folder first and open it with a second Return.
if xdotool search --onlyvisible --name 'Open a folder' >/dev/null 2>&1; then key Return; fi
wait_for_title ' – Ferroscope$' 60
shot overview

for page in 2 3 4 5 6 7 8 9; do
    key "ctrl+$page"
    shot "page-$page"
    kill -0 "$app" 2>/dev/null || fail "the program ended on page $page"
done

# The palette: the report page, from anywhere.
key ctrl+k
xdotool type --delay 15 "Report"
sleep 0.3
key Return
sleep 2
shot report

# The same as the page's one primary button.
key ctrl+k
xdotool type --delay 15 "Export PDF"
sleep 0.3
key Return
wait_for_title '^Save$' 60
key ctrl+a
xdotool type --delay 15 "$work/out/audit.pdf"
sleep 0.3
key Return
for _ in $(seq 100); do [ -s "$work/out/audit.pdf" ] && break; sleep 0.2; done
[ "$(head -c 5 "$work/out/audit.pdf" 2>/dev/null)" = "%PDF-" ] || fail "no PDF was written"
shot saved

key ctrl+q
for _ in $(seq 50); do kill -0 "$app" 2>/dev/null || break; sleep 0.1; done
if kill -0 "$app" 2>/dev/null; then fail "the program does not quit"; fi
wait "$app" || fail "the program ended with $?"
app=
echo "window.sh: start, open, nine pages, palette, PDF of $(stat -c %s "$work/out/audit.pdf") bytes, quit: all well"
