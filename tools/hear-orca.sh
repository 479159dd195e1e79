#!/usr/bin/env bash
# Tells what Orca says: walks through the real window by keyboard with the real screen reader, and writes down each sentence.
#
#     tools/hear-orca.sh [PROGRAM [OUT]]
#
# It makes a small Debian 13 of its own (once, about 700 MB, in ~/.cache/gentleback/orca) with Orca 48 and the AT-SPI that
# belongs to it, starts PROGRAM (target/debug/gentleback) in it under Xvfb with a home of its own, and walks: welcome,
# every list with its signs, a round, Stop and what follows, the emergency card, settings, sheet. What Orca says goes to
# OUT (docs/orca/), a file a walk, to be read and compared with the one before. It fails when a sentence that must be heard
# was not, or one that must be heard once was heard again. Needs root (for chroot) and debootstrap; takes some minutes.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

program="$(realpath "${1:-${CARGO_TARGET_DIR:-target}/debug/gentleback}")"
out="$(realpath -m "${2:-docs/orca}")"
root="${GENTLEBACK_ORCA_ROOT:-$HOME/.cache/gentleback/orca}"
packages=(
    orca at-spi2-core dbus dbus-daemon python3-pyatspi speech-dispatcher xvfb xdotool
    gir1.2-atspi-2.0 gir1.2-gtk-3.0 gir1.2-wnck-3.0 gsettings-desktop-schemas
    libgl1-mesa-dri libegl-mesa0 libegl1 libgl1 libglx-mesa0
    libx11-6 libx11-xcb1 libxcursor1 libxi6 libxrandr2 libxkbcommon0 libxkbcommon-x11-0
)

if [[ ! -e "$root/usr/bin/orca" ]]; then
    mkdir -p "$(dirname "$root")"
    rm -rf "$root.new"
    # The base alone: what Orca needs has to be set up by apt, which knows the order.
    debootstrap --variant=minbase trixie "$root.new" >&2
    chroot "$root.new" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${packages[@]}" >&2
    mv "$root.new" "$root"
fi

walk="$root/var/tmp/walk"
rm -rf "$walk"
mkdir -p "$walk"
cp "$program" "$walk/gentleback"
cp tools/hear-orca.py "$walk/"
cp -r content/en "$walk/words"

# Its own mounts and its own processes: all that was started in there ends with it.
status=0
unshare --mount --pid --fork --kill-child bash -euc '
    mount --rbind /dev "$1/dev"
    mount -t proc proc "$1/proc"
    exec chroot "$1" /usr/bin/env -i PATH=/usr/bin:/bin LANG=C.UTF-8 PYTHONDONTWRITEBYTECODE=1 \
        /usr/bin/python3 /var/tmp/walk/hear-orca.py /var/tmp/walk $2
' bash "$root" "${GENTLEBACK_ORCA_WALKS:-}" &
inside=$!
trap 'kill -KILL $inside 2>/dev/null || true' EXIT
trap 'exit 1' INT TERM
wait $inside || status=$?
mkdir -p "$out"
cp "$walk"/said/*.txt "$out"/ 2>/dev/null || true
exit "$status"
