#!/usr/bin/env bash
# Plays the campaign on two small cities: the same bytes on one core and on all, nothing of later
# rounds in earlier ones, every township that can be visited is, and more is found than by lot.
#
# Uses the release binary, or HOTSPOT; needs taskset (util-linux).
# Last line: "N passed, M failed".
set -euo pipefail
. "$(dirname "$0")/checks.sh"
find_program

simulate() { # NAME ARGUMENT...: CSV to NAME.csv
  local name=$1
  shift
  "$hotspot" campaign simulate --scale 0.05 --of csv --lang en "$@" \
    >"$work/$name.csv" 2>"$work/$name.txt" || { sed 's/^/        /' "$work/$name.txt"; return 1; }
}
# column NAME COLUMN: the values of a column, one a line
column() {
  awk -F, -v wanted="$2" 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == wanted) c = i; next }
    { print $c }' "$work/$1.csv"
}
total() { column "$1" "$2" | awk '{ sum += $1 } END { printf "%.4f\n", sum }'; }
more() { awk -v a="$1" -v b="$2" 'BEGIN { exit !(a > b) }' || { echo "        $1 is not more than $2"; return 1; }; }

title "The whole campaign"
check "21 rounds" simulate all --iterations 100
is_21() { is "$(rows "$work/all.csv")" 21; }
check "a line a round" is_21
taskset -c 0 true 2>/dev/null && pin="taskset -c 0" || pin=
one_core() {
  $pin "$hotspot" campaign simulate --scale 0.05 --of csv --lang en --iterations 100 \
    >"$work/one.csv" 2>/dev/null && cmp "$work/all.csv" "$work/one.csv"
}
check "the same bytes on one core as on all" one_core
check "more problems than visits by lot would find" \
  more "$(total all per_100)" "$(total all random_per_100)"
planned() { is "$(total all planned_townships)" "$(total all townships)"; }
check "every township with a team is planned" planned
covered() { # a stop in fifty is missed, and with it now and then a township
  more "$(total all visited_townships)" "$(total all townships | awk '{ print 0.98 * $1 }')"
}
check "98 of 100 are visited in their round" covered
in_time() { more "$(total all in_time)" "$(total all due | awk '{ print 0.8 * $1 }')"; }
check "four of five due problems are verified in their week" in_time

title "Nothing of later"
check "the first three rounds alone" simulate three --rounds 1-3 --iterations 100
earlier() { # the columns that later rounds add nothing to
  for name in all three; do
    for column in visits problems expected km random_per_100 highest_per_100 violating; do
      column "$name" "$column" | head -3
    done >"$work/$name.part"
  done
  cmp "$work/all.part" "$work/three.part"
}
check "are those of the whole campaign" earlier

title "What learning adds"
check "the weights as given" simulate given --no-learning --iterations 100
closer() { # found over expected: how far from 1, over the last ten rounds
  local far
  far=$(column "$1" found_of_expected | tail -10 |
    awk '{ d = $1 - 1; sum += d < 0 ? -d : d } END { print sum / NR }')
  echo "$far"
}
check "chances are closer to what is found with learned weights" \
  more "$(closer given)" "$(closer all)"
finish
