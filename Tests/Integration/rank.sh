#!/usr/bin/env bash
# Rankings of a small demo: the week's scores counted anew by Python from the tables, nothing of a day
# before it is over, senders from crews, and what is missing told with the next step.
#
# Needs gdal-bin and python3 (Debian); uses the release binary, or HOTSPOT.
# Last line: "N passed, M failed".
set -euo pipefail
. "$(dirname "$0")/checks.sh"
find_program
ws=$work/demo/workspace
now="--as-of 2018-12-24T08:00"

rank() { # NAME ARGUMENT...: standard output to NAME.out, messages to NAME.txt
  local name=$1
  shift
  "$hotspot" rank "$@" -w "$ws" --lang en >"$work/$name.out" 2>"$work/$name.txt" ||
    { sed 's/^/        /' "$work/$name.txt"; return 1; }
}
fails() { # STATUS WORDS ARGUMENT...
  local status=$1 words=$2 found=0
  shift 2
  "$hotspot" rank "$@" -w "$ws" --lang en >"$work/fail.out" 2>"$work/fail.txt" || found=$?
  is "$found" "$status" && grep -q -- "$words" "$work/fail.txt" && is "$(wc -c <"$work/fail.out")" 0
}
says() { grep -q -- "$1" "$2"; }

check "demo" "$hotspot" demo "$work/demo" --scale 0.1 --quiet
mkdir -p "$work/tables"
for name in visits problems; do
  ogr2ogr -f CSV "$work/tables/$name.csv" "$ws/workspace.gpkg" "$name" 2>/dev/null
done

title "The week"
check "as CSV" rank week week latest $now --of csv
check "as JSON" rank json week latest $now --json
check "its scores are those counted anew" python3 "$root/Tests/Integration/rank.py" \
  "$work/tables" "$work/week.out" "$work/json.out"
check "again the same bytes" rank again week latest $now --of csv
check "indeed" cmp "$work/week.out" "$work/again.out"
check "in the middle of the week" rank part week 2018-12-17 --as-of 2018-12-19T12:00 --of csv
check "fewer visits" test "$(awk -F, 'NR > 1 { n += $5 } END { print n }' "$work/part.out")" -lt \
  "$(awk -F, 'NR > 1 { n += $5 } END { print n }' "$work/week.out")"
check "no week without visits" fails 65 "2018-11-12 to 2018-12-23" week 2018-09-05 $now
check "no such round" fails 64 "1 to 21" round 22 $now

title "Round, calls, low ranks, escalation"
check "round 13" rank r13 round 13 $now
check "says that crews are missing" says "hotspot import people" "$work/r13.out"
check "letters need crews" fails 66 "hotspot crew" letters 2018-12 $now
check "the call" rank call call 2018-12-20 --all $now
check "tells its false alarms" says "0.0100 are called about" "$work/call.out"
check "repeated low rank" rank low low --all $now
check "escalation" rank due escalate --all $now
check "names its evidence" says "A2018-11-" "$work/due.out"

title "With crews"
python3 - "$ws/workspace.gpkg" <<'PY'
import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
teams = [row[0] for row in db.execute("SELECT id FROM teams ORDER BY id")]
known, origin = "2018-11-01T00:00:00+08:00", "made"
places = [("江苏", "南京"), ("江苏", "苏州"), ("浙江", "杭州")]
for number, team in enumerate(teams):
    for seat in range(3):
        who = f"P{number}-{seat}"
        province, city = places[(number + (seat == 2)) % 3]
        db.execute("INSERT INTO people (id, province, city, name, phone, known_at, imported_from, "
                   "imported_at) VALUES (?, ?, ?, '某', '13812345678', ?, ?, ?)",
                   (who, province, city, known, origin, known))
        db.execute("INSERT INTO crews (round, team_id, person_id, role, known_at, imported_from, "
                   "imported_at) VALUES (13, ?, ?, 'member', ?, ?, ?)",
                   (team, who, known, origin, known))
db.commit()
PY
check "senders of round 13" rank senders round 13 --table senders --of csv $now
check "three of them" is "$(rows "$work/senders.out")" 3
check "their visits are those of all teams" is \
  "$(awk -F, 'NR > 1 { n += $4 } END { print n }' "$work/senders.out")" \
  "$(python3 -c 'import csv, sys
print(sum(v["round"] == "13" and v["team_id"] != "" for v in csv.DictReader(open(sys.argv[1]))))' \
    "$work/tables/visits.csv")"
check "letters" rank letters letters 2018-12 $now
check "to a government" says "To the governments of" "$work/letters.out"
check "no telephone number" test -z "$(grep 138123 "$work/letters.out" || true)"
finish
