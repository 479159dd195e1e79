#!/usr/bin/env bash
# Tells what a screen reader finds in the window: role and name of each part, in its order.
#
#     tools/read-window.sh [PROGRAM] [NAME...]
#
# It starts PROGRAM (target/debug/gentleback) on the present display, beside a message bus and an accessibility bus of
# its own on which a screen reader is said to be on, with a home of its own. It presses the parts with these NAMEs, one
# after the other, and prints the window before, and after each. It fails when something to be pressed has no name.
# Needs dbus-daemon, at-spi2-core, busctl (systemd) and python3-pyatspi.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

program="$(realpath "${1:-${CARGO_TARGET_DIR:-target}/debug/gentleback}")"
shift || true
out="$(mktemp -d)"
export HOME="$out" XDG_CONFIG_HOME="$out/config" XDG_DATA_HOME="$out/data" XDG_RUNTIME_DIR="$out"
export DBUS_SESSION_BUS_ADDRESS="unix:path=$out/bus"
trap 'kill $(jobs -p) 2>/dev/null || true; wait; rm -rf "$out"' EXIT

dbus-daemon --session --nofork --address="$DBUS_SESSION_BUS_ADDRESS" 2>"$out/bus.log" &
until [[ -S "$out/bus" ]]; do sleep 0.1; done
launcher=$(find /usr/libexec /usr/lib -name at-spi-bus-launcher 2>/dev/null | head -n 1)
"$launcher" --launch-immediately 2>"$out/launcher.log" &
for property in IsEnabled ScreenReaderEnabled; do
    until busctl --address="$DBUS_SESSION_BUS_ADDRESS" set-property org.a11y.Bus /org/a11y/bus org.a11y.Status "$property" b true \
        2>/dev/null; do sleep 0.2; done
done
"$program" 2>"$out/program.log" &

/usr/bin/python3 - "$@" <<'PY'
import sys, time
import pyatspi

# What a person acts on; a scroll bar is moved by the reader itself.
PRESSED = {"push button", "toggle button", "radio button", "check box", "page tab", "slider", "entry", "link"}


def window():
    for _ in range(150):
        desktop = pyatspi.Registry.getDesktop(0)
        for app in (desktop.getChildAtIndex(at) for at in range(desktop.childCount)):
            if app is not None and app.name == "gentleback" and app.childCount:
                return app.getChildAtIndex(0)
        time.sleep(0.2)
    sys.exit("no window on the accessibility bus")


def parts(part, depth=0):
    yield depth, part
    for at in range(part.childCount):
        child = part.getChildAtIndex(at)
        if child is not None:
            yield from parts(child, depth + 1)


def read(heading):
    time.sleep(2)
    print(f"== {heading}")
    nameless = 0
    for depth, part in parts(window()):
        role, name = part.getRoleName(), part.name
        nameless += role in PRESSED and not name
        print("  " * depth + role, name or "-", part.description and f"({part.description})", flush=True)
    return nameless


nameless = read("at the start")
for wanted in sys.argv[1:]:
    found = next((part for _, part in parts(window()) if part.name == wanted), None)
    if found is None:
        sys.exit(f"nothing is called {wanted}")
    found.queryAction().doAction(0)
    nameless += read(wanted)
sys.exit(f"{nameless} parts to be pressed have no name" if nameless else 0)
PY
