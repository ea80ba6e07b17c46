#!/usr/bin/env bash
# Problems of a small demo from the report to the verification: reviewed, handed over, rectified,
# verified in the plan of their week; every version kept, lists the same when printed again, files of
# other programs read back, bad input told.
#
# Needs gdal-bin and python3 (Debian); uses the release binary, or HOTSPOT. PDF and XLSX are checked
# where hotspot-print is beside it, with poppler-utils, and openpyxl where python3 has it.
# Last line: "N passed, M failed".
set -euo pipefail
. "$(dirname "$0")/checks.sh"
find_program
demo=$work/demo ws=$work/demo/workspace

fails() { # STATUS NAME ARGUMENT...
  local expected=$1 name=$2 status=0
  shift 2
  "$hotspot" "$@" >"$work/$name.out" 2>"$work/$name.txt" || status=$?
  is "$status" "$expected"
}
says() { grep -q -- "$1" "$2" || { sed 's/^/        /' "$2" | head -5; return 1; }; }
# listed NAME STATE: how many problems stand there.
listed() { run "$1" problems list -w "$ws" --lang en --of csv --state "$2" --as-of "$3" && rows "$work/$1.out"; }

check "demo" run demo demo "$demo" --scale 0.05 --lang en
eve=2018-12-23T18:00 night=2018-12-23T20:00 later=2019-01-06T20:00

title "Review and hand-over"
all=$(listed open open "$eve")
check "problems are reported" [ "$all" -ge 3 ]
first=$(sed -n 2p "$work/open.out" | cut -d, -f1)
second=$(sed -n 3p "$work/open.out" | cut -d, -f1)
check "others are handed over already" [ "$(listed handed handed_over "$eve")" -gt 20 ]
check "one is returned" run back problems review "$first" --return 照片不清 -w "$ws" --as-of "$eve" --lang en
check "the others are accepted" run accept problems review --all --accept -w "$ws" --as-of "$eve" --lang en
check "so many" is "$(listed reviewed reviewed "$night")" "$((all - 1))"
check "a draft" run draft problems hand-over 2018-12-23 -w "$ws" --as-of "$night" --lang en --of csv
check "says that it is one" says '^draft' "$work/draft.txt"
check "handed over" run list problems hand-over 2018-12-23 --commit -w "$ws" --as-of "$night" --lang en --of csv
check "as many on the list" is "$(rows "$work/list.out")" "$((all - 1))"
check "printed again later" run again problems hand-over 2018-12-23 -w "$ws" --as-of "$later" --lang en --of csv
check "the same bytes" cmp "$work/list.out" "$work/again.out"
check "nothing is handed over twice" run twice problems hand-over 2018-12-24 --commit -w "$ws" --as-of 2018-12-24T20:00 --lang en --of csv
check "which is said" says 'no problem is reviewed' "$work/twice.txt"
check "a page" run page problems letter 13 -w "$ws" --as-of "$later" --lang zh -o "$work/letter.html"
check "with cities and types" says '不正常运行治污设施' "$work/letter.html"

printer=$(dirname "$hotspot")/hotspot-print
if [ -x "$printer" ]; then
  title "PDF and XLSX"
  for format in pdf xlsx; do
    check "$format" run "file-$format" problems hand-over 2018-12-23 -w "$ws" --as-of "$later" --lang zh -o "$work/list.$format"
    cp "$work/list.$format" "$work/first.$format"
    check "$format again" run "file-$format" problems hand-over 2018-12-23 -w "$ws" --as-of "$later" --lang zh -o "$work/list.$format" --overwrite
    check "the same bytes" cmp "$work/list.$format" "$work/first.$format"
  done
  if command -v pdftotext >/dev/null; then
    pdftotext -layout "$work/list.pdf" "$work/list.pdf.txt"
    check "the PDF has its title" says '督办问题清单：2018-12-23' "$work/list.pdf.txt"
    check "and the problem" says "$second" "$work/list.pdf.txt"
  fi
  if python3 -c 'import openpyxl' 2>/dev/null; then
    check "the workbook has every problem, with days as days" python3 - "$work/list.xlsx" "$((all - 1))" <<'PY'
import datetime, sys, openpyxl
sheet = openpyxl.load_workbook(sys.argv[1]).active
rows = list(sheet.iter_rows(values_only=True))
assert rows[0][1] == "问题编号" and len(rows) - 1 == int(sys.argv[2]), (rows[0], len(rows))
deadline = rows[0].index("整改期限")
assert all(isinstance(r[deadline], datetime.datetime) for r in rows[1:]), rows[1]
PY
  fi
  check "PDF to standard output is refused" fails 64 nopath problems letter 13 --of pdf -w "$ws"
fi

title "Reported back, bad rows apart"
third=$(sed -n 4p "$work/open.out" | cut -d, -f1)
printf '问题编号,整改状态,说明\n%s,已整改,加装喷淋\n%s,已整改,\nX-1,已整改,\n%s,已核实,\n%s,修好了,\n' \
  "$second" "$first" "$third" "$third" >"$work/reported.csv"
