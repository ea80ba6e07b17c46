#!/usr/bin/env bash
# Visits in: reports of two people in all formats, over two files, and everything that can be wrong
# with one; every row must be found among the visits or among the rejects.
#
# Needs the release binary (HOTSPOT names another one) and python3; openpyxl comes into an environment
# of its own for the workbook, which is skipped where it cannot be had. Takes about half a minute.
# Last line: "N passed, M failed".
set -euo pipefail
. "$(dirname "$0")/checks.sh"
find_program
ws=$work/ws
run() { "$hotspot" "$@" -w "$ws" --lang en >"$work/out" 2>"$work/err"; }
says() { grep -Eq -- "$1" "$work/out" "$work/err" || { sed 's/^/        /' "$work/err"; return 1; }; }
fails() { # EXIT PATTERN ARGUMENT...
  local expected=$1 pattern=$2 status=0
  shift 2
  run "$@" || status=$?
  is "$status" "$expected" && says "$pattern"
}
sql() { python3 - "$ws/workspace.gpkg" "$1" <<'P'
import sqlite3, sys
for row in sqlite3.connect("file:" + sys.argv[1] + "?mode=ro", uri=True).execute(sys.argv[2]):
    print("|".join("" if v is None else str(v) for v in row))
P
}
visits() { run import visits "$@" --known-at '2018-12-20 20:00' --json; }
counts() { echo "$(number read "$work/out") $(number new "$work/out") $(number updated "$work/out") $(number same "$work/out") $(number rejected "$work/out")"; }
balances() { local c; read -ra c <<<"$(counts)"; is "${c[0]}" "$((c[1] + c[2] + c[3] + c[4]))"; }
doubts() { python3 - "$work/out" <<'P'
import json, sys
d = json.load(open(sys.argv[1]))["imports"][-1]["visits"]["doubts"]
print(" ".join(f"{k}:{d[k]}" for k in sorted(d)))
P
}

title "A county, three sites, two teams"
python3 - "$work" <<'P'
import json, sys
w = sys.argv[1]
def square(x, y, d): return [[[x, y], [x + d, y], [x + d, y + d], [x, y + d], [x, y]]]
def put(name, features): json.dump({"type": "FeatureCollection", "features": features}, open(f"{w}/{name}", "w"))
def area(p, x, y, d): return {"type": "Feature", "properties": p, "geometry": {"type": "Polygon", "coordinates": square(x, y, d)}}
put("counties.geojson", [area({"code": "130102", "name": "长安区"}, 114.5, 38.0, 0.2), area({"code": "140302", "name": "城区"}, 113.4, 37.8, 0.2)])
put("townships.geojson", [area({"code": "130102001", "name": "镇", "county_code": "130102"}, 114.5, 38.0, 0.2)])
P
printf 'id,name,topics,lon,lat\ns1,甲厂,dust,114.55,38.05\ns2,乙厂,dust,114.56,38.05\ns3,丙厂,,113.5,37.9\n' >"$work/sites.csv"
printf 'id,name,city_code,county_codes,lon,lat\nt1,一组,130100,130102,114.6,38.1\nt2,二组,130100,130102,114.6,38.1\n' >"$work/teams.csv"
"$hotspot" init "$ws" >/dev/null 2>&1
for kind in counties townships; do
  check "$kind" run import "$kind" "$work/$kind.geojson" --known-at 2018-06-01
done
for kind in sites teams; do check "$kind" run import "$kind" "$work/$kind.csv" --known-at 2018-06-01; done

