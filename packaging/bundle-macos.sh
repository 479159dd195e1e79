#!/bin/sh
# Puts the built program, its icon and its description into Gentleback.app, to be moved to Applications.
#
#   sh packaging/bundle-macos.sh [FOLDER]        into FOLDER, or here
#
# The program is built first: cargo build --release. The bundle is not signed: that takes a developer's own key.
set -eu

here=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
program=${CARGO_TARGET_DIR:-$here/target}/release/gentleback
inside=${1:-.}/Gentleback.app/Contents

if [ ! -f "$program" ]; then
    printf '%s\n' "There is no $program yet. Build it first: cargo build --release" >&2
    exit 1
fi
mkdir -p "$inside/MacOS" "$inside/Resources"
cp "$program" "$inside/MacOS/gentleback"
chmod 755 "$inside/MacOS/gentleback"
cp "$here/packaging/macos/Info.plist" "$inside/Info.plist"
cp "$here/packaging/macos/gentleback.icns" "$inside/Resources/gentleback.icns"
cp "$here/LICENSE-MIT" "$here/LICENSE-APACHE" "$here/assets/fonts/OFL.txt" "$inside/Resources/"
cp "$here/assets/voice/NOTICE.md" "$inside/Resources/VOICE.md"
printf '%s\n' "Made: ${1:-.}/Gentleback.app"