check "record" run record problems record "$work/reported.csv" -w "$ws" --as-of 2019-01-05T10:00 --lang en
check "accepted and rejected add up" says 'read 5 = new 0 + updated 1 + same 0 + rejected 4' "$work/record.txt"
rejects=$(ls "$ws"/rejects/*problems* | head -1)
check "an unknown problem is told" says 'there is no problem X-1' "$rejects"
check "one that was not handed over" says 'cannot become' "$rejects"
check "a city cannot verify" says 'is for a team to find' "$rejects"

title "Verification"
check "due" run due recheck due --round 14 -w "$ws" --as-of "$later" --lang en --of csv
due=$(rows "$work/due.out")
check "so many" [ "$due" -gt 20 ]
cp -r "$ws" "$work/audited"
check "plan of round 15" run plan plan round 15 -w "$ws" --as-of "$later" --lang en --iterations 200
check "what is verified is told" says "of $due problems and complaints due are verified" "$work/plan.txt"
check "due problems in the first week, named, none else" python3 - "$ws/plans/round-15/targets.csv" "$work/due.out" <<'PY'
import csv, sys
stops = list(csv.DictReader(open(sys.argv[1], encoding="utf-8-sig")))
due = list(csv.DictReader(open(sys.argv[2], encoding="utf-8-sig")))
targets = {d["target"]: d["id"] for d in due}
found = [s for s in stops if s["basis"] == "recheck"]
assert found and all(s["target_id"] in targets for s in found)
assert all(targets[s["target_id"]] in s["reasons_en"] or "verify" in s["reasons_en"] for s in found)
week = [s for s in found if s["date"] <= "2019-01-13"]
visits = {}
for s in stops: visits[s["team_id"], s["date"]] = visits.get((s["team_id"], s["date"]), 0) + 1
checks = {}
for s in week: checks[s["team_id"], s["date"]] = checks.get((s["team_id"], s["date"]), 0) + 1
print("       ", len(week), "of", len(due), "in the week")
assert len(week) > 0.5 * len(due)
PY
check "verified" run done recheck record "$second" --result 整改到位 --date 2019-01-08 -w "$ws" --as-of 2019-01-08T20:00 --lang en
printf 'problem_id,visited_at,result,known_at\n%s,2019-01-09 10:00,反弹,2019-01-09 20:00\n%s,2019-01-09 10:00,done,2019-01-09 20:00\n%s,2019-01-09 10:00,很好,2019-01-09 20:00\nX-1,2019-01-09 10:00,done,2019-01-09 20:00\n' \
  "$third" "$first" "$third" >"$work/rechecks.csv"
check "outcomes from a file" run outcomes import rechecks "$work/rechecks.csv" -w "$ws" --lang en
check "accepted and rejected add up" says 'read 4 = new 1 + updated 0 + same 0 + rejected 3' "$work/outcomes.txt"
check "a closed problem cannot be closed again" fails 65 closed recheck record "$second" --result done -w "$ws" --as-of 2019-01-10T20:00
check "verified ones" is "$(listed verified verified 2019-01-10T20:00)" 1
check "recurred ones" is "$(listed recurred recurred 2019-01-10T20:00)" 1
check "as it was before" is "$(listed before verified "$later")" 0

title "Every version is kept"
check "ledger" run ledger problems ledger --problem "$second" -w "$ws" --lang en --of csv
check "five steps" is "$(rows "$work/ledger.out")" 5
check "with where from" says 'reported.csv' "$work/ledger.out"
if has_ogrinfo; then
  check "four rows of the record" is "$(query "$ws/workspace.gpkg" "SELECT count(*) FROM problems WHERE id = '$second'")" 4
fi

title "Audit: a plan with verifications and a task plan is made again"
export HOTSPOT_KEYS=$work/keys
audited() { run "$1" "${@:2}" -w "$work/audited" --lang en; }
check "a task plan" audited draft campaign task-plan 2019-01 --draft --as-of "$later" -o "$work/january.csv"
check "kept" audited january import task-plan "$work/january.csv" --known-at 2019-01-05T10:00
check "sealed" audited seal audit seal --round 15 --as-of "$later"
check "planned" audited planned plan round 15 --as-of "$later"
check "with both" sh -c "grep -q 'due are verified' '$work/planned.txt' && grep -q 'task plan: ' '$work/planned.txt'"
check "revealed" env HOTSPOT_NOW=2019-01-21T08:00 "$hotspot" audit reveal --round 15 -o "$work/round-15" \
  -w "$work/audited" --quiet
check "verified" run verified audit verify --all -w "$work/round-15" --lang en
check "identical" says ': identical (' "$work/verified.out"

title "Bad input"
check "no such problem" fails 65 bad1 problems review nope --accept -w "$ws"
check "says what to do" says 'problems list' "$work/bad1.txt"
check "neither accepted nor returned" fails 64 bad2 problems review "$second" -w "$ws"
check "no such result" fails 64 bad3 recheck record "$second" --result fine -w "$ws"
check "a day to come" fails 64 bad4 problems hand-over 2018-12-30 --commit -w "$ws" --as-of 2018-12-24T08:00
check "a round that there is not" fails 64 bad5 problems letter 22 -w "$ws"
check "a file without identifiers" sh -c ": >'$work/empty.csv'"
check "is told" fails 65 bad6 problems review --file "$work/empty.csv" --accept -w "$ws"
finish
