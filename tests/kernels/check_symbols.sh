#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# check_symbols.sh LEVEL OBJECT... LEVEL OBJECT...
# Every function that the objects of an instruction level define for others, or leave for the linker to merge (weak
# symbols), must lie in a namespace of that level; else the linker could take one level's code for another's.
status=0
level=
for argument in "$@"; do
    case $argument in
    *.o)
        foreign=$(nm --defined-only --format=posix "$argument" | awk '$2 ~ /^[TWVuBDR]$/ { print $1 }' |
            grep -v -E "(Eigen_$level|[0-9]$level[A-Z0-9])" || true)
        if [ -n "$foreign" ]; then
            printf '%s of level %s defines symbols that other levels may share:\n%s\n' "$argument" "$level" "$foreign"
            status=1
        fi
        checked=$((checked + 1)) ;;
    *) level=$argument ;;
    esac
done
if [ "${checked:-0}" -lt 3 ]; then
    echo "No object files were given"
    status=1
fi
exit $status
