# SPDX-License-Identifier: GPL-3.0-or-later
# Shared by scripts/run and scripts/test; sourced, not run. Expects $root, the folder of the sources.

case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in
ko*) language=ko ;;
*) language=en ;;
esac

# What the program needs to be built and shown. The font has the Korean letters; qt6-translations-l10n has Qt's own
# Korean texts.
build_packages="g++ cmake ninja-build libc6-dev qt6-base-dev qt6-charts-dev libqt6opengl6-dev qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
    nlohmann-json3-dev libcli11-dev qt6-translations-l10n fonts-noto-cjk"
test_packages="xvfb xauth"
deep_packages="clang clang-tidy clang-format"

# say KOREAN ENGLISH: one line about what happens now.
say()
{
    if [ "$language" = ko ]; then
        printf '== %s\n' "$1"
    else
        printf '== %s\n' "$2"
    fi
}

# fail KOREAN ENGLISH
fail()
{
    say "$1" "$2" >&2
    exit 1
}

as_root()
{
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    else
        sudo "$@"
    fi
}

# need_packages PACKAGE…: installs those that are missing, and touches nothing if none is.
need_packages()
{
    if ! command -v dpkg-query >/dev/null 2>&1 || ! command -v apt-get >/dev/null 2>&1; then
        say "apt가 없는 시스템이라 패키지 확인을 건너뜁니다. 필요한 것: $*" \
            "No apt on this system: packages are not checked. Needed: $*"
        return
    fi
    missing=
    for package in "$@"; do
        status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
        [ "$status" = installed ] || missing="$missing $package"
    done
    if [ -z "$missing" ]; then
        say "필요한 패키지가 모두 있습니다." "All packages are there."
        return
    fi
    if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null 2>&1; then
        fail "패키지를 설치하려면 관리자 권한이 필요합니다. root로 실행해 주세요: apt-get update && apt-get install$missing" \
            "Installing packages needs root. As root, run: apt-get update && apt-get install$missing"
    fi
    say "패키지 목록을 새로 받습니다." "Fetching the lists of packages."
    as_root apt-get -qq -o DPkg::Lock::Timeout=300 update ||
        fail "패키지 목록을 받지 못했습니다. 네트워크를 확인해 주세요." "The lists could not be fetched. Is there a network?"
    say "빠진 패키지를 설치합니다:$missing" "Installing what is missing:$missing"
    # shellcheck disable=SC2086 # a list of words
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 \
        install --no-install-recommends $missing ||
        fail "패키지를 설치하지 못했습니다." "The packages could not be installed."
}

# build_preset PRESET [TARGET…]: configures where that was not done yet and builds. Changed CMake files make the build
# configure itself anew.
build_preset()
{
    preset=$1
    shift
    if [ ! -f "$root/build/$preset/build.ninja" ] || [ "$root/CMakePresets.json" -nt "$root/build/$preset/build.ninja" ]; then
        say "빌드를 준비합니다(build/$preset)." "Configuring build/$preset."
        (cd "$root" && cmake --preset "$preset" --log-level=WARNING) ||
            fail "빌드를 준비하지 못했습니다." "Configuring failed."
    fi
    if [ -f "$root/build/$preset/.ninja_log" ]; then
        say "바뀐 것이 있으면 다시 빌드합니다(build/$preset)." "Building what changed in build/$preset."
    else
        say "빌드합니다(build/$preset). 처음에는 몇 분 걸립니다." "Building build/$preset. The first time takes some minutes."
    fi
    if [ $# -gt 0 ]; then
        (cd "$root" && cmake --build --preset "$preset" --target "$@") || fail "빌드에 실패했습니다." "The build failed."
    else
        (cd "$root" && cmake --build --preset "$preset") || fail "빌드에 실패했습니다." "The build failed."
    fi
}
