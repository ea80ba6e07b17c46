#!/usr/bin/env bash
# Coverage by kind of part against counts of the tables, the hand-over's page a team on paper, and
# tours of special action groups with sites in the Yangtze delta.
#
# Needs gdal-bin and python3 (Debian); uses the release binary, or HOTSPOT. The PDF is checked where
# hotspot-print is beside it and poppler-utils is installed. Last line: "N passed, M failed".
set -euo pipefail
. "$(dirname "$0")/checks.sh"
find_program
demo=$work/demo ws=$work/demo/workspace

fails() { # STATUS ARGUMENT...
  local expected=$1 status=0
  shift
  "$hotspot" "$@" >"$work/fails.out" 2>"$work/fails.txt" || status=$?
  is "$status" "$expected"
}
says() { grep -q -- "$1" "$2"; }
none() { ! grep -q -- "$1" "$2"; }
query() { ogr2ogr -f CSV /vsistdout/ "$ws/workspace.gpkg" -sql "$1" | tail -n +2 | tr -d '"'; }

check "demo" run demo demo "$demo" --scale 0.05 --lang en

title "Coverage"
coverage() { run "$1" coverage --by "$1" --round 13 --csv -w "$ws" --lang en --as-of 2018-12-24T08:00; }
for kind in city county township topic ledger round; do check "by $kind" coverage $kind; done
column() { # KIND COLUMN-NUMBER: its sum
  awk -F, -v c="$2" 'NR > 1 { sum += $c } END { print sum + 0 }' "$work/$1.out"
}
for kind in city county township ledger; do
  check "by $kind: all sites" is "$(column $kind 6)" "$(query 'SELECT count(*) FROM sites')"
  check "by $kind: all visits of the round" is "$(column $kind 9)" \
    "$(query 'SELECT count(*) FROM visits WHERE round = 13')"
done
check "by ledger: sites visited in the round" is "$(column ledger 7)" "$(query \
  'SELECT count(DISTINCT site_id) FROM visits WHERE round = 13 AND site_id IN (SELECT id FROM sites)')"
check "by round: visits of each" is "$(column round 9)" "$(query 'SELECT count(*) FROM visits')"

title "What the next crew must know"
hand() { # NAME ARGUMENT...
  local name=$1
  shift
  run "$name" report handover 13 -w "$ws" --as-of 2018-12-24T08:00 "$@"
}
teams=$(query 'SELECT count(*) FROM teams')
check "all teams as HTML" hand all --lang zh
check "an article a team" is "$(grep -c '<article ' "$work/all.out")" "$teams"
check "as CSV" hand csv --of csv --lang en
check "all open problems are in it" is "$(grep -c '^handover_problems,.*,site,' "$work/csv.out")" \
  "$(query 'SELECT count(DISTINCT id) FROM problems')"
check "as JSON, one team" hand json --of json --team "$(query 'SELECT id FROM teams ORDER BY id LIMIT 1')"
check "the same again" hand again --lang zh
check "is the same bytes" cmp -s "$work/all.out" "$work/again.out"
stops() { query "SELECT name FROM stops WHERE name NOT IN (SELECT name FROM sites)"; }
stops | grep -v '^$' >"$work/stops.txt" || true
print=$(dirname "$hotspot")/hotspot-print
if [ -x "$print" ] && command -v pdftotext >/dev/null; then
  for lang in zh en; do
    check "as PDF in $lang" hand pdf --of pdf --lang $lang -o "$work/$lang.pdf"
    check "exactly a page a team" is "$(pdfinfo "$work/$lang.pdf" | awk '/^Pages/ { print $2 }')" "$teams"
    check "of A4" is "$(pdfinfo "$work/$lang.pdf" | awk '/^Page size/ { print $NF }')" "(A4)"
    check "and a bookmark a team" is \
      "$(grep -ac '/Title' "$work/$lang.pdf" | awk -v t="$teams" '{ print ($1 >= t) }')" 1
    pdftotext -layout "$work/$lang.pdf" "$work/$lang.pages"
  done
  check "as its name says" hand named -o "$work/named.PDF"
  check "a PDF" is "$(head -c 5 "$work/named.PDF")" %PDF-
  pages() { tr '\f' '\n' <"$work/zh.pages" | grep -c '）交接$'; }
  check "each with its team's name" is "$(pages)" "$teams"
  long() { ! grep -Eq '1[3-9][0-9]{9}' "$work/zh.pages" "$work/en.pages"; }
  check "no telephone number on any" long
else
  printf 'skipped: hotspot-print is not beside hotspot (scripts/print), or poppler-utils is missing\n'
fi

