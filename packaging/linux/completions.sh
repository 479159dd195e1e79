#!/bin/sh
# Prints what a shell completes after `gentleback`, made from what `gentleback --help` says.
#
#   sh packaging/linux/completions.sh PROGRAM bash|zsh|fish
#
# Commands and options alone; after an option with a value the shell completes names of files.
set -eu

program=${1:?"Which program, and which shell? sh packaging/linux/completions.sh PROGRAM bash|zsh|fish"}
shell=${2:?"Which shell? bash, zsh or fish"}
help=$("$program" --language en --help)
commands=$(printf '%s\n' "$help" | awk '/^Commands:/ { on = 1; next } /^$/ { on = 0 } on && /^  [a-z]/ { print $1 }')
options=$(printf '%s\n' "$help" | grep -oE -- '--[a-z][a-z-]*' | sort -u)
words=$(printf '%s\n%s\n' "$commands" "$options" | paste -s -d ' ' -)

case "$shell" in
bash)
    cat <<EOF
_gentleback() {
    local word=\${COMP_WORDS[COMP_CWORD]}
    case \$word in
    -* | '') COMPREPLY=(\$(compgen -W '$words' -- "\$word")) ;;
    *) COMPREPLY=(\$(compgen -W '$words' -- "\$word") \$(compgen -f -- "\$word")) ;;
    esac
}
complete -o filenames -F _gentleback gentleback
EOF
    ;;
zsh)
    cat <<EOF
#compdef gentleback
_alternative 'words:command or option:($words)' 'files:file:_files'
EOF
    ;;
fish)
    printf '%s\n' "$commands" | while read -r command; do
        printf "complete -c gentleback -n __fish_use_subcommand -a %s\n" "$command"
    done
    printf '%s\n' "$options" | sed 's/^--/complete -c gentleback -l /'
    ;;
*)
    printf '%s\n' "There are completions for bash, zsh and fish, and none for $shell." >&2
    exit 2
    ;;
esac
