# SPDX-License-Identifier: GPL-3.0-or-later
# The Debian 12 packages that Neurarium needs, and how what is missing of them is installed. Sourced by run and test.

# To build it. Qt Charts' CMake package needs libqt6opengl6-dev without saying so.
packages_build="cmake ninja-build g++ ccache
    qt6-base-dev qt6-charts-dev libqt6opengl6-dev qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
    libeigen3-dev libopencv-core-dev libopencv-imgproc-dev libopencv-imgcodecs-dev
    nlohmann-json3-dev librandom123-dev libsqlite3-dev libssl-dev libarchive-dev libhnswlib-dev"

# To run it: letters of both languages, the Korean words of Qt's own dialogs, and windows on Wayland too.
packages_run="fonts-noto-core fonts-noto-cjk qt6-translations-l10n qt6-wayland"

# To test it.
packages_test="xvfb xauth python3 desktop-file-utils appstream"

# missing_packages PACKAGE...: those that are not installed
missing_packages() {
    for package in "$@"; do
        case $(dpkg-query -W -f='${db:Status-Abbrev}' "$package" 2>/dev/null) in
        ?i*) ;;
        *) printf ' %s' "$package" ;;
        esac
    done
}

# install_missing PACKAGE...: installs what is missing as root, or with sudo where it asks for no password. Where neither
# is possible it prints the line to type and exits with 2.
install_missing() {
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        echo "This is not Debian: install what corresponds to these packages, if it is missing: $*" >&2
        return 0
    fi
    missing=$(missing_packages "$@")
    if [ -z "$missing" ]; then
        return 0
    fi
    if [ "$(id -u)" -eq 0 ]; then
        as_root=
    elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
        as_root=sudo
    else
        echo "Some packages are missing. Install them with this line, then start this again:" >&2
        echo "sudo apt-get install --no-install-recommends$missing" >&2
        exit 2
    fi
    echo "Installing:$missing"
    $as_root apt-get -qq update
    # The lists are words on purpose.
    # shellcheck disable=SC2086
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0 install -y --no-install-recommends \
        $missing </dev/null
}
