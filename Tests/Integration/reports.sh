#!/usr/bin/env bash
# Reports of a small demo against figures that Python counts anew from the tables, the pages read by
# an HTML parser, and nothing of a day told before it is over.
#
# Needs gdal-bin and python3 (Debian); uses the release binary, or HOTSPOT. The PDF is checked where
# hotspot-print is beside it and poppler-utils is installed.
# Last line: "N passed, M failed".
set -euo pipefail
. "$(dirname "$0")/checks.sh"
find_program
demo=$work/demo ws=$work/demo/workspace

recount() { python3 "$here/reports.py" "$@" >"$work/recount.txt" || { sed 's/^/        /' "$work/recount.txt"; return 1; }; }
tables() { # FOLDER: every table that is needed as CSV
  mkdir -p "$1"
  local name
  for name in sites townships visits complaints problems plans stops draws; do
    rm -f "$1/$name.csv"
    if [ "$name" = townships ]; then
      ogr2ogr -f CSV "$1/$name.csv" "$ws/workspace.gpkg" "$name" -lco GEOMETRY=NONE 2>/dev/null
    else
      ogr2ogr -f CSV "$1/$name.csv" "$ws/workspace.gpkg" "$name" -lco GEOMETRY=AS_XY 2>/dev/null
    fi
  done
}
says() { grep -q -- "$1" "$2"; }

check "demo" run demo demo "$demo" --scale 0.05 --lang en
tables "$work/before"

title "A round of the past"
check "round 13 as CSV" run r13 report round 13 -w "$ws" --of csv --lang en --as-of 2018-12-24T08:00
check "its figures are those of the tables" recount figures "$work/before" "$work/r13.out" 13 2018-12-24T08:00
sed 's/^/        /' "$work/recount.txt"
check "as of a moment within it" run part report round 13 -w "$ws" --of csv --lang en \
  --as-of 2018-12-17T08:00
check "only the days that were over" recount figures "$work/before" "$work/part.out" 13 2018-12-17T08:00

title "A round that begins"
check "round 14 before its first day is over" run ahead report round 14 -w "$ws" --lang en \
  --as-of 2018-12-24T20:00
check "says so, and the next step" says 'No day of the period' "$work/ahead.out"
check "without visits" run none report round 14 -w "$ws" --lang en --as-of 2018-12-25T08:00
check "says so, and the next step" says 'hotspot import visits' "$work/none.out"

# Nine tenths of the first day's stops are visited; every fifth visit finds something.
python3 - "$work/before/stops.csv" "$work/visits.csv" <<'PY'
import csv, sys
stops = [s for s in csv.DictReader(open(sys.argv[1], encoding="utf-8-sig")) if s["day"] == "2018-12-24"]
types = ["扬尘管控不到位", "散煤燃烧", "烟很大 13812345678", ""]
with open(sys.argv[2], "w", newline="") as file:
    out = csv.writer(file)
    out.writerow(["id", "site_id", "team_id", "stop_id", "round", "visited_at", "outcome",
                  "problem_type", "severity", "known_at"])
    for number, stop in enumerate(s for n, s in enumerate(stops) if n % 10):
        hit = number % 5 == 0
        out.writerow([f"W{number}", stop["site_id"], stop["team_id"], stop["id"], 14,
                      stop["arrival"], "problem" if hit else "none", types[number // 5 % 4] if hit else "",
                      "serious" if hit and number % 2 else "", "2018-12-24T21:00"])
PY
check "visits of the first day" run import import visits "$work/visits.csv" -w "$ws" --lang en
tables "$work/after"
check "round 14 after a day, as CSV" run r14 report round 14 -w "$ws" --of csv --lang en \
  --as-of 2018-12-25T08:00
check "its figures are those of the tables" recount figures "$work/after" "$work/r14.out" 14 2018-12-25T08:00
sed 's/^/        /' "$work/recount.txt"
check "the evening before nothing is told" run eve report round 14 -w "$ws" --lang en \
  --as-of 2018-12-24T23:59
check "not even what is known" says 'No day of the period' "$work/eve.out"

title "Pages"
# What no page may tell: targets, of later days above all, and what complaints say.
python3 - "$work/after" >"$work/names.txt" <<'PY'
import csv, sys
def column(table, name):
    with open(f"{sys.argv[1]}/{table}.csv", encoding="utf-8-sig") as file:
        return {row[name] for row in csv.DictReader(file)}
for text in column("stops", "name") | column("complaints", "text") | column("complaints", "target"):
    if len(text) > 3: print(text.replace("\n", " "))
PY
for lang in zh en; do
  for which in "round 13" "round 14" "week 2018-12-19"; do
    set -- $which # shellcheck disable=SC2086
    check "$which in $lang" run page report "$1" "$2" -w "$ws" --lang $lang --as-of 2018-12-25T08:00
    check "$which in $lang: parsed, complete, no request" recount page "$work/page.out" $lang \
      "$work/names.txt"
    cp "$work/page.out" "$work/$1-$lang.html"
  done
done
sed 's/^/        /' "$work/recount.txt"
no_number() { ! grep -rq '13812345678' "$work"/round-*.html "$work/r14.out"; }
check "a telephone number within a type is masked" no_number
check "the same again" run again report week 2018-12-19 -w "$ws" --lang en --as-of 2018-12-25T08:00
check "is the same bytes" cmp -s "$work/again.out" "$work/page.out"
check "one city" run city report round 13 -w "$ws" --city Yangquan --of json --lang en \
  --as-of 2018-12-24T08:00

title "Paper"
print=$(dirname "$hotspot")/hotspot-print
if [ -x "$print" ] && command -v pdftotext >/dev/null; then
  for lang in zh en; do
    for name in one two; do
      check "PDF $name in $lang" run pdf report round 14 -w "$ws" --of pdf -o "$work/$name-$lang.pdf" \
        --lang $lang --as-of 2018-12-25T08:00
    done
    check "the same bytes" cmp -s "$work/one-$lang.pdf" "$work/two-$lang.pdf"
    pdftotext -layout "$work/one-$lang.pdf" "$work/$lang.txt"
  done
  check "its words can be read" says '第 14 轮次督查通报' "$work/zh.txt"
  check "so can its page numbers" says 'Page 2 of' "$work/en.txt"
  embedded() { pdffonts "$work/one-zh.pdf" | awk 'NR > 2 && $(NF - 4) != "yes" { bad = 1 } END { exit bad || NR < 3 }'; }
  check "its fonts are embedded" embedded
  untold() { ! grep -qFf "$work/names.txt" "$work/zh.txt" "$work/en.txt"; }
  check "and no target is named" untold
else
  printf 'skipped: hotspot-print is not beside hotspot (scripts/print), or poppler-utils is missing\n'
fi
finish