title "Special action groups"
python3 - "$root/Data/tables/delta_cities.csv" "$work/delta.csv" <<'PY'
import csv, random, sys
random.seed(4)
with open(sys.argv[2], "w", newline="", encoding="utf-8") as file:
    out = csv.writer(file)
    out.writerow(["id", "name", "lon", "lat", "county_code", "ledger", "industry"])
    number = 0
    for city in csv.DictReader(open(sys.argv[1], encoding="utf-8")):
        for _ in range(random.randint(15, 40)):
            number += 1
            out.writerow([f"D{number}", f"示例厂{number}", f"{float(city['lon']) + random.gauss(0, .15):.5f}",
                          f"{float(city['lat']) + random.gauss(0, .12):.5f}", city["code"][:4] + "02",
                          random.choice(["scattered", "boilers", "kilns", ""]), "steel"])
    out.writerow(["X1", "无代码", "121.4", "31.2", "", "", ""])
    out.writerow(["X2", "代码不符", "104.0", "30.6", "310115", "", ""])
PY
check "sites of the delta" run delta import sites "$work/delta.csv" -w "$ws" --lang en \
  --known-at 2018-12-01T08:00
check "are kept, two others not" says 'rejected 2' "$work/delta.txt"
tour() { # NAME ARGUMENT...
  local name=$1
  shift
  run "tour-$name" plan tour --name "$name" -w "$ws" --as-of 2018-12-23T18:00 --from 2018-12-24 \
    --lang en --iterations 200 "$@"
}
check "a tour of the delta" tour delta --region delta --days 4 --groups 2
check "stays in the delta" is \
  "$(awk -F, 'NR > 1 && $4 !~ /^3[1-4]/' "$ws/plans/tour-delta/itinerary.csv" | wc -l)" 0
check "a tour anywhere, twice" tour one --region all --days 5 --groups 2
check "(the second)" tour two --region all --days 5 --groups 2
check "is the same list" cmp -s "$ws/plans/tour-one/targets.csv" "$ws/plans/tour-two/targets.csv"
check "city by city it finds no more" tour greedy --region all --days 5 --groups 2 --beam 1
expected() { numbers expected_problems "$ws/plans/tour-$1/tour.json" | head -1; }
less() { awk -v a="$1" -v b="$2" 'BEGIN { exit !(a <= b + 1e-9) }'; }
check "than the search" less "$(expected greedy)" "$(expected one)"
check "which finds no more than the bound" less "$(expected one)" \
  "$(numbers bound "$ws/plans/tour-one/tour.json" | head -1)"
twice() { awk -F, 'NR > 1 { print $6 }' "$ws/plans/tour-one/targets.csv" | sort | uniq -d | wc -l; }
check "no target twice" is "$(twice)" 0
late() { awk -F, 'NR > 1 && $NF > 601' "$ws/plans/tour-one/itinerary.csv" | wc -l; }
check "every day ends in time" is "$(late)" 0
route=$(ls "$ws"/plans/tour-one/routes/*.geojson | head -1)
check "routes are read by GDAL" ogrinfo -q -so -al "$route" >/dev/null
check "GPX too" ogrinfo -q -so -al "${route%.geojson}.gpx" >/dev/null
check "the delta before phase 3" run early plan tour --region delta --from 2018-07-02 --days 1 \
  --name early -w "$ws" --as-of 2018-12-02T08:00 --lang en
check "is warned of" says 'phase 3' "$work/early.txt"
check "not in phase 3" none 'phase 3' "$work/tour-delta.txt"
check "an unknown city" fails 64 plan tour --cities Nanjin --from 2018-12-24 -w "$ws"
check "with the nearest name" says 'Nanjing' "$work/fails.txt"
check "a tour in the pause" fails 64 plan tour --region delta --from 2019-02-01 -w "$ws"
check "a tour after the campaign" fails 64 plan tour --region delta --from 2019-05-01 -w "$ws"
check "no evidence" fails 65 plan tour --cities Beijing --from 2018-12-24 -w "$ws" \
  --as-of 2018-12-23T18:00

title "Where days are sealed"
export HOTSPOT_RELEASE=06:00 HOTSPOT_KEYS=$work/keys HOTSPOT_NOW=2018-12-23T19:00
check "a tour" tour sealed --region all --days 2
check "tells nothing" none '示例' "$work/tour-sealed.out"
open() { ls -d "$ws"/plans/tour-sealed* | grep -vc 'sealed$' || true; }
check "and lies sealed, each day apart" is "$(open)" 0
check "three files" is "$(ls "$ws"/plans/tour-sealed*.sealed | wc -l)" 3
export HOTSPOT_NOW=2018-12-24T06:30
check "the first day's release" run release plan release -w "$ws" --lang en
check "opens the first day" test -f "$ws/plans/tour-sealed-2018-12-24/targets.csv"
check "and no other" test ! -e "$ws/plans/tour-sealed-2018-12-25"
finish
