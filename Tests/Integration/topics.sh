#!/usr/bin/env bash
# Topics, task plans and warnings on a small demo: other lists in June and December, shares met and
# told, days turned to the emergency list and back, the first phase without the Fenwei Plain.
#
# Uses the release binary, or HOTSPOT. Last line: "N passed, M failed".
set -euo pipefail
. "$(dirname "$0")/checks.sh"
find_program
demo=$work/demo ws=$work/demo/workspace

run() { # NAME ARGUMENT...: standard output to NAME.out, messages to NAME.txt
  local name=$1
  shift
  "$hotspot" "$@" --lang en >"$work/$name.out" 2>"$work/$name.txt" ||
    { sed 's/^/        /' "$work/$name.txt"; return 1; }
}
fails() { # STATUS NAME ARGUMENT...
  local expected=$1 status=0
  shift
  run "$@" >/dev/null || status=1
  "$hotspot" "${@:2}" --lang en >/dev/null 2>&1 || status=$?
  is "$status" "$expected"
}
says() { grep -q -- "$1" "$2"; }
column() { # FILE NAME: a column of a CSV, a value a line
  LC_ALL=C awk -v file="$1" -v name="$2" -f "$here/csv.awk" -f <(
    echo 'BEGIN { csv_headings(file, c, ""); while (csv_record(file, f) > 0) print f[c[name]] }'
  )
}
of_topic() { column "$1" topic | grep -c "^$2\$" || true; }
at_least() { [ "$1" -ge "$2" ] || { printf '        found %s, expected %s or more\n' "$1" "$2"; return 1; }; }
at_most() { [ "$1" -le "$2" ] || { printf '        found %s, expected %s or fewer\n' "$1" "$2"; return 1; }; }

check "demo" run demo demo "$demo" --scale 0.1
asof=(--as-of 2018-12-23T18:00 -w "$ws")

title "Seasons"
check "the table of December" run december campaign topics 2018-12
check "names staggered production" says 'Staggered production' "$work/december.out"
check "two months on the same evidence" run compare campaign topics --compare 2018-06 --compare 2018-12 "${asof[@]}"
sed -n '1,16p' "$work/compare.out" | sed 's/^/        /'
check "June has no staggered production" grep -Eq '^Staggered production +0 ' "$work/compare.out"
check "each list alone has targets" is "$(grep -c '^Only in the list of' "$work/compare.out")" 2
check "and says why" says 'stressed this month (2018-12)' "$work/compare.out"

title "The task plan"
check "a round without one" run without plan round 14 "${asof[@]}"
cp "$ws/plans/round-14/targets.csv" "$work/without.csv"
printf 'month,topic,share\n2018-09,staggered,0.5\n' >"$work/september.csv"
check "is the same with one of another month" run other import task-plan "$work/september.csv" -w "$ws" \
  --known-at 2018-12-01
check "planned" run again plan round 14 "${asof[@]}"
check "to the byte" cmp -s "$work/without.csv" "$ws/plans/round-14/targets.csv"
check "a draft" run draft campaign task-plan 2018-12 --draft "${asof[@]}" -o "$work/draft.csv"
check "adds up to 1 in every city" test -z "$(LC_ALL=C awk -v file="$work/draft.csv" -f "$here/csv.awk" -f <(
  echo 'BEGIN { csv_headings(file, c, ""); while (csv_record(file, f) > 0) s[f[c["city_code"]]] += f[c["share"]]
    for (p in s) if (s[p] < 0.9999 || s[p] > 1.0001) print p, s[p] }'
))"
printf 'month,city_code,topic,share\n' >"$work/plan.csv"
for month in 2018-12 2019-01; do
  for city in 140300 410600 410900 610200; do
    printf '%s,%s,staggered,0.05\n%s,%s,straw,0.9\n' $month $city $month $city >>"$work/plan.csv"
  done
done
check "a plan of ours" run import import task-plan "$work/plan.csv" -w "$ws" --known-at 2018-12-02
check "a round with it" run with plan round 14 "${asof[@]}"
check "has more staggered production" at_least "$(of_topic "$ws/plans/round-14/targets.csv" staggered)" \
  $(($(of_topic "$work/without.csv" staggered) + 20))
check "tells what straw lacks, and why" says 'Straw burning: the task plan asks for .* fewer (' "$work/with.txt"
check "in the record too" says '"task_plan"' "$ws/plans/round-14/plan.json"
check "covers every township" says 'townships not covered: 0' "$work/with.txt"
check "says so at the stops" says 'the task plan of 2018-12: at least 5 %' "$ws/plans/round-14/targets.csv"

title "A warning, and back"
ids() { grep -c ',' "$1"; }
emergency() { # FILE: stops of the emergency list, of the city
  LC_ALL=C awk -v file="$1" -f "$here/csv.awk" -f <(
    echo 'BEGIN { csv_headings(file, c, ""); while (csv_record(file, f) > 0)
      if (f[c["team_id"]] ~ /^410900/ && f[c["topic"]] == "emergency") n++; print n + 0 }'
  )
}
check "a day without" run d0 plan day 2018-12-24 "${asof[@]}" --from none
plain=$(emergency "$ws/plans/2018-12-24/targets.csv")
printf 'id,city_code,level,started_at,ended_at\nw1,410900,orange,2018-12-24T00:00,2018-12-27T00:00\n' >"$work/w.csv"
check "warned" run w1 import warnings "$work/w.csv" -w "$ws" --known-at 2018-12-23T12:00
check "the day turns" run d1 plan day 2018-12-24 "${asof[@]}"
check "says so" says 'heavy-pollution warning in Puyang' "$work/d1.txt"
turned=$(emergency "$ws/plans/2018-12-24/targets.csv")
printf '        stops of the emergency list in Puyang: %s without, %s with\n' "$plain" "$turned"
check "to the emergency list" at_least "$turned" $((plain + 10))
printf 'id,city_code,level,started_at,ended_at\nw1,410900,orange,2018-12-24T00:00,2018-12-24T18:00\n' >"$work/w.csv"
check "lifted early" run w2 import warnings "$work/w.csv" -w "$ws" --known-at 2018-12-24T18:00
check "the next day" run d2 plan day 2018-12-25 --as-of 2018-12-24T20:00 -w "$ws"
check "turns back" at_most "$(emergency "$ws/plans/2018-12-25/targets.csv")" $((plain + 6))

title "Phases"
check "a round of the first phase" run r1 plan round 1 "${asof[@]}" --iterations 50
check "says which cities it leaves out" says 'phase 1 leaves out 1 cities (Tongchuan)' "$work/r1.txt"
check "and plans nothing there" test -z "$(column "$ws/plans/round-1/targets.csv" team_id | grep '^6102' || true)"
check "with the gap by name" says outside_phase "$ws/plans/round-1/coverage.csv"

title "Input that cannot be"
printf 'month,city_code,topic,share\n2018-12,130100,dust,1.5\n' >"$work/bad.csv"
check "a share above 1 is rejected" fails 65 bad import task-plan "$work/bad.csv" -w "$ws"
check "with the reason" grep -rq 'expected 0 to 1' "$ws/rejects"
check "a month without a task plan" fails 66 none campaign task-plan 2019-03 -w "$ws"
check "a month outside the campaign" fails 65 out campaign task-plan 2020-03 --draft -w "$ws"

finish
