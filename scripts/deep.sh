# SPDX-License-Identifier: GPL-3.0-or-later
# The long part of scripts/test; sourced by it.

# shellcheck disable=SC2086 # a list of words
need_packages $deep_packages

build_preset asan
run_tests asan

# monkey PRESET EVENTS: so many random clicks and keys from each of ten seeds, each in a window of its own.
monkey()
{
    say "무작위 클릭과 키: build/$1, 시드 10개에 $2번씩" "Random clicks and keys: build/$1, $2 from each of ten seeds"
    QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 ASAN_OPTIONS=detect_leaks=0 UBSAN_OPTIONS=print_stacktrace=1 \
        SESSIONARIUM_MONKEY_SEEDS=1 SESSIONARIUM_MONKEY_EVENTS="$2" \
        sh -c 'seq 1 10 | xargs -P "$(nproc)" -I % env SESSIONARIUM_MONKEY_SEED=% "$0" -silent' \
        "$root/build/$1/tests/ui/endtoend/tst_monkey" ||
        fail "무작위 클릭과 키가 무언가를 망가뜨렸습니다." "Random clicks and keys broke something."
}

monkey asan 10000 # no crash
monkey ci 10000   # no freeze

# The same scenarios, seeds and presets must give the same timeline on every compiler and at every level.
# fingerprints PRESET: a line for each run.
fingerprints()
{
    cli=$root/build/$1/app/cli/sessionarium-cli
    for lesson in "$root"/resources/lessons/*.json; do
        for policy in none sticky sticky-ip all-to-all all-to-all-ack store store-aof store-replica store-disk \
            sticky+all-to-all sticky+all-to-all-ack sticky+store; do
            for seed in 1 42 20260101; do
                for jitter in 0 700; do
                    printf '%s %s seed %s jitter %s: ' "$(basename "$lesson" .json)" "$policy" "$seed" "$jitter"
                    "$cli" run "$lesson" --policy "$policy" --seed "$seed" --set "/network/jitter_us=$jitter" \
                        --json --quiet | sed -n 's/.*"fingerprint": *"\([0-9a-f]*\)".*/\1/p'
                done
            done
        done
    done
}

for preset in gcc-o0 gcc-o3 clang-o0 clang-o3; do
    build_preset "$preset" sessionarium-cli
    fingerprints "$preset" >"$root/build/$preset/fingerprints.txt"
    [ -s "$root/build/$preset/fingerprints.txt" ] || fail "지문이 없습니다: $preset" "No fingerprints: $preset"
    if grep -qv ': [0-9a-f]\{16\}$' "$root/build/$preset/fingerprints.txt"; then
        fail "지문이 빠진 실행이 있습니다: $preset" "A run gave no fingerprint: $preset"
    fi
    cmp "$root/build/gcc-o0/fingerprints.txt" "$root/build/$preset/fingerprints.txt" ||
        fail "지문이 다릅니다: gcc-o0과 $preset" "Fingerprints differ: gcc-o0 and $preset"
done
say "gcc와 clang, -O0과 -O3의 지문이 모두 같습니다." "gcc and clang, -O0 and -O3 give the same fingerprints."

say "clang-tidy로 core를 봅니다." "Looking at core with clang-tidy."
(cd "$root" && find core -name '*.cpp' -print0 |
    xargs -0 -n 1 -P "$(nproc)" clang-tidy -p build/clang-o3 --quiet --warnings-as-errors='*') ||
    fail "clang-tidy가 지적했습니다." "clang-tidy found something."

say "서식을 확인합니다(clang-format)." "Looking at the layout of the sources with clang-format."
(cd "$root" && find core ui app resources tests -name '*.h' -o -name '*.cpp' | xargs clang-format --dry-run --Werror) ||
    fail "clang-format -i로 정리할 파일이 있습니다." "There are files to be laid out with clang-format -i."