title "Two people, two files, two formats"
python3 - "$work" <<'P'
import json, sys
w = sys.argv[1]
def report(place, **p): return {"type": "Feature", "properties": p, "geometry": place and {"type": "Point", "coordinates": place}}
near = [114.5501, 38.0501]
first = [
    report(near, site_id="s1", team_id="t1", visited_at="2018-12-18 10:00", outcome="problem", type="扬尘；散煤",
           severity="一般；严重", confirmed_by=["张三", "王五"], photos=["a/1.jpg", "a/2.jpg"], record="笔录1.pdf"),
    report([114.5601, 38.05], site_id="s2", team_id="t1", visited_at="2018-12-18 11:30", outcome="none", confirmed_by=["张三"]),
    report([114.6012, 38.1], name="北山采石场", team_id="t2", visited_at="2018-12-18 09:00", outcome="problem", type="露天矿山", confirmed_by=["赵六"]),
]
json.dump({"type": "FeatureCollection", "features": first}, open(f"{w}/first.geojson", "w"))
P
cat >"$work/second.csv" <<'C'
site_id,name,team_id,visited_at,outcome,type,severity,confirmed_by,photos,note,lon,lat
s1,,t1,2018-12-18 10:20,problem,扬尘,严重,李四,a/3.jpg,围挡缺失,114.55,38.05
s2,,t1,2018-12-18 11:40,problem,散煤,一般,李四,,,114.56,38.05
,北山采石场,t2,2018-12-18 09:10,problem,露天矿山,,孙七,,,114.6013,38.1001
C
mkdir -p "$work/photos/a"
touch "$work/photos/a/1.jpg" "$work/photos/a/3.jpg"
check "GeoJSON, with lists and a missing photo" visits "$work/first.geojson" --photos "$work/photos"
check "three visits" is "$(counts)" '3 3 0 0 0'
check "the photo and the find are told" is "$(doubts)" 'off_list:1 photo_missing:1'
check "CSV of the others" visits "$work/second.csv"
check "no new visit" is "$(counts)" '3 0 3 0 0'
check "the contradictions have both rows" eval 'is "$(grep -o "\"said\"" "$work/out" | wc -l)" 4 && says "severity" && says "outcome"'
check "both are confirmed" is "$(sql "SELECT confirmed_by FROM visits WHERE site_id='s1' ORDER BY fid DESC LIMIT 1")" '张三;王五;李四'
check "photos are united" is "$(sql "SELECT photos FROM visits WHERE site_id='s1' ORDER BY fid DESC LIMIT 1")" 'a/1.jpg;a/2.jpg;a/3.jpg'
check "problems are united by type, the gravest counts" is \
  "$(sql "SELECT type, severity, topic FROM problems p WHERE fid = (SELECT max(fid) FROM problems q WHERE q.id = p.id) AND visit_id = (SELECT id FROM visits WHERE site_id='s1' LIMIT 1) ORDER BY type" | tr '\n' ' ')" \
  'coal|serious|dust dust|serious|dust '
check "the problem is taken" is "$(sql "SELECT outcome FROM visits WHERE site_id='s2' ORDER BY fid DESC LIMIT 1")" problem
check "and says so" grep -q '检查结果不一：李四 problem，张三 none' <<<"$(sql "SELECT note FROM visits WHERE site_id='s2' ORDER BY fid DESC LIMIT 1")"
check "the find is one site, planned like any other" is \
  "$(sql "SELECT count(*), name, kind, origin, topics, ledger, township_code FROM sites WHERE id LIKE 'find-%'")" \
  '1|北山采石场|mine|ministry|scattered||130102001'
check "its visit names it" is "$(sql "SELECT count(DISTINCT v.id) FROM visits v JOIN sites s ON s.id = v.site_id WHERE s.id LIKE 'find-%'")" 1
check "again, all is known" eval 'visits "$work/first.geojson" && is "$(counts)" "3 0 0 3 0"'
check "a week's report counts three visits" eval 'run report week 2018-12-17 --as-of "2019-01-01" --of json && says "visits"'

title "GeoPackage and workbook"
"$hotspot" convert "$work/second.csv" -o "$work/second.gpkg" --from wgs84 --to wgs84 >/dev/null 2>&1
check "a GeoPackage says the same" eval 'visits "$work/second.gpkg" && is "$(counts)" "3 0 0 3 0"'
if python3 -m venv "$work/venv" >/dev/null 2>&1 && "$work/venv/bin/pip" install -q openpyxl >/dev/null 2>&1; then
  "$work/venv/bin/python" - "$work" <<'P'
import csv, sys, openpyxl
w = sys.argv[1]
book = openpyxl.Workbook()
for row in csv.reader(open(f"{w}/second.csv", encoding="utf-8")): book.active.append(row)
book.save(f"{w}/second.xlsx")
P
  check "a workbook says the same" eval 'visits "$work/second.xlsx" && is "$(counts)" "3 0 0 3 0"'
else
  echo "skipped: openpyxl cannot be had"
fi

