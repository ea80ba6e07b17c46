#!/usr/bin/env bash
# The main job on real borders and sites: 39 cities, then one county whose townships are lines, then
# invalid counties; then that plans know nothing of what was known later.
#
# Needs the test data: HOTSPOT_TEST_DATA, else ../shared/data beside the repository. Without it the
# script says so and succeeds. Uses the release binary, or HOTSPOT. Complaints, alerts, anomalies,
# visits and teams are made up over the real sites by made-evidence.awk. ogrinfo (Debian: gdal-bin)
# compares areas; without it those checks are left out, and it is said.
# Last line: "N passed, M failed".
set -euo pipefail
. "$(dirname "$0")/checks.sh"

data=${HOTSPOT_TEST_DATA:-$root/../shared/data}
if [ ! -d "$data" ]; then
  printf 'Skipped: no test data in %s. HOTSPOT_TEST_DATA names another folder.\n' "$data"
  exit 0
fi
find_program
has_ogrinfo || echo "ogrinfo is not there (Debian: gdal-bin): areas are not compared."

counties=$data/boundaries/cities39_amap2021.gpkg
townships=$data/townships/pseudo_townships39_wgs84.gpkg
towns=$data/townships/town_points_vonng2016.csv
plants=$data/points/power_plants_39cities_wri.csv
stations=$data/points/aq_stations_39cities_qweather2021.csv
known=2018-06-01
noon=2018-12-23T12:00

# run NAME ARGUMENT...: runs the program; its result goes to $work/NAME.json, messages are shown.
run() {
  local name=$1 status=0
  shift
  "$hotspot" "$@" --lang en >"$work/$name.json" 2>"$work/$name.txt" || status=$?
  sed "s/^/        /;s|$work/||g;s|$data/||g" "$work/$name.txt"
  return $status
}

# quiet_run NAME ARGUMENT...: the same, but of messages only those on mended borders and the last.
quiet_run() {
  local status=0
  run "$@" >"$work/messages" || status=$?
  grep mended "$work/messages" || true
  tail -n 5 "$work/messages"
  return $status
}

# import NAME READ KIND FILE...: imports, and checks how many records were read and how they add up.
import() {
  local name=$1 expected=$2 out=$work/$1.json
  shift 2
  check "import $1 $(basename "$2")" run "$name" import "$@" -w "$ws" --json
  check "all $expected records were read" is "$(number read "$out")" "$expected"
  check "new + updated + same + rejected = read" is "$(sum "$out")" "$expected"
}

# sum FILE: what became of the records.
sum() {
  local key total=0
  for key in new updated same rejected; do total=$((total + $(number $key "$1"))); done
  echo $total
}

says() { grep -qi -- "$2" "$work/$1.txt" "$work/$1.json"; }

title "39 cities: counties, townships, sites"
ws=$work/cities
LC_ALL=C awk -v plants="$plants" -v stations="$stations" -v towns="$towns" -v out="$work" \
  -v cities="$data/codes/cities.csv" -v counties="$data/codes/counties_201808.csv" \
  -f "$here/csv.awk" -f "$here/made-evidence.awk"
check "init" run init init "$ws"
import counties 455 counties "$counties" --layer county_gcj02 --datum gcj02 --known-at $known
check "no county is rejected" is "$(number rejected "$work/counties.json")" 0
check "Jiyuan is said to be missing" says counties 'Jiyuan\|济源\|419001'
check "new codes are told: Luanzhou 130284 was Luanxian 130223" says counties 130284
import townships 4882 townships "$townships" --source synthetic --known-at $known
check "no township is rejected" is "$(number rejected "$work/townships.json")" 0
import plants 285 sites "$plants" --origin public --known-at $known
import stations 311 sites "$stations" --origin public --known-at $known

