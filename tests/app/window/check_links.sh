#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Nothing leaves the computer: no program of ours asks for a library of the network itself, and the command
# line asks for none of the window.
# Usage: check_links.sh WINDOW_PROGRAM COMMAND_LINE_PROGRAM
set -u
failed=0

# refuse PROGRAM PATTERN: fails when the program itself needs such a library.
refuse() {
    needed=$(readelf -d "$1" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p')
    if [ -z "$needed" ]; then
        echo "$1: its libraries could not be read"
        failed=1
    fi
    found=$(printf '%s\n' "$needed" | grep -E "$2")
    if [ -n "$found" ]; then
        echo "$1 needs" $found
        failed=1
    fi
}

network='Qt6(Network|WebSockets|WebEngine|DBus)|libcurl'
refuse "$1" "$network"
refuse "$2" "$network|Qt6(Gui|Widgets|Charts|Svg|OpenGL)"
exit $failed
