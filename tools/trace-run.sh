#!/usr/bin/env bash
# What a run writes and what it speaks to: `tools/trace-run.sh [PROGRAM [ARGUMENT...]]`, then use the window and close it.
#
# Lists every file that was opened for writing, made, renamed or removed, and every address that was connected to.
# PRIVACY.md is held against it. Needs strace.
set -euo pipefail
program=("$@")
((${#program[@]})) || program=(target/release/gentleback)
log=$(mktemp)
trap 'rm -f "$log"' EXIT
strace -f -qq -e trace=openat,open,creat,rename,renameat,renameat2,unlink,unlinkat,connect,socket -o "$log" "${program[@]}" || true
echo "== written, made, renamed, removed"
grep -E 'O_WRONLY|O_RDWR|O_CREAT|creat\(|rename|unlink' "$log" | grep -v ' = -1 ' |
    grep -oE '"[^"]+"' | tr -d '"' | sort | uniq -c | sort -rn
echo "== connected to"
grep -oE 'connect\([0-9]+, \{[^}]+\}' "$log" | sed -E 's/connect\([0-9]+, //' | sort | uniq -c | sort -rn
echo "== kinds of sockets"
grep -oE 'socket\(AF_[A-Z0-9]+' "$log" | sort | uniq -c | sort -rn
