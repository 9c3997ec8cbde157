#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
# The real window on a real (virtual) screen, driven by keys as a person would: the sample from the start page, the
# tour, every page, a filter, help, an exported PDF that pdfinfo can read, quit; then a second start that takes up where
# the first one ended. Usage: window.sh PROGRAM [DIR-FOR-PICTURES]. Exit 77: a tool for it is missing.
set -euo pipefail
program=$1
pictures=${2:-}
for tool in Xvfb xdotool pdfinfo; do
    command -v "$tool" >/dev/null || { echo "window.sh: skipped, $tool is not installed (bash cmake/setup.sh installs it)"; exit 77; }
done

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

settings=$work/config/ferroscope/ferroscope.ini
fail() { echo "window.sh: $1" >&2; cat "$work/log" >&2; shot failed; exit 1; }
shot() { if [ -n "$pictures" ] && command -v import >/dev/null; then mkdir -p "$pictures"; import -window root "$pictures/smoke-$1.png" 2>/dev/null || true; fi; }
alive() { kill -0 "$app" 2>/dev/null || fail "the program ended $1"; }
wait_for_title() { # pattern, seconds
    for _ in $(seq $(($2 * 10))); do
        alive "while waiting for $1"
        xdotool search --onlyvisible --name "$1" >"$work/found" 2>/dev/null && [ -s "$work/found" ] && return 0
        sleep 0.1
    done
    fail "no window named $1"
}
key() { xdotool key --clearmodifiers "$@"; sleep 0.25; }
palette() { # a command by its name
    key ctrl+k
    xdotool type --delay 8 "$1"
    sleep 0.2
    key Return
}
start() {
    "$program" >"$work/log" 2>&1 &
    app=$!
}
quit() {
    key ctrl+q
    for _ in $(seq 80); do kill -0 "$app" 2>/dev/null || break; sleep 0.1; done
    if kill -0 "$app" 2>/dev/null; then fail "the program does not quit"; fi
    wait "$app" || fail "the program ended with $?"
    app=
}

start
wait_for_title '^Ferroscope$' 20
xdotool windowfocus "$(head -1 "$work/found")" 2>/dev/null || true
sleep 0.4
shot start
palette "sample"
wait_for_title ' – Ferroscope$' 60
sleep 1.2
shot tour
# The first time the sample brings the tour; Esc ends it and leaves everything else as it is.
key Right
shot tour-2
key Escape

for page in 1 2 3 4 5 6 7 8 9; do
    key "ctrl+$page"
    shot "page-$page"
    alive "on page $page"
done

# A filter in the modules table, and the help beside it.
key ctrl+3
key ctrl+f
xdotool type --delay 8 "pricing"
sleep 0.3
shot filter
key Escape
key F1
shot help
key Escape

palette "Export PDF"
wait_for_title '^Save$' 60
key ctrl+a
xdotool type --delay 8 "$work/out/audit.pdf"
sleep 0.2
key Return
for _ in $(seq 150); do [ -s "$work/out/audit.pdf" ] && break; alive "while writing the PDF"; sleep 0.1; done
[ -s "$work/out/audit.pdf" ] || fail "no PDF was written"
pdfinfo "$work/out/audit.pdf" >"$work/pdfinfo" || fail "pdfinfo cannot read the PDF"
pages=$(sed -n 's/^Pages: *//p' "$work/pdfinfo")
[ "${pages:-0}" -ge 8 ] || fail "the PDF has ${pages:-no} pages"
grep -q '^Title: *.\+' "$work/pdfinfo" || fail "the PDF has no title"
shot saved
key ctrl+2
sleep 0.3
quit

# The second start opens the project again, on the page that was left.
start
wait_for_title ' – Ferroscope$' 30
sleep 0.8
shot again
quit
grep -q '^tourSeen=true' "$settings" || fail "the tour would come again"
grep -q '^page=map' "$settings" || fail "the page was not kept"
echo "window.sh: start, sample, tour, nine pages, filter, help, PDF of $pages pages, quit, taken up again: all well"
