#!/bin/sh
# Makes a package for Debian and its relatives: gentleback_VERSION-1_ARCHITECTURE.deb in the folder FOLDER.
#
#   cargo build --release && sh packaging/deb.sh FOLDER
#
# What is in it is what install-linux.sh installs. Needs dpkg, and dpkg-shlibdeps of the package dpkg-dev. Who keeps the
# package is said by DEBFULLNAME and DEBEMAIL. Whoever takes it away keeps settings, history and reminders: they are the
# person's own.
set -eu

folder=${1:?"Where to? sh packaging/deb.sh FOLDER"}
here=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
mkdir -p "$folder"
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
root=$stage/root

DESTDIR=$root sh "$here/packaging/install-linux.sh" /usr >/dev/null
version=$("$root/usr/bin/gentleback" --version | sed 's/.* //')
package_version=$(printf '%s' "$version" | sed 's/-/~/')-1
maintainer="${DEBFULLNAME:-Gentleback developers} <${DEBEMAIL:-developers@gentleback.org}>"
doc=$root/usr/share/doc/gentleback

# A package's documents, as Debian wants them: what the licences are in one file, news compressed.
{
    printf 'Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\nUpstream-Name: Gentleback\n\n'
    printf 'Files: *\nCopyright: the authors of Gentleback\nLicense: MIT or Apache-2.0\n'
    sed -e 's/^$/./' -e 's/^/ /' "$here/LICENSE-MIT"
    printf ' .\n The Apache License 2.0 is in /usr/share/common-licenses/Apache-2.0.\n\n'
    printf 'Files: fonts inside the program\nCopyright: see the licence\nLicense: OFL-1.1\n'
    sed -e 's/^$/./' -e 's/^/ /' "$here/assets/fonts/OFL.txt"
} >"$doc/copyright"
rm -f "$doc/LICENSE-MIT" "$doc/LICENSE-APACHE" "$doc/OFL.txt"
gzip -9nc "$here/CHANGELOG.md" >"$doc/changelog.gz"
printf 'gentleback (%s) unstable; urgency=medium\n\n  * What is new stands in changelog.gz.\n\n -- %s  %s\n' \
    "$package_version" "$maintainer" "$(date -R -d "@${SOURCE_DATE_EPOCH:-$(date +%s)}")" |
    gzip -9nc >"$doc/changelog.Debian.gz"
gzip -9n "$root/usr/share/man/man1/gentleback.1"
mkdir -p "$root/usr/share/zsh/vendor-completions"
mv "$root/usr/share/zsh/site-functions/_gentleback" "$root/usr/share/zsh/vendor-completions/"
rmdir "$root/usr/share/zsh/site-functions"
strip --strip-unneeded --remove-section=.comment "$root/usr/bin/gentleback"

# The libraries that it is linked to are found out; those that the window opens by name are listed here.
mkdir -p "$stage/debian" "$root/DEBIAN"
printf 'Source: gentleback\n\nPackage: gentleback\nArchitecture: any\n' >"$stage/debian/control"
linked=$(cd "$stage" && dpkg-shlibdeps -O root/usr/bin/gentleback 2>/dev/null | sed -n 's/^shlibs:Depends=//p')
cat >"$root/DEBIAN/control" <<EOF
Package: gentleback
Version: $package_version
Architecture: $(dpkg --print-architecture)
Section: misc
Priority: optional
Maintainer: $maintainer
Installed-Size: $(du -sk --exclude=DEBIAN "$root" | cut -f1)
Depends: $linked, libegl1, libxkbcommon0, libx11-6, libx11-xcb1, libxcursor1, libxi6, libxrandr2, libxkbcommon-x11-0
Recommends: libgl1-mesa-dri, libwayland-client0, libwayland-egl1, xdg-desktop-portal
Suggests: speech-dispatcher
Description: slow, careful guide for a tight lower back
 Gentleback shows four positions for a tight lower back, one step after the
 other, with figures that move, a voice, and a view that can be read from the
 floor. It asks a few questions first, and never goes on into pressure by
 itself. Once or twice a day at most.
 .
 This is general information, and takes the place of nobody who can see you.
 It opens no network connection.
EOF
chmod 644 "$doc/copyright" "$doc"/*.gz
find "$root" -type d -exec chmod 755 {} +
package=$folder/gentleback_${package_version}_$(dpkg --print-architecture).deb
dpkg-deb --root-owner-group -Zxz --build "$root" "$package" >/dev/null
printf '%s\n' "$package"
