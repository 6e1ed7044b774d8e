#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# check_libraries.sh WINDOW COMMAND_LINE DECODER
# Nothing of ours asks for network libraries; the command line needs no display, and only the decoder has imgcodecs.
status=0
libraries() {
    readelf -d "$1" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p'
}
refuse() {
    found=$(libraries "$1" | grep -E "$2")
    if [ -n "$found" ]; then
        printf '%s must not be linked with:\n%s\n' "$1" "$found"
        status=1
    fi
}
for program in "$@"; do
    if [ "$(libraries "$program" | grep -c libstdc++)" -eq 0 ]; then
        echo "$program: its libraries could not be read"
        status=1
    fi
    refuse "$program" 'Network|libcurl|libssl|WebEngine|WebSockets'
done
refuse "$1" 'opencv'
refuse "$2" 'Qt6(Gui|Widgets|Charts|Svg|PrintSupport|OpenGL)|opencv'
refuse "$3" 'Qt6'
exit $status
