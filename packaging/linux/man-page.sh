#!/bin/sh
# Prints the manual page, made from what `gentleback --help` says, so that the two can not differ.
#
#   sh packaging/linux/man-page.sh PROGRAM >gentleback.1
set -eu

program=${1:?"Which program? sh packaging/linux/man-page.sh PROGRAM"}
version=$("$program" --version)
printf '.TH GENTLEBACK 1 "" "%s" "User Commands"\n' "$version"
printf '.SH NAME\ngentleback \\- a slow, careful routine for a tight lower back\n'
"$program" --language en --help | awk '
    # Signs that roff would read as its own: a backslash, a hyphen that is to be copied, a dot or quote at the beginning.
    function text(words) {
        gsub(/\\/, "\\e", words)
        gsub(/-/, "\\-", words)
        if (words ~ /^[.\047]/) words = "\\&" words
        return words
    }
    # What is typed, and what it does: between them are two spaces, or one after a value.
    function item(line,    at) {
        sub(/^ +/, "", line)
        at = match(line, /  /)
        if (at == 0) at = match(line, /[A-Z] [a-z]/) + 1
        print ".TP\n.B " text(substr(line, 1, at - 1))
        line = substr(line, at)
        sub(/^ +/, "", line)
        print text(line)
    }
    part == "" && /^$/ { next }
    part == "" && !/^Usage: / { about = about text($0) "\n"; next }
    /^Usage: / { part = "usage"; print ".SH SYNOPSIS\n.nf" }
    part == "usage" && /^$/ { part = "about"; printf ".fi\n.SH DESCRIPTION\n%s", about; next }
    part == "usage" { print text(substr($0, 8)); next }
    /^$/ { next }
    /^[A-Z][a-z]+:$/ { sub(/:$/, ""); print ".SH " toupper($0); part = "items"; next }
    /^ / { item($0); next }
    { if (part == "items") print ".SH EXIT STATUS"; part = "end"; print text($0) }
'