title "Evidence"
check "incomplete chains are listed" run problems check --date 2018-12-18 --of csv --as-of 2018-12-21
check "with what is missing" says 's1,甲厂,problem|,record;|photo'
check "the complete one is not" eval '! says "甲厂"'
check "a round that there is not" fails 64 'no round 22' problems check --round 22
check "a team that there is not" fails 66 'Did you mean' problems check --team t9

title "All that can be wrong"
cat >"$work/bad.csv" <<'C'
id,site_id,name,team_id,visited_at,outcome,type,lon,lat,round,state,handed_over_at,deadline,severity
,s9,,t1,2018-12-18 10:00,none,,,,,,,,
,,无名厂,t1,2018-12-18 10:00,none,,,,,,,,
,s1,,t1,2018-12-25 10:00,none,,,,,,,,
,s1,,t1,2018-06-01 10:00,none,,,,,,,,
,s1,,t2,2018-12-18 10:00,none,,118.0,38.05,,,,,
,s1,,t1,2018-12-14 10:00,problem,扬尘,,,,,2018-12-13,,
,s1,,t1,2018-12-14 10:00,problem,扬尘,,,,已整改,,,
,s1,,t1,2018-12-14 10:00,problem,扬尘,,,,,,2018-12-01,
,s1,,t1,2018-12-14 10:00,problem,扬尘,,,,,2018-12-30,,
,s1,,t1,2018-13-14 10:00,none,,,,,,,,
,s1,,t1,2018-12-14 10:00,也许,,,,,,,,
,s1,,t1,2018-12-14 10:00,problem,扬尘；散煤,,,,,,,轻；重；一般
,s1,,t9,2018-12-17 10:00,none,,,,,,,,
,s1,,t1,2018-12-17 10:00,none,,114.57,38.05,12,,,,
,s3,,t1,2018-12-17 10:05,none,,,,,,,,
,s1,,t1,2018-08-10 10:00,none,扬尘,,,4,,,,
v1,s2,,t2,2018-12-17 10:00,none,,,,,,,,
v2,s2,,t2,2018-12-17 15:00,none,,,,,,,,
v2,s2,,t2,2018-12-17 15:00,problem,散煤,,,,,,,
C
rows=$(($(wc -l <"$work/bad.csv") - 1))
before=$(sql "SELECT count(*) FROM visit_reports")
check "imported" visits "$work/bad.csv"
check "every row is new, updated, the same or rejected" balances
check "thirteen are kept apart" is "$(number read "$work/out") $(number rejected "$work/out")" "$rows 13"
check "each kind is told" is "$(doubts)" \
  'closed_early:1 deadline_early:1 elsewhere:2 far_away:1 future:1 handed_over_early:1 handed_over_future:1 no_round:1 out_of_rounds:1 position_off:1 round_differs:1 twin:2 two_cities:2 type_without_problem:1 unknown_site:2 unknown_team:1'
after=$(sql "SELECT count(*) FROM visit_reports")
check "nothing is lost: what is not rejected is among the reports" is "$((after - before + 13))" "$rows"
check "the rejects have row, value, reason and next step" eval \
  'grep -q "^6|lon|.* m from s1|.*expected within 50000 m. Check" <<<"$(sql "SELECT row, column, value, reason FROM rejects")"'
check "words, too" eval 'run import visits "$work/bad.csv" --known-at "2018-12-20 20:00" --dry-run && says "bad.csv, row 6 lon: 302[0-9]* m from s1"'
"$hotspot" import visits "$work/bad.csv" -w "$ws" --lang zh --known-at "2018-12-20 20:00" --dry-run >"$work/out" 2>"$work/err"
check "in Chinese" says "同组两次检查之间无法到达（已标记）"
printf 'site_id,team_id,visited_at,outcome\ns9,t1,2018-12-18 10:00,none\n' >"$work/none.csv"
check "a file of which nothing can be used" fails 65 'none of the 1 records' import visits "$work/none.csv"
printf '{"type":"FeatureCollection","features":[]}' >"$work/empty.geojson"
check "an empty file" fails 65 'empty\.geojson' import visits "$work/empty.geojson"
printf '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"si' >"$work/cut.geojson"
check "a cut file" fails 65 'cut\.geojson' import visits "$work/cut.geojson"

finish
