#!/usr/bin/env bash
# Records what a session sounds like and tells when each tone and word was heard.
#
#     tools/hear-session.sh [PROGRAM [OUT]]
#
# It starts PROGRAM (target/debug/gentleback) on the present display, beside a sound server of its own that plays to
# nobody. Walk through a session in the window and close it: then OUT/timeline.txt says what was due and what was heard
# when, and OUT/session.wav is what was heard. Needs pulseaudio and pulseaudio-utils.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

program="${1:-${CARGO_TARGET_DIR:-target}/debug/gentleback}"
out="${2:-$(mktemp -d)}"
mkdir -p "$out"
cargo build --quiet --example hear
hear="${CARGO_TARGET_DIR:-target}/debug/examples/hear"

socket=$(mktemp -u -p "$out" pulse.XXXXXX)
pulseaudio -n --daemonize=no --use-pid-file=no --exit-idle-time=-1 --log-target=null \
    -L "module-native-protocol-unix socket=$socket auth-anonymous=1" \
    -L "module-null-sink sink_name=speaker rate=24000 channels=1 format=float32le" &
server=$!
trap 'kill "$server" 2>/dev/null || true' EXIT
export PULSE_SERVER="unix:$socket"
until pactl list short sinks 2>/dev/null | grep -q speaker; do sleep 0.1; done

mkfifo "$out/heard"
parec --device=speaker.monitor --raw --format=float32le --channels=1 --rate=24000 --latency-msec=10 >"$out/heard" &
recorder=$!
"$hear" "$out/cues.log" "$out/session.wav" <"$out/heard" >"$out/timeline.txt" &
listener=$!

GENTLEBACK_TIMING=1 "$program" 2>"$out/cues.log" || true
sleep 1
kill "$recorder"
wait "$listener"
rm -f "$out/heard" "$socket"
cat "$out/timeline.txt"
echo "kept in $out"
