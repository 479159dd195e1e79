#!/bin/sh
# Installs Gentleback for one person or for all, with its icon and menu entry, and takes it away again.
#
#   sh packaging/install-linux.sh [PREFIX]               into ~/.local, or into PREFIX
#   sh packaging/install-linux.sh --uninstall [PREFIX]
#
# The program is built first: cargo build --release. For a package, DESTDIR goes before every path.
# Settings, history and reminders are the person's own and are not touched.
set -eu

here=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
sizes="16 22 24 32 48 64 128 256 512"
id=gentleback
metainfo=org.gentleback.gentleback.metainfo.xml

fail() {
    printf '%s\n' "$1" >&2
    exit 1
}

uninstall=
case "${1-}" in
--uninstall) uninstall=yes && shift ;;
-h | --help) sed -n '2,8s/^# \{0,1\}//p' "$0" && exit 0 ;;
-*) fail "There is no option $1. Nothing was changed." ;;
esac
[ $# -le 1 ] || fail "One folder at most. Nothing was changed."
prefix=${1-${HOME:?}/.local}
newline="
"
case "$prefix" in
*[\"\`\$\\%\|\&]* | *"$newline"*) fail "The folder $prefix has signs in its name that a menu entry can not hold. Nothing was changed." ;;
/*) ;;
*) fail "The folder has to begin with a slash. Nothing was changed." ;;
esac
prefix=${prefix%/}
root=${DESTDIR-}$prefix
share=$root/share
doc=$share/doc/$id
program=${CARGO_TARGET_DIR:-$here/target}/release/$id

# Where the desktop keeps a list of its icons, it has to be told; elsewhere it looks by itself.
refresh() {
    [ -f "$share/icons/hicolor/icon-theme.cache" ] || return 0
    gtk-update-icon-cache -q -t -f "$share/icons/hicolor" 2>/dev/null || :
}

if [ -n "$uninstall" ]; then
    rm -f "$root/bin/$id" "$share/applications/$id.desktop" "$share/metainfo/$metainfo"
    rm -f "$share/icons/hicolor/scalable/apps/$id.svg" "$share/man/man1/$id.1"
    rm -f "$share/bash-completion/completions/$id" "$share/zsh/site-functions/_$id" "$share/fish/vendor_completions.d/$id.fish"
    for size in $sizes; do rm -f "$share/icons/hicolor/${size}x$size/apps/$id.png"; done
    for file in LICENSE-MIT LICENSE-APACHE OFL.txt VOICE.md; do rm -f "$doc/$file"; done
    [ ! -d "$doc" ] || rmdir "$doc" 2>/dev/null || :
    refresh
    printf '%s\n' "Gentleback is gone from $root."
    exit 0
fi

[ -f "$program" ] || fail "There is no $program yet. Build it first: cargo build --release"

put() { # put MODE FILE TARGET
    mkdir -p "$(dirname "$3")"
    # A program that runs can not be written over, but replaced.
    rm -f "$3"
    cp "$2" "$3"
    chmod "$1" "$3"
}

put 755 "$program" "$root/bin/$id"
entry=$share/applications/$id.desktop
put 644 "$here/packaging/linux/$id.desktop" "$entry"
case "$prefix" in
/usr | /usr/local) ;; # found by its name
*) # A folder that the desktop may not search: named in full.
    sed -e "s|^Exec=$id|Exec=\"$prefix/bin/$id\"|" -e "s|^TryExec=$id|TryExec=$prefix/bin/$id|" \
        "$here/packaging/linux/$id.desktop" >"$entry"
    ;;
esac
put 644 "$here/packaging/linux/$metainfo" "$share/metainfo/$metainfo"
put 644 "$here/assets/icon/$id.svg" "$share/icons/hicolor/scalable/apps/$id.svg"
for size in $sizes; do
    put 644 "$here/assets/icon/png/$id-$size.png" "$share/icons/hicolor/${size}x$size/apps/$id.png"
done
# Made from what the program says of itself.
made() { # made TARGET SCRIPT ARGUMENTS...: what a script prints, in TARGET
    target=$1 script=$2
    shift 2
    mkdir -p "$(dirname "$target")"
    sh "$here/packaging/linux/$script" "$program" "$@" >"$target"
    chmod 644 "$target"
}
made "$share/man/man1/$id.1" man-page.sh
made "$share/bash-completion/completions/$id" completions.sh bash
made "$share/zsh/site-functions/_$id" completions.sh zsh
made "$share/fish/vendor_completions.d/$id.fish" completions.sh fish
put 644 "$here/LICENSE-MIT" "$doc/LICENSE-MIT"
put 644 "$here/LICENSE-APACHE" "$doc/LICENSE-APACHE"
put 644 "$here/assets/fonts/OFL.txt" "$doc/OFL.txt"
put 644 "$here/assets/voice/NOTICE.md" "$doc/VOICE.md"
refresh
printf '%s\n' "Gentleback is in $root. To take it away: sh packaging/install-linux.sh --uninstall \"$prefix\""
