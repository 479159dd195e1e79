#!/usr/bin/env bash
# Measures how fast the window appears and what the program costs while nothing happens; prints one row for the
# table in docs/PERFORMANCE.md. Needs Linux and Xvfb. Usage: tools/measure.sh [RUNS] [IDLE_SECONDS]
#
# The program itself says when its first frame is done (GENTLEBACK_TIMING=1), counted from the start of main. The
# processor time is read from the system after five seconds of rest, over IDLE_SECONDS on the start page.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

runs=${1:-5}
idle_secs=${2:-30}
program="${CARGO_TARGET_DIR:-target}/release/gentleback"
scratch=$(mktemp -d)
server= started=

stop() { [[ -z "$1" ]] || { kill "$1" 2>/dev/null && wait "$1" 2>/dev/null; } || true; }
trap 'stop "$started"; stop "$server"; rm -rf "$scratch"' EXIT

[[ -n "${GENTLEBACK_NO_BUILD:-}" ]] || cargo build --release --quiet

# A screen of our own, with software OpenGL: the slowest machine that anyone has.
mkfifo "$scratch/display"
Xvfb -displayfd 3 -screen 0 1280x900x24 -nolisten tcp 3>"$scratch/display" >/dev/null 2>&1 &
server=$!
read -r display <"$scratch/display"

start() { # start LOG: runs the program in a home of its own, and waits for its first frame
    env -u WAYLAND_DISPLAY DISPLAY=":$display" HOME="$scratch" XDG_CONFIG_HOME="$scratch/config" XDG_RUNTIME_DIR="$scratch" \
        DBUS_SESSION_BUS_ADDRESS="unix:path=$scratch/no-bus" GENTLEBACK_TIMING=1 "$program" 2>"$1" &
    started=$!
    local waited=0
    until grep -q '^first frame: [0-9.]* ms$' "$1"; do
        kill -0 "$started" 2>/dev/null || { echo "the program ended before its first frame:" >&2; cat "$1" >&2; exit 1; }
        ((waited < 600)) || { echo "no first frame in 60 s" >&2; exit 1; }
        waited=$((waited + 1))
        sleep 0.1
    done
}

ticks() { # user and system time so far, in clock ticks; the name in brackets may hold spaces
    sed 's/.*) //' "/proc/$1/stat" | awk '{print $12 + $13}'
}

for ((run = 0; run < runs; run++)); do
    start "$scratch/log"
    sed -n 's/^first frame: \([0-9.]*\) ms$/\1/p' "$scratch/log" >>"$scratch/frames"
    stop "$started"
done
first=$(head -n1 "$scratch/frames")
median=$(sort -n "$scratch/frames" | awk '{all[NR] = $1} END {print all[int((NR + 1) / 2)]}')

start "$scratch/log"
sleep 5
before=$(ticks "$started")
sleep "$idle_secs"
after=$(ticks "$started")
resident=$(awk '/^VmRSS/ {printf "%.0f", $2 / 1024}' "/proc/$started/status")
hundredths=$(((after - before) * 100 / $(getconf CLK_TCK)))

printf '| %s | %s | %s | %s ms | %s ms | %s.%02d s of %s s | %s MB | %s MB |\n' \
    "$(date +%F)" \
    "$(awk -F': ' '/^model name/ {print $2; exit}' /proc/cpuinfo), $(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg)" \
    "$(git describe --always --dirty 2>/dev/null || echo unknown)" \
    "$first" "$median" \
    "$((hundredths / 100))" "$((hundredths % 100))" "$idle_secs" \
    "$resident" "$(($(stat -c %s "$program") / 1024 / 1024))"