cat "$ws"/rejects/*.csv

title "Evidence made over them"
import teams "$(rows "$work/teams.csv")" teams "$work/teams.csv" --known-at $known
import complaints "$(rows "$work/complaints.csv")" complaints "$work/complaints.csv" \
  --known-at 2018-12-20
check "no complaint is rejected" is "$(number rejected "$work/complaints.json")" 0
import alerts "$(rows "$work/alerts.csv")" alerts "$work/alerts.csv" --known-at 2018-12-05
import anomalies "$(rows "$work/anomalies.csv")" power-anomalies "$work/anomalies.csv" \
  --known-at 2018-12-20
import visits "$(rows "$work/visits.csv")" visits "$work/visits.csv" --known-at 2018-12-20

title "Round 14 and its first day"
check "plan round 14" run round plan round 14 --as-of $noon -w "$ws"
check "plan day 2018-12-24" run day plan day 2018-12-24 --as-of $noon -w "$ws"
day=$ws/plans/2018-12-24
# count FILE COLUMN: different values in a column.
count() {
  LC_ALL=C awk -v file="$1" -v name="$2" -f "$here/csv.awk" -f <(
    echo 'BEGIN { csv_headings(file, c, ""); csv_require(file, c, name)
      while (csv_record(file, f) > 0) if (!seen[f[c[name]]]++) n++; print n + 0 }'
  )
}
check "39 cities in the coverage of the round" is "$(count "$ws/plans/round-14/coverage.csv" city)" 39
check "4,882 townships in it" is "$(count "$ws/plans/round-14/coverage.csv" code)" 4882
check "39 cities in the coverage of the day" is "$(count "$day/coverage.csv" city)" 39
check "a route for every team" is "$(find "$day/routes" -name '*.geojson' | wc -l)" \
  "$(rows "$work/teams.csv")"
list=()
if has_ogrinfo; then
  { echo code; query "$townships" 'SELECT town_code FROM pseudo_township_wgs84'; } >"$work/codes.csv"
  list=(--townships "$work/codes.csv")
fi
covered() { "$here/coverage-check.sh" "$ws" --seats "$towns" --teams "$work/teams.csv" "$@"; }
# The districts of Laiwu joined Jinan in 2019 and are in no team's counties of 2018.
only_laiwu() { ! grep ',no_team,' "$ws/plans/round-14/coverage.csv" | grep -qv '^37011[67]'; }
check "whatever the year of a county's code it has a team; only Laiwu has none" only_laiwu
check "coverage-check.sh" covered ${list[@]+"${list[@]}"}

title "What is known later changes nothing before"
cp -r "$ws/plans" "$work/before"
# same FOLDER: the lists and routes are the bytes, the GeoPackage the contents, that they were.
same() {
  local file changed=0
  while read -r file; do
    case $file in
      *.gpkg)
        if has_ogrinfo; then
          cmp -s <(ogrinfo -q -ro -al "$work/before/$file" 2>/dev/null) \
            <(ogrinfo -q -ro -al "$ws/plans/$file" 2>/dev/null) || changed=1
        fi
        ;;
      *) cmp "$work/before/$file" "$ws/plans/$file" || changed=1 ;;
    esac
  done < <(cd "$work/before" && find . -type f)
  return $changed
}
replan() {
  run round plan round 14 --as-of "$1" -w "$ws" && run day plan day 2018-12-24 --as-of "$1" -w "$ws"
}
import late "$(rows "$work/late-complaints.csv")" complaints "$work/late-complaints.csv" \
  --known-at 2018-12-23T15:00
check "plan again as of noon" replan $noon
check "the same files" same
check "plan as of the evening" replan 2018-12-23T18:00
differs() { ! cmp -s "$work/before/2018-12-24/targets.csv" "$day/targets.csv"; }
check "then the later complaints count" differs
import nominations "$(rows "$work/nominations.csv")" nominations "$work/nominations.csv" \
  --known-at 2018-12-20
check "plan as of noon, with nominations" replan $noon
check "nominations change nothing" same

title "Qishan county: townships from border lines"
ws=$work/qishan
check "init" run init init "$ws"
import counties 455 counties "$counties" --layer county_gcj02 --datum gcj02 --known-at $known
LC_ALL=C awk -v file="$towns" -f "$here/csv.awk" -f <(echo 'BEGIN {
  csv_headings(file, c, ""); print "code,name,county_code,lon,lat"
  while (csv_record(file, f) > 0) if (f[c["county_code_2016"]] == "610323")
    print f[c["town_code"]] "," f[c["name"]] ",610323," f[c["lon_wgs"]] "," f[c["lat_wgs"]] }') \
  >"$work/qishan.csv"
check "24 lines become townships" run lines import townships \
  "$data/townships/qishan_610323/town_raw.shp" --names "$work/qishan.csv" --source official \
  --known-at $known -w "$ws" --json
check "9 townships" is "$(number new "$work/lines.json")" 9
if has_ogrinfo; then
  # Square kilometres in the data's README, at its two decimals.
  printf '%s\n' 610323100,132.75 610323101,209.38 610323103,49.44 610323104,79.49 \
    610323106,37.67 610323107,44.69 610323108,60.01 610323111,131.50 610323112,110.93 \
    >"$work/areas.csv"
  ogr2ogr -q -f GPKG -t_srs ESRI:102025 "$work/qishan.gpkg" "$ws/workspace.gpkg" townships \
    2>/dev/null
  query "$work/qishan.gpkg" 'SELECT code, ST_Area(geom) / 1e6 FROM townships ORDER BY code' \
    >"$work/found.txt"
  areas() {
    awk -F'[|,]' 'NR == FNR { expected[$1] = $2; next }
      $1 in expected { n++; d = $2 - expected[$1]; printf "        %s %.2f km2\n", $1, $2
        if (d > 0.02 || d < -0.02) wrong++ }
      END { exit n != 9 || wrong > 0 }' "$work/areas.csv" "$work/found.txt"
  }
  check "their areas are those of the survey within 0.02 km2" areas
fi
printf 'id,name,city_code,county_codes,lon,lat\nq1,岐山组,610300,610323,107.62,34.44\n' \
  >"$work/one-team.csv"
import team 1 teams "$work/one-team.csv" --known-at $known
import plants 285 sites "$plants" --origin public --known-at $known
check "plan round 14" run round plan round 14 --as-of $noon -w "$ws"
check "plan day 2018-12-24" run day plan day 2018-12-24 --as-of $noon -w "$ws"
check "9 townships in the coverage" is "$(rows "$ws/plans/round-14/coverage.csv")" 9
check "coverage-check.sh" "$here/coverage-check.sh" "$ws" --teams "$work/one-team.csv"

title "Invalid counties"
# Their degrees are compared as they stand in the files, so they are not converted.
ws=$work/invalid
invalid='120113 120117 110113 130121 130184 130581 140311 140525 371422 371522 411221'
check "init" run init init "$ws"
check "import 39 files" quiet_run dirty import counties "$data"/boundaries/datav_city_geojson/*.json \
  --datum wgs84 --known-at $known -w "$ws" --json
all() { numbers "$1" "$work/dirty.json" | awk '{ n += $1 } END { print n + 0 }'; }
check "457 counties were read" is "$(all read)" 457
check "11 were mended" is "$(all repaired)" 11
all_named() { local code; for code in $invalid; do says dirty "$code" || return 1; done; }
check "their codes are told" all_named
if has_ogrinfo; then
  for file in "$data"/boundaries/datav_city_geojson/*.json; do
    query "$file" "SELECT adcode, ST_Area(ST_MakeValid(geometry))
      FROM \"$(ogrinfo -q -ro "$file" | sed 's/^1: //;s/ (.*//')\""
  done >"$work/expected.txt"
  query "$ws/workspace.gpkg" 'SELECT code, ST_Area(geom) FROM counties' >"$work/found.txt"
  alike() {
    awk -F'|' -v invalid="$invalid" 'BEGIN { split(invalid, list, " ")
        for (i in list) is_invalid[list[i]] = 1 }
      NR == FNR { expected[$1] = $2; next }
      $1 in expected { n++; d = $2 / expected[$1] - 1; if (d < 0) d = -d
        if (d > worst) worst = d; mended += $1 in is_invalid }
      END { printf "        %d areas compared, %d of them mended; largest difference %.1e\n",
        n, mended, worst; exit mended != 11 || worst > 1e-6 }' "$work/expected.txt" "$work/found.txt"
  }
  check "areas are those of ST_MakeValid within 1e-6" alike
fi
finish
