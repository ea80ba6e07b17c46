#!/usr/bin/env bash
# Bad input against the release binary: each case must end with the right exit code and a message
# that names the file and the next step, without a crash, and leave the facts as they were.
#
# Needs nothing but the binary (HOTSPOT names another one) and makes its own small files. Facts are
# compared by ogrinfo (Debian: gdal-bin), without it by the bytes of workspace.gpkg where a case
# writes no list of rejected records. The full disk is a small tmpfs, which takes root.
# Last line: "N passed, M failed".
set -euo pipefail
. "$(dirname "$0")/checks.sh"
find_program
ws=$work/ws
disk=''
cleanup() {
  [ -z "$disk" ] || umount "$disk" 2>/dev/null || true
  rm -rf "$work"
}

# ---- a small right workspace: one county of four townships, a site, a team ----

square() { # WEST SOUTH SIZE: a ring of GeoJSON
  awk -v x="$1" -v y="$2" -v d="$3" 'BEGIN {
    printf "[[[%s,%s],[%s,%s],[%s,%s],[%s,%s],[%s,%s]]]", x, y, x + d, y, x + d, y + d, x, y + d, x, y }'
}
feature() { # PROPERTIES TYPE COORDINATES
  printf '{"type":"Feature","properties":{%s},"geometry":{"type":"%s","coordinates":%s}}' "$@"
}
collection() { printf '{"type":"FeatureCollection","features":[%s]}\n' "$1"; }
county='"code":"130102","name":"长安区"'
collection "$(feature "$county" Polygon "$(square 114.5 38.0 0.2)")" >"$work/counties.geojson"
towns=''
for n in 0 1 2 3; do
  code="\"code\":\"13010200$((n + 1))\",\"name\":\"镇$n\",\"county_code\":\"130102\""
  ring=$(square "$(awk "BEGIN { print 114.5 + $n % 2 / 10 }")" \
    "$(awk "BEGIN { print 38 + int($n / 2) / 10 }")" 0.1)
  towns+=${towns:+,}$(feature "$code" Polygon "$ring")
done
collection "$towns" >"$work/townships.geojson"
printf 'id,name,lon,lat\ns1,甲厂,114.55,38.05\n' >"$work/sites.csv"
printf 'id,name,city_code,county_codes,lon,lat\nt1,一组,130100,130102,114.6,38.1\n' >"$work/teams.csv"

quietly() { "$hotspot" "$@" --lang en >"$work/out" 2>"$work/err"; }
prepare() {
  local kind
  quietly init "$ws" && for kind in counties townships; do
    quietly import "$kind" "$work/$kind.geojson" -w "$ws" --known-at 2018-06-01 || return 1
  done && for kind in sites teams; do
    quietly import "$kind" "$work/$kind.csv" -w "$ws" --known-at 2018-06-01 || return 1
  done
}

# ---- cases ----

# The facts, without the table of rejected records.
facts() {
  if has_ogrinfo; then
    ogrinfo -q -ro -al "$ws/workspace.gpkg" 2>/dev/null |
      awk '/^Layer name:/ { skip = $3 == "rejects" } !skip' | sha256sum
  else
    sha256sum <"$ws/workspace.gpkg"
  fi
}

# bad WHAT EXIT PATTERN ARGUMENT...: runs the program; PATTERN must be in its message, which must be
# no crash; facts must be the same as before.
bad() {
  local what=$1 expected=$2 pattern=$3 before lists status=0
  shift 3
  before=$(facts) lists=$(ls "$ws/rejects" | wc -l)
  timeout 120 "$hotspot" "$@" --lang en >"$work/out" 2>"$work/err" || status=$?
  check "$what: exit $expected" ended "$status" "$expected"
  check "$what: the message has /$pattern/" told "$pattern"
  # A list of rejected records changes the file but not the facts.
  if has_ogrinfo || [ "$(ls "$ws/rejects" | wc -l)" = "$lists" ]; then
    check "$what: the facts are as they were" is "$(facts)" "$before"
  fi
}
ended() { is "$1" "$2" || { sed 's/^/        /' "$work/err"; return 1; }; }
told() {
  grep -Eqi -- "$1" "$work/err" && ! grep -Eq 'Fatal error|Crash|Stack dump|BUG' "$work/err" ||
    { sed 's/^/        /' "$work/err"; return 1; }
}
import() { # WHAT EXIT PATTERN KIND FILE OPTION...
  local what=$1 expected=$2 pattern=$3
  shift 3
  bad "$what" "$expected" "$pattern" import "$@" -w "$ws"
}

check "a right workspace is made" prepare
short() { (cd "$work" && quietly init w && test -e w/hotspot.yaml); }
check "so is one with a name of one letter" short

title "Files"
import 'missing file' 66 'nowhere\.csv' sites "$work/nowhere.csv"
printf 'not a table, not a map\n' >"$work/notes.xyzzy"
import 'unknown format' 65 'notes\.xyzzy' sites "$work/notes.xyzzy"
printf 'id,name,lon,lat\n' >"$work/headings.csv"
import 'empty table' 65 'headings\.csv' sites "$work/headings.csv"
collection '' >"$work/empty.geojson"
import 'empty layer' 65 'empty\.geojson' counties "$work/empty.geojson"
: >"$work/nothing.csv"
import 'empty file' 65 'nothing\.csv' sites "$work/nothing.csv"
import 'unknown layer' 64 'layer' sites "$work/sites.csv" --layer nosuch
head -c 60000 "$ws/workspace.gpkg" >"$work/cut.gpkg"
import 'file cut off (GeoPackage)' 65 'cut\.gpkg' counties "$work/cut.gpkg"
head -c 150 "$work/counties.geojson" >"$work/cut.geojson"
import 'file cut off (GeoJSON)' 65 'cut\.geojson' counties "$work/cut.geojson"
printf 'id,name,lon,lat\n' >"$work/huge.csv"
truncate -s 2G "$work/huge.csv"
import 'a file of 2 GB without line ends' 65 'huge\.csv' sites "$work/huge.csv"
rm "$work/huge.csv"
import 'a folder' 66 "$(basename "$work")" sites "$work"

title "Headings and values"
printf 'a,b\n1,2\n' >"$work/columns.csv"
import 'no known heading' 65 'columns\.csv.*--map' sites "$work/columns.csv"
import 'a map to no column' 64 'Did you mean|expected' sites "$work/sites.csv" --map name=nmae
printf 'received_at,lon,lat\n2018/11/31,114.55,38.05\n' >"$work/dates.csv"
import 'a day that is not' 65 'rejects' complaints "$work/dates.csv"
check 'its row, column and value are listed' grep -rqs '2,received_at,2018/11/31' "$ws/rejects"
printf 'id,name,lon,lat\nx,NaN,nan,38\n' >"$work/nan.csv"
import 'a position that is no number' 65 'rejects' sites "$work/nan.csv"
collection "$(feature '"code":"999999","name":"X"' Polygon "$(square 114.5 38.0 0.2)")" \
  >"$work/codes.geojson"
import 'an unknown county code' 65 'rejects|999999' counties "$work/codes.geojson"

title "Geometry"
collection "$(feature "$county" Point '[114.5,38.0]')" >"$work/points.geojson"
import 'points for areas' 65 'points\.geojson' counties "$work/points.geojson"
printf 'id,name,lon,lat\na,A,38.05,114.55\nb,B,38.06,114.56\n' >"$work/swapped.csv"
import 'longitude and latitude swapped' 65 'swapped\.csv.*--map' sites "$work/swapped.csv"
printf 'id,name,lon,lat\na,A,500000,4200000\nb,B,500100,4200100\n' >"$work/metres.csv"
import 'metres where degrees are meant' 65 'metres\.csv.*EPSG' sites "$work/metres.csv"
import 'degrees where metres are meant' 65 'sites\.csv' sites "$work/sites.csv" --datum EPSG:4547
printf 'id,name,lon,lat\na,A,2.35,48.85\n' >"$work/paris.csv"
import 'outside every county' 65 'rejects' sites "$work/paris.csv"
printf 'code,name,WKT\n130102,长安区,"POLYGON((0 0,9 0,9 9,0 9,0 0))"\n' >"$work/no-crs.csv"
import 'borders without a coordinate system, far away' 65 'no-crs\.csv|rejects' counties \
  "$work/no-crs.csv"
bow=$(printf '[[[114.5,38],[114.7,38.2],[114.7,38],[114.5,38.2],[114.5,38]]]')
collection "$(feature '"code":"130104","name":"桥西区"' Polygon "$bow")" >"$work/bow.geojson"
check 'a border that crosses itself is mended' quietly import counties "$work/bow.geojson" \
  -w "$ws" --json
check 'and counted' is "$(number repaired "$work/out")" 1

title "Grid"
grid() { # WHAT EXIT PATTERN FILE OPTION...
  local what=$1 expected=$2 pattern=$3
  shift 3
  bad "grid: $what" "$expected" "$pattern" grid "$@" -o "$work/grid.gpkg"
}
grid 'missing file' 66 'nowhere\.shp' "$work/nowhere.shp"
grid 'empty layer' 65 'empty\.geojson.*empty' "$work/empty.geojson"
grid 'points for polygons' 65 'points\.geojson.*points' "$work/points.geojson"
grid 'a table' 65 'sites\.csv' "$work/sites.csv"
grid 'no coordinate system' 64 'no-crs\.csv.*--from' "$work/no-crs.csv"
grid 'size 0' 64 'above 0' "$work/counties.geojson" --size 0
grid 'a negative size' 64 'above 0' "$work/counties.geojson" --size=-3000
grid 'a size that is no number' 64 'above 0|invalid' "$work/counties.geojson" --size nan
grid 'a size in degrees' 64 'not in degrees.*3000' "$work/counties.geojson" --size 0.03
grid 'hundreds of millions of cells' 64 'million cells.*--size' "$work/counties.geojson" --size 1
grid 'a grid in degrees' 64 'degrees.*--crs' "$work/counties.geojson" --crs EPSG:4490
grid 'a grid in feet' 64 'metres' "$work/counties.geojson" --crs EPSG:2263
grid 'degrees said to be metres' 65 'degrees.*--from' "$work/counties.geojson" --from EPSG:4547
printf 'code,WKT\n1,"POLYGON((114 38,9999 38,9999 9999,114 38))"\n' >"$work/far.csv"
grid 'metres said to be degrees' 65 'far\.csv.*--from' "$work/far.csv" --from wgs84
printf 'code,WKT\n1,"POLYGON((-76 5,-74 5,-74 6,-76 5))"\n' >"$work/cut-line.csv"
grid 'across the cut of the projection' 65 'cut-line\.csv.*--crs' "$work/cut-line.csv" --from wgs84
printf 'code,WKT\n1,"POLYGON((114 38,nan 38,115 39,114 38))"\n' >"$work/nan-corner.csv"
grid 'a corner that is no number' 65 'nan-corner\.csv' "$work/nan-corner.csv" --from wgs84
grid 'an unknown column' 64 'nosuch.*code' "$work/counties.geojson" --shares "$work/s.csv" \
  --by nosuch
check 'nothing of them was written' test ! -e "$work/grid.gpkg"
check 'a border that crosses itself is mended' quietly grid "$work/bow.geojson" -o "$work/g.fgb" --json
check 'and counted by the grid' is "$(number mended "$work/out")" 1

title "Commands"
bad 'unknown kind' 64 'Did you mean|kinds' import site "$work/sites.csv" -w "$ws"
bad 'no workspace' 66 'hotspot init' plan round 14 -w "$work/elsewhere"
bad 'a workspace where one is' 73 'already' init "$ws"
bad 'a round that is not' 65 'rounds 1 to 21' plan round 99 -w "$ws"
bad 'a day that is not' 64 '2018-11-31' plan day 2018-11-31 -w "$ws"
bad 'a day of no round' 65 'round' plan day 2018-08-10 -w "$ws"
bad 'a problem that is not' 65 'problems list' problems review none-1 --accept -w "$ws"
bad 'a review without a verdict' 64 'accept' problems review none-1 -w "$ws"
bad 'a result that is not' 64 'not_done' recheck record none-1 --result fine -w "$ws"
bad 'a letter of no round' 64 '1 to 21' problems letter 22 -w "$ws"
bad 'nobody known at that moment' 65 'import teams' plan round 14 --as-of 2018-01-01 -w "$ws"
cp "$ws/hotspot.yaml" "$work/yaml"
echo 'daily_visitz: 3' >>"$ws/hotspot.yaml"
bad 'an unknown setting' 78 'hotspot\.yaml.*daily_visits' plan round 14 -w "$ws"
cp "$work/yaml" "$ws/hotspot.yaml"
echo 'daily_visits: many' >>"$ws/hotspot.yaml"
bad 'a setting that is no number' 78 'hotspot\.yaml.*many' plan round 14 -w "$ws"
cp "$work/yaml" "$ws/hotspot.yaml"

title "Plans"
asof() { quietly "$@" --as-of 2018-12-23T18:00 -w "$ws"; }
day() { # WHAT EXIT PATTERN OPTION...: a day's plan is refused.
  local what=$1 expected=$2 pattern=$3
  shift 3
  bad "plan day: $what" "$expected" "$pattern" plan day 2018-12-24 --as-of 2018-12-23T18:00 \
    -w "$ws" "$@"
}
check 'a round is planned' asof plan round 14
day 'an unknown team out' 64 'no team "t11".*Did you mean t1' --out t11
day 'an unknown city lost' 64 'no team or city "Atlantis"' --lost Atlantis
day 'a city without a team lost' 64 'no team is in' --lost 110000
day 'closed ground that is not there' 66 'nowhere\.geojson' --closed "$work/nowhere.geojson"
day 'closed ground of points' 65 'points\.geojson.*polygons' --closed "$work/points.geojson"
collection "$(feature "$county" Polygon "$(square 500000 4200000 100)")" >"$work/in-metres.geojson"
day 'closed ground in metres' 65 'in-metres\.geojson' --closed "$work/in-metres.geojson"
day 'a task at an unknown site' 64 'names no site.*LON,LAT' --task nosuch:now
day 'a task off the globe' 64 'longitude' --task 514.5,38.05
day 'a plan that is not there' 66 'no plan R14-0' --from R14-0
day 'a stability below nothing' 78 'stability' --stability=-1
day 'a random share above one' 78 'random-share' --random-share 1.5
day 'a random share that is no number' 64 'random-share' --random-share much
HOTSPOT_LOCAL_SHARE=-0.1 day 'a local share below nothing' 78 'local_share'
bad 'plan diff: a plan that is not there' 66 'no plan 2018-12-30' plan diff round-14 2018-12-30 -w "$ws"
bad 'plan diff: no plan at all' 66 'no plan' plan diff "$work" round-14 -w "$ws"
why() { # WHAT EXIT PATTERN WORD...: a question about a plan is refused.
  local what=$1 expected=$2 pattern=$3
  shift 3
  bad "plan why: $what" "$expected" "$pattern" plan why "$@" -w "$ws"
}
check 'a stop says why it is there' quietly plan why 2018-12-24 t1 1 -w "$ws"
why 'a stop of two words' 64 'DATE TEAM ORDER' 2018-12-24 t1
why 'no identifier of a stop' 64 'no stop.s identifier.*DATE TEAM ORDER' s1
why 'a day that is not' 64 '2018-11-31' 2018-11-31 t1 1
why 'a day that is not planned' 66 'plan day 2018-11-20' 2018-11-20 t1 1
why 'an unknown team' 66 'Did you mean t1' 2018-12-24 t11 1
why 'no such place in the order' 66 'no stop 99.*1 to' 2018-12-24 t1 99
why 'a place that is no number' 64 'column order' 2018-12-24 t1 first
why 'an unknown plan' 66 'no plan R14-0' 2018-12-24 t1 1 --plan R14-0
why 'another seed' 65 'cannot be repeated.*--seed' 2018-12-24 t1 1 --seed 99
why 'other settings' 65 'cannot be repeated.*--stability' 2018-12-24 t1 1 --stability 3
printf 'key,value\nhot_cell,1\n' >"$ws/weights.csv"
why 'other weights' 65 'default evidence weights.*Move' 2018-12-24 t1 1
rm "$ws/weights.csv"
cp -r "$ws" "$work/changed"
printf 'id,received_at,lon,lat\nc1,2018-12-20,114.55,38.05\n' >"$work/late.csv"
check 'a fact is added to the past' quietly import complaints "$work/late.csv" -w "$work/changed" \
  --known-at 2018-12-21
bad 'plan why: facts of then that have changed' 65 'cannot be repeated.*Plan again' \
  plan why 2018-12-24 t1 1 -w "$work/changed"
check 'a task out of reach is told, and the rest is planned' \
  asof plan day 2018-12-24 --task 100.5,30.2:far --task s1:look
check 'which it says' told 'task:100\.5,30\.2 cannot be put anywhere'
check 'and the other task is in' grep -q ',s1,site,.*,manual,' "$ws/plans/2018-12-24/targets.csv"
check 'the only team out is told, and its townships' asof plan day 2018-12-24 --out t1
check 'with the reason' grep -q 'team_out' "$ws/plans/2018-12-24/coverage.csv"
visit_too_long() {
  HOTSPOT_SERVICE_MINUTES=600 HOTSPOT_DAY_HOURS=5 asof plan round 14 &&
    grep -q too_far "$ws/plans/round-14/coverage.csv"
}
check 'a visit longer than a day leaves every township, with the reason' visit_too_long
printf 'id,name,city_code,county_codes,daily_visits,lon,lat\nt2,二组,130100,130102,0,114.6,38.1\n' \
  >"$work/idle.csv"
check 'a team that makes no visits is taken' quietly import teams "$work/idle.csv" -w "$ws" \
  --known-at 2018-06-01
check 'and planned around' asof plan round 14
check 'which is told' told 't2 makes 0 visits'
printf 'id,name,city_code,county_codes,daily_visits,lon,lat\nt2,二组,130100,130102,-3,114.6,38.1\n' \
  >"$work/negative.csv"
check 'negative visits count as none' quietly import teams "$work/negative.csv" -w "$ws" \
  --known-at 2018-06-02
check 'and are planned around' asof plan round 14
check 'which is told' told 't2 makes 0 visits'

title "Joining files"
printf 'id,lon,lat\n1,114.55,38.05\n' >"$work/p.csv"
towns=$work/townships.geojson
# join WHAT EXIT PATTERN POINTS POLYGONS OPTION...: and nothing is written.
join() {
  local what=$1 expected=$2 pattern=$3
  shift 3
  bad "join: $what" "$expected" "$pattern" join "$@" -o "$work/joined.csv"
  check "join: $what: nothing is written" [ ! -e "$work/joined.csv" ]
}
join 'points that are not there' 66 'nowhere\.csv' "$work/nowhere.csv" "$towns"
join 'polygons that are not there' 66 'nowhere\.gpkg' "$work/p.csv" "$work/nowhere.gpkg"
join 'files the wrong way round' 65 'Points come first' "$towns" "$work/p.csv"
join 'no columns of positions' 65 'columns\.csv.*--lon' "$work/columns.csv" "$towns"
join 'an unknown column' 64 'code, name' "$work/p.csv" "$towns" --columns nosuch
join 'an empty layer of polygons' 65 'empty\.geojson' "$work/p.csv" "$work/empty.geojson"
printf 'id,lon,lat\n1,114.55,38.05\n2,"114.56,38.05\n3,114.57,38.05\n' >"$work/quote.csv"
join 'a quote that is never closed' 65 'row 2.*quote' "$work/quote.csv" "$towns"
join 'longitude and latitude swapped' 65 'swapped' "$work/swapped.csv" "$towns"
join 'metres among degrees' 65 'metres.*--from' "$work/metres.csv" "$towns"
join 'an unknown datum' 64 'gcj03' "$work/p.csv" "$towns" --from gcj03
printf 'code,WKT\na,"POLYGON((nan 38,115 38,115 39,nan 38))"\n' >"$work/nan-area.csv"
join 'a polygon that is no number' 65 'nan-area\.csv' "$work/p.csv" "$work/nan-area.csv"
printf 'id,lon,lat\n1,114.55,38.05,surplus\n2,114.56\n3,,\n4,west,38\n\n5,nan,inf\n' >"$work/odd.csv"
check 'join: odd rows are kept and counted' quietly join "$work/odd.csv" "$towns" \
  -o "$work/odd-joined.csv" --json
check 'join: one is rejected' is "$(number rejected "$work/out")" 1
check 'join: and listed' grep -qs '^1,1 more fields than headings' "$work/odd-joined.rejects.csv"
check 'join: two have no position' is "$(number blank "$work/out")" 2
check 'join: two cannot be read' is "$(number unreadable "$work/out")" 2
check 'join: four are written' is "$(rows "$work/odd-joined.csv")" 4
check 'join: an output is not replaced unasked' bash -c \
  '"$0" join "$1" "$2" -o "$3" 2>/dev/null; [ $? -eq 73 ]' "$hotspot" "$work/p.csv" "$towns" \
  "$work/odd-joined.csv"
printf 'code,WKT\na,"POLYGON((114 38,115 39))"\nb,"POLYGON((114 38,115 38,115 39,114 39))"\n' \
  >"$work/thin.csv"
check 'join: a polygon of two points holds nothing, an open ring is closed' quietly join \
  "$work/p.csv" "$work/thin.csv" -o - --columns code
check 'join: the point is in the other' grep -qs '1,114.55,38.05,b' "$work/out"

title "Hot spots of files"
# hotspots WHAT EXIT PATTERN INPUT OPTION...: and nothing is written.
hotspots() {
  local what=$1 expected=$2 pattern=$3
  shift 3
  bad "hotspots: $what" "$expected" "$pattern" hotspots "$@" -o "$work/hot.gpkg"
  check "hotspots: $what: nothing is written" [ ! -e "$work/hot.gpkg" ]
}
printf '5\n0 1\n1\n' >"$work/five.gal"
hotspots 'a file that is not there' 66 'nowhere\.gpkg' "$work/nowhere.gpkg" --field code
hotspots 'an unknown column' 64 'code, name' "$towns" --field nosuch
hotspots 'borders of points' 65 'knn:8' "$work/p.csv" --field id --weights queen
hotspots 'unknown weights' 64 'band:METRES' "$towns" --field code --weights far
hotspots 'weights of another layer' 65 'five\.gal.*5 features' "$towns" --field code \
  --weights "$work/five.gal"
hotspots 'weights that are not there' 66 'nowhere\.gal' "$towns" --field code \
  --weights "$work/nowhere.gal"
printf 'code,people,n\n1,100,3\n2,50,-4\n' >"$work/cases.csv"
hotspots 'negative cases' 65 'cases\.csv, row 2.*negative' "$work/cases.csv" --field n \
  --population people --weights knn:1
hotspots 'an unknown population' 64 'code, people, n' "$work/cases.csv" --field n --population x
hotspots 'a rate of nothing' 64 '--population' "$towns" --field code --rate eb
hotspots 'no values' 64 '--field' "$towns"
printf 'code,t,n\n%s,2018-01,2\n%s,2018-02,3\n%s,2018-02,4\n' 130102001 130102001 130102001 \
  >"$work/twice.csv"
printf 'code,t,n\n130102001,2018-01,2\n130102001,soon,3\n' >"$work/soon.csv"
printf 'code,t,n\n7,2018-01,2\n8,2018-02,3\n' >"$work/strangers.csv"
hotspots 'slices without a time' 64 'needs --time' "$work/twice.csv" --method emerging --field n
hotspots 'one slice' 64 'two columns' "$towns" --method emerging --fields code
hotspots 'a time that is none' 65 'soon\.csv, row 2.*2018-11-23' "$work/soon.csv" \
  --method emerging --time t --field n --id code --areas "$towns"
hotspots 'two rows of a time' 65 'twice\.csv, row 3.*--slice' "$work/twice.csv" \
  --method emerging --time t --field n --id code --areas "$towns"
hotspots 'rows of no area' 65 'strangers\.csv.*--id' "$work/strangers.csv" \
  --method emerging --time t --field n --id code --areas "$towns"
hotspots 'slices of no length' 64 '7d' "$work/twice.csv" --method emerging --time t \
  --slice 0d --areas "$towns"
hotspots 'areas that are not there' 66 'nowhere\.gpkg' "$work/p.csv" --method emerging --time id \
  --areas "$work/nowhere.gpkg"
hotspots 'areas that are points' 65 'polygons are needed' "$work/p.csv" --method emerging \
  --time id --areas "$work/p.csv"
hotspots 'time for one statistic' 64 '--method emerging' "$towns" --field code --time name
hotspots 'an impossible level' 64 'between 0 and 1' "$towns" --field code --alpha 2

# A picture: hotspots and density, told by the ending.
picture() { # WHAT EXIT PATTERN OUTPUT COMMAND INPUT OPTION...
  local what=$1 expected=$2 pattern=$3 output=$4
  shift 4
  bad "picture: $what" "$expected" "$pattern" "$@" -o "$output"
}
printf 'lon,lat,n\n,,1\n,,2\n' >"$work/placeless.csv"
printf 'kept\n' >"$work/kept.svg"
picture 'nothing to draw' 65 'placeless\.csv.*nothing to draw' "$work/new.svg" hotspots \
  "$work/placeless.csv" --field n
picture 'nothing to measure' 65 'placeless\.csv' "$work/new.svg" density "$work/placeless.csv" \
  --bandwidth 500
check 'picture: nothing is written' [ ! -e "$work/new.svg" ]
picture 'no such folder' 73 'such/new\.svg.*folder' "$work/no/such/new.svg" hotspots "$towns" \
  --field code
picture 'a file that is there' 73 'kept\.svg.*--overwrite' "$work/kept.svg" hotspots "$towns" \
  --field code
picture 'a density over a file that is there' 73 'kept\.svg.*--overwrite' "$work/kept.svg" density \
  "$work/p.csv" --bandwidth 500
check 'picture: the file is kept' grep -qx kept "$work/kept.svg"
picture 'of places that get a density' 65 '\.gpkg' "$work/new.svg" density "$work/p.csv" \
  --bandwidth 500 --at "$work/p.csv"
picture 'of a join' 65 '\.gpkg' "$work/new.svg" join "$work/p.csv" "$towns"

# points COMMAND WHAT EXIT PATTERN POINTS OPTION...: and nothing is written.
points() {
  local command=$1 what=$2 expected=$3 pattern=$4
  shift 4
  bad "$command: $what" "$expected" "$pattern" "$command" "$@" -o "$work/analysed.csv"
  check "$command: $what: nothing is written" [ ! -e "$work/analysed.csv" ]
}
printf 'x,y\n0,0\n40000000,40000000\n' >"$work/far.csv"
printf 'lon,lat,n\n116,40,-1\n' >"$work/minus.csv"
points density 'points that are not there' 66 'nowhere\.csv' "$work/nowhere.csv" --bandwidth 500
points density 'no columns of positions' 65 'columns\.csv.*--lon' "$work/columns.csv" --bandwidth 500
points density 'polygons' 65 'points are needed' "$towns" --bandwidth 500
points density 'a map too large' 64 'far\.csv.*--cell' "$work/far.csv" --bandwidth 500 --cell 10
points density 'a negative weight' 65 'minus\.csv, row 1' "$work/minus.csv" --bandwidth 500 --weight n
points density 'a bandwidth of nothing' 64 'bandwidth' "$work/minus.csv" --bandwidth 0
points density 'a plane in degrees' 64 'not in metres' "$work/minus.csv" --bandwidth 9 --crs EPSG:4326
printf 'x,y,when\n1,1,soon\n2,2,2018-11-05\n' >"$work/when.csv"
points density 'days without their column' 64 '--time' "$work/when.csv" --bandwidth 9 --since 2018-11-01
points density 'a column of days that is not there' 64 'x, y, when' "$work/when.csv" --bandwidth 9 \
  --time date --half-life 9
points density 'days of no point' 65 'when\.csv.*2018-11-05' "$work/when.csv" --bandwidth 9 --time when \
  --since 2019-01-01
points density 'days back to front' 64 'later than' "$work/when.csv" --bandwidth 9 --time when \
  --since 2019-01-01 --until 2018-01-01
points density 'contours in a table' 64 'polygons' "$work/when.csv" --bandwidth 9 --contours 7
points density 'a file and a workspace' 64 'not from both' "$work/when.csv" -w "$ws" --bandwidth 9
points density 'a folder that is no workspace' 66 'hotspot init' -w "$work" --bandwidth 9
points cluster 'complaints later than known' 65 'as of 2001' -w "$ws" --as-of 2001-01-01 --eps 9 \
  --min-points 3
points cluster 'points that are not there' 66 'nowhere\.csv' "$work/nowhere.csv" --eps 9 --min-points 3
points cluster 'a radius of nothing' 64 '--eps' "$work/minus.csv" --eps 0 --min-points 3
points cluster 'a radius too small' 65 'far\.csv.*--eps' "$work/far.csv" --eps 1e-3 --min-points 3
printf 'lon,lat,n,people,none,some,few,minus\n116,40,2,90,0,5,1,2\n116.1,40,3,90,0,0,9,-1\n' \
  >"$work/rates.csv"
printf 'lon,lat,n,people\n0,0,2,90\n40,0,3,90\n' >"$work/wide.csv"
rates=("$work/rates.csv" --cases n)
points scan 'a file that is not there' 66 'nowhere\.csv' "$work/nowhere.csv" --cases n --population people
points scan 'an unknown column' 64 'lon, lat, n, people' "${rates[@]}" --population nosuch
points scan 'nothing to compare with' 64 '--population' "${rates[@]}"
points scan 'an impossible share' 64 'between 0 and 1' "${rates[@]}" --population people --max-share 2
points scan 'no population anywhere' 65 'rates\.csv.*none is 0 or missing' "${rates[@]}" --population none
points scan 'cases where nobody lives' 65 'row 2: 3 cases where some is 0' "${rates[@]}" --population some
points scan 'a negative population' 65 'row 2: minus is negative' "${rates[@]}" --population minus
points scan 'negative cases' 65 'row 2: minus is negative' "$work/rates.csv" --cases minus --population people
points scan 'no cases' 65 'not one case in none' "$work/rates.csv" --cases none --population people
points scan 'more cases than members' 65 'row 1: more cases than few' "${rates[@]}" --population few \
  --model bernoulli
points scan 'a layer too wide for a plane' 65 'wide\.csv.*convert' "$work/wide.csv" --cases n \
  --population people

title "Readings of meters"
# power WHAT EXIT PATTERN READINGS OPTION...: and nothing is written.
power() {
  local what=$1 expected=$2 pattern=$3
  shift 3
  bad "detect power: $what" "$expected" "$pattern" detect power "$@" -o "$work/power.csv"
  check "detect power: $what: nothing is written" [ ! -e "$work/power.part" ]
  rm -f "$work/power.csv" "$work/power.rejects.csv"
}
# readings NAME LINE...: a file of readings.
readings() {
  local name=$1
  shift
  { echo 'site_id,circuit,time,energy'; printf '%s\n' "$@"; } >"$work/$name.csv"
}
good=(A,main,2018-11-01T00:00:00+08:00,1 A,main,2018-11-01T00:15:00+08:00,2)
readings good "${good[@]}"
power 'a file that is not there' 66 'nowhere\.csv' "$work/nowhere.csv"
power 'no heading of a time' 65 'columns\.csv.*--map' "$work/columns.csv"
power 'no reading' 65 'headings\.csv|readings' "$work/headings.csv"
power 'a ledger that is not there' 66 'nowhere\.csv' "$work/good.csv" --ledger "$work/nowhere.csv"
power 'a ledger without sites' 65 'columns\.csv.*--map' "$work/good.csv" --ledger "$work/columns.csv"
power 'orders that are readings' 65 'good\.csv' "$work/good.csv" --orders "$work/good.csv"
power 'an order of rows that is none' 64 'order' "$work/good.csv" --order sideways
power 'a zone that is none' 64 '\+08:00' "$work/good.csv" --zone Beijing
power 'a workspace that is not there' 66 'hotspot init' "$work/good.csv" -w "$work/elsewhere"
power 'nowhere to deal readings out to' 74 'scratch' "$work/good.csv" --order time --scratch "$work/no/such"
# one WHAT REASON LINE: a row among good ones is rejected with its reason, the others are used.
one() {
  readings one "${good[@]}" "$3"
  check "detect power: $1 costs no other row" quietly detect power "$work/one.csv" \
    -o "$work/power.csv" --json --as-of 2018-12-01 --overwrite
  check "detect power: $1: two are used" is "$(number used "$work/out")" 2
  check "detect power: $1: one is rejected" is "$(number rejected "$work/out")" 1
  check "detect power: $1: with file, row and reason" \
    grep -Eqs "one\\.csv,4,.*$2" "$work/power.rejects.csv"
}
one 'text in a number' 'not a number' A,main,2018-11-01T00:30:00+08:00,eleven
one 'a time without a zone' '--zone' A,main,2018-11-01T00:30:00,1
one 'the 31st of November' 'no such day' A,main,2018-11-31T00:30:00+08:00,1
one 'negative energy' 'negative' A,main,2018-11-01T00:30:00+08:00,-1
one 'a reading of the future' 'future' A,main,2019-11-01T00:30:00+08:00,1
one 'another value of an interval' 'something else' A,main,2018-11-01T00:15:00+08:00,3
one 'a line cut off' 'fields' A,main,2018-11
one 'a circuit of no name' 'circuit' A,pump,2018-11-01T00:30:00+08:00,1
one 'a line of noise' 'fields' "$(printf '\001\377\376,,\177')"
one 'a year of five digits' 'no such day' A,main,20181-11-01T00:30:00+08:00,1
awk 'BEGIN {
  print "site_id,circuit,time,energy"
  for (n = 0; n < 900; n++) {
    line = sprintf("A,main,2018-11-%02dT%02d:%02d:00+08:00,%d.5", 1 + int(n / 96), n % 96 / 4, n % 4 * 15, n % 7)
    if (n % 10 == 3) line = n % 20 == 3 ? substr(line, 1, 20) : substr(line, 1, 9) "\377\001#" substr(line, 13)
    print line
  }
}' >"$work/tenth.csv"
check 'detect power: a tenth of corrupted lines costs nothing else' quietly detect power \
  "$work/tenth.csv" -o "$work/power.csv" --json --overwrite
check 'detect power: nine tenths are used' is "$(number used "$work/out")" 810
check 'detect power: a tenth is rejected' is "$(number rejected "$work/out")" 90
check 'detect power: and listed, line by line' is "$(rows "$work/power.rejects.csv")" 90
awk 'BEGIN {
  printf "site_id,circuit,date"
  for (n = 1; n <= 96; n++) printf ",P%d", n
  for (day = 1; day <= 2; day++) {
    printf "\nA,main,2018-11-%s", day == 1 ? "01" : "31"
    for (n = 1; n <= 96; n++) printf ",%s", n == 5 ? "viel" : n == 6 ? "-1" : n == 7 ? "" : n
  }
  print ""
}' >"$work/day.csv"
rm -f "$work/power.csv" "$work/power.rejects.csv"
power 'columns of a day that do not say what they hold' 64 '--values' "$work/day.csv" --zone +08:00
check 'detect power: cells of a day that are wrong cost no other' quietly detect power \
  "$work/day.csv" --zone +08:00 --values power -o "$work/power.csv" --json --overwrite
check 'detect power: of a day 93 cells are used' is "$(number used "$work/out")" 93
check 'detect power: a day that is none costs its row' is "$(number time "$work/out")" 96
check 'detect power: a cell is named by its column' \
  grep -qs 'day\.csv,2,P5,viel' "$work/power.rejects.csv"
{ echo site_id,metering_point,time,power; for n in 1 2 3 4 5 6 7 8 9; do
  echo "A,m$n,2018-11-01T00:00:00+08:00,1"; done; } >"$work/meters.csv"
check 'detect power: of nine meters on a circuit eight are summed' quietly detect power \
  "$work/meters.csv" -o "$work/power.csv" --json --overwrite
check 'detect power: and the ninth is told' grep -qs 'm9.*more than eight' "$work/power.rejects.csv"
readings again B,main,2018-11-01T00:00:00+08:00,1 A,main,2018-11-01T00:30:00+08:00,1
check 'detect power: a meter in two files is merged' quietly detect power "$work/good.csv" \
  "$work/again.csv" -o "$work/power.csv" --json --overwrite
check 'detect power: and all is used' is "$(number used "$work/out")" 4
check 'detect power: or refused where meters stand together' quietly detect power \
  "$work/good.csv" "$work/again.csv" -o "$work/power.csv" --json --overwrite --order meter
check 'detect power: which is told' grep -qs 'again\.csv,3,.*another place' "$work/power.rejects.csv"
stream() { tail -n +2 "$work/good.csv" | tr , '\t' | "$hotspot" detect power - --stream "$@"; }
check 'detect power: a stream of lines is read' eval 'stream >"$work/out" 2>"$work/err"'
check 'detect power: and counted' told 'read 2 = used 2'
check 'detect power: a stream writes to no file' eval '! stream -o "$work/power.csv" 2>/dev/null'
# framed END: the good readings as a framed stream with an end of that number of lines, or with none.
framed() {
  { cat "$work/good.csv"; [ -z "$1" ] || printf 'end\t%s\n' "$1"; } |
    "$hotspot" detect power - --stream --framed >"$work/out" 2>"$work/err"
}
# not_whole END: such a stream is refused and not answered.
not_whole() {
  local status=0
  framed "$1" || status=$?
  ended "$status" 65 && told 'stream is not whole' && [ ! -s "$work/out" ]
}
check 'detect power: a framed stream is read' framed 2
check 'detect power: and its answer has an end' grep -q '^end	read=2	used=2' "$work/out"
check 'detect power: a framed stream without an end: exit 65, no answer' not_whole ''
check 'detect power: and one with a line lost' not_whole 3
power 'frames without a stream' 64 'stream' "$work/good.csv" --framed
bad 'detect power-groups: a ledger that is not there' 66 'nowhere\.csv' detect power-groups \
  --ledger "$work/nowhere.csv"

title "Workspace"
exec 9>>"$ws/workspace.lock"
flock 9
bad 'a second process writing' 75 'try again' import sites "$work/sites.csv" -w "$ws"
exec 9>&-
check 'and afterwards it works' quietly import sites "$work/sites.csv" -w "$ws"
if has_ogrinfo; then
  cp "$ws/workspace.gpkg" "$work/kept"
  ogrinfo -q -dialect SQLite -sql "UPDATE workspace_about SET value = '99' WHERE key = 'schema_version'" \
    "$ws/workspace.gpkg" >/dev/null 2>&1
  bad 'a workspace of a newer version' 78 'newer' plan round 14 -w "$ws"
  cp "$work/kept" "$ws/workspace.gpkg"
else
  echo 'ogrinfo is not there (Debian: gdal-bin): no workspace of a newer version is tried.'
fi
cp "$ws/workspace.gpkg" "$work/kept"
head -c 5000 "$work/kept" >"$ws/workspace.gpkg"
status=0
quietly plan round 14 -w "$ws" || status=$?
check 'a workspace cut off: exit 65' ended $status 65
check 'a workspace cut off: told' told 'workspace'
cp "$work/kept" "$ws/workspace.gpkg"

title "Layers of areas"
coverage() { # WHAT EXIT PATTERN FILE OPTION...: both commands refuse it, and write nothing
  local what=$1 expected=$2 pattern=$3 command
  shift 3
  for command in check-coverage clean-coverage; do
    bad "$command, $what" "$expected" "$pattern" "$command" "$@" -o "$work/areas.gpkg"
    check "$command, $what: nothing is written" [ ! -e "$work/areas.gpkg" ]
  done
}
collection "$(feature "$county" Polygon "$(square 500000 4200000 100)")" >"$work/metres.geojson"
collection "$(feature "$county" Polygon "$(square 114.5 38.0 0.2)"),$(
  feature '"code":"130104"' Polygon "$(square 114.5 38.0 0.2)")" >"$work/twice.geojson"
collection "$(feature "$county" Polygon '[[[114,38],[NaN,38],[115,39],[114,38]]]')" \
  >"$work/nan-area.geojson"
coverage 'missing file' 66 'nowhere\.gpkg' "$work/nowhere.gpkg"
coverage 'no features' 65 'empty\.geojson' "$work/empty.geojson"
coverage 'points' 65 'points\.geojson, row 1: .*-l' "$work/points.geojson"
coverage 'a table' 65 'sites\.csv' "$work/sites.csv"
coverage 'unknown layer' 64 'nosuch' "$work/townships.geojson" -l nosuch
coverage 'no coordinate system' 64 'no-crs\.csv.*--from' "$work/no-crs.csv"
coverage 'metres where degrees are said' 65 'row 1: .*--from EPSG' "$work/metres.geojson"
coverage 'a coordinate that is no number' 65 'row 1: .*number' "$work/nan-area.geojson"
coverage 'a limit below nothing' 64 '0 or more' "$work/townships.geojson" --max-gap-width=-1
cp "$work/townships.geojson" "$work/mine.gpkg"
bad 'a report where a file is' 73 'mine\.gpkg' check-coverage "$work/townships.geojson" \
  -o "$work/mine.gpkg"
check 'and the file is as it was' cmp -s "$work/townships.geojson" "$work/mine.gpkg"
bad 'a report that is no GeoPackage' 64 '\.gpkg' check-coverage "$work/townships.geojson" \
  -o "$work/areas.csv"
bad 'an area that is there twice' 65 'twice\.geojson.*row 2' clean-coverage "$work/twice.geojson" \
  -o "$work/areas.gpkg"
check 'an area that crosses itself is checked' quietly check-coverage "$work/bow.geojson" --json
check 'and found not valid' grep -q '"row":1' "$work/out"
check 'and mended' quietly clean-coverage "$work/bow.geojson" -o "$work/mended.gpkg"
check 'into a clean layer' quietly check-coverage "$work/mended.gpkg" --json
check 'which it says' grep -q '"clean": true' "$work/out"

title "Reports"
bad 'a round that there is not' 64 'no round 22' report round 22 -w "$ws"
bad 'a week that is no day' 64 '2018-12-17' report week 2018-13-01 -w "$ws"
bad 'a city that is not inspected' 64 'Did you mean Shijiazhuang' report round 13 --city Shijazhuang -w "$ws"
bad 'a workspace that is not there' 66 'hotspot init' report round 13 -w "$work/nowhere"
bad 'a PDF to nowhere' 64 '-o' report round 13 --of pdf -w "$ws"
bad 'a report over a file' 73 'sites\.csv.*--overwrite' report round 13 -o "$work/sites.csv" -w "$ws"
bad 'a report into no folder' 73 'folder' report round 13 -o "$work/no/where.html" -w "$ws"
check 'a report of nothing says what to do' quietly report round 13 -w "$ws"
check 'on its page' grep -q 'hotspot import visits' "$work/out"

title "Rankings"
bad 'no visits to rank' 65 'hotspot import visits' rank week latest -w "$ws"
bad 'a week that is no day' 64 'latest' rank week 2018-13-01 -w "$ws"
bad 'a list over a file' 73 'sites\.csv.*--overwrite' rank week latest -o "$work/sites.csv" -w "$ws"
bad 'letters of no month' 64 '2018-12' rank letters 2018-13 -w "$ws"
bad 'a trial of too few teams' 64 '10 to 2000' rank trial --teams 1
printf 'id,site_id,team_id,visited_at,outcome\nr1,s1,t1,2018-12-20 10:00,发现问题\nr2,s1,,2018-12-21 10:00,未发现问题\n' \
  >"$work/ranked.csv"
cp -r "$ws" "$work/ranked"
check 'visits of two days, one of nobody' \
  quietly import visits "$work/ranked.csv" -w "$work/ranked" --known-at 2018-12-22
bad 'a week without visits' 65 '2018-12-20 to 2018-12-21' rank week 2018-07-02 -w "$work/ranked"
bad 'a round that there is not' 64 '1 to 21' rank round 22 -w "$work/ranked"
bad 'a round without visits' 65 'round 3 .*no visits' rank round 3 -w "$work/ranked"
bad 'letters without crews' 66 'hotspot import people' rank letters 2018-12 -w "$work/ranked"
bad 'senders without crews' 66 'hotspot import people' rank round 13 --table senders -w "$work/ranked"
bad 'a call in the pause' 64 'no round' rank call 2019-02-05 -w "$work/ranked"
check 'a week of one team is ranked' quietly rank week 2018-12-20 --json -w "$work/ranked"
check 'with its own visits alone' is "$(number visits "$work/out")" 1

title "Visits"
one_visit() { # WHAT PATTERN ROW: a report that is kept apart, with its row and the next step
  printf 'site_id,team_id,visited_at,outcome,type,lon,lat,state,handed_over_at,deadline\n%s\n' "$3" \
    >"$work/visit.csv"
  bad "$1" 65 'none of the 1 records' import visits "$work/visit.csv" -w "$ws" \
    --known-at '2018-12-20 20:00'
  check "$1: row, reason and next step" grep -Eq "visit\.csv, row 2.*" "$work/err"
  check "$1: the reason" told "$2"
}
one_visit 'a visit of an unknown site' 'site is not known.*Correct' 's9,t1,2018-12-18 10:00,none,,,,,,'
one_visit 'a visit in the future' 'after the moment.*known-at' 's1,t1,2018-12-25 10:00,none,,,,,,'
one_visit 'a visit 300 km from the site' 'far from the site.*datum' \
  's1,t1,2018-12-18 10:00,none,,118.0,38.05,,,'
one_visit 'a problem handed over before the visit' 'handed over before' \
  's1,t1,2018-12-18 10:00,problem,扬尘,,,,2018-12-17,'
one_visit 'a problem closed before its hand-over' 'closed before' \
  's1,t1,2018-12-18 10:00,problem,扬尘,,,已整改,,'
one_visit 'a deadline before the visit' 'deadline lies before' \
  's1,t1,2018-12-18 10:00,problem,扬尘,,,,,2018-12-01'
bad 'chains of a round that there is not' 64 'no round 22' problems check --round 22 -w "$ws"
bad 'chains of a team that there is not' 66 'Did you mean t1' problems check --team t9 -w "$ws"
bad 'chains over a file' 73 'overwrite' problems check -o "$work/sites.csv" -w "$ws"

title "Calendars"
calendar() { # SED: the plan's calendar, changed
  "$hotspot" campaign show --csv 2>/dev/null | sed "$1" >"$work/calendar.csv"
}
bad 'a calendar that is not there' 66 'no-calendar\.csv' campaign check "$work/no-calendar.csv"
bad 'a table that is no calendar' 65 'kind.*campaign show --csv' campaign check "$work/sites.csv"
calendar 's/2018-11-25/2018-11-31/'
bad 'the 31st of November' 65 'calendar\.csv.*row.*2018-11-31' campaign check "$work/calendar.csv"
calendar 's/^round,3,/round,three,/'
bad 'a round without a number' 65 'row.*number.*three' campaign check "$work/calendar.csv"
calendar '/^round,/d'
bad 'a calendar without rounds' 65 'no round' campaign check "$work/calendar.csv"
calendar 's/^round,7,2,2018-09-17/round,7,2,2018-09-10/'
bad 'rounds that overlap' 65 'contradicts' campaign check "$work/calendar.csv"
check 'which it says' grep -q 'round 7 begins before round 6 ends' "$work/out"
calendar ''
check 'the calendar that was printed is right' quietly campaign check "$work/calendar.csv"
check 'and so is the plan'"'"'s' quietly campaign check
bad 'a short round where none can be' 64 '11, 12, 13, 14, 15, 16' campaign show --short-round 3
bad 'two forms at once' 64 'take one' campaign show --ics --csv
bad 'a calendar over a file' 73 'overwrite' campaign show --csv -o "$work/calendar.csv"

title "A campaign to play"
bad 'a round that there is not' 64 '1-21' campaign simulate --rounds 20-22
bad 'pictures without a folder' 64 'add -o' campaign simulate --of svg
bad 'a format that there is not' 64 'csv, json, html or svg' campaign simulate --of pdf -o "$work/played"
echo mine >"$work/no-folder"
bad 'a file where a folder is wanted' 73 'no-folder' campaign simulate -o "$work/no-folder"

title "Instances to solve"
printf 'n 4\nm 1\ntmax 9\n0 0 0\n1 1 5\n2 x 5\n3 0 0\n' >"$work/letters.txt"
printf 'n 9\nm 1\ntmax 9\n0 0 0\n1 1 5\n3 0 0\n' >"$work/few.txt"
instance() { # CANDIDATES
  printf '{"days":1,"max_visits":2,"service_s":60,"day_s":7200,"speed_kmh":45,"detour":1.3,
    "teams":[{"id":"t","lon":115,"lat":38}],"townships":[{"id":"A"}],
    "candidates":[%s]}\n' "$1"
}
one='{"id":"a","lon":115,"lat":38,"town":0,"prize":1}'
instance "$one,$one" >"$work/double.json"
instance "${one/town\":0/town\":7}" >"$work/town.json"
instance "${one/115/NaN}" >"$work/nan.json"
bad 'a letter among the points' 65 'letters\.txt: line 6' solve "$work/letters.txt"
bad 'fewer points than n' 65 'few\.txt.*3 points' solve "$work/few.txt"
bad 'an id that is there twice' 65 'double\.json, row 2' solve "$work/double.json"
bad 'a town that is not there' 65 'town\.json, row 1.*town is 7' solve "$work/town.json"
bad 'a number that is none' 65 'nan\.json: line 3' solve "$work/nan.json"
bad 'an instance that is not there' 66 'none\.txt' solve "$work/none.txt"
bad 'no seconds' 64 'seconds' solve "$work/few.txt" --seconds 0

title "Past inspections"
awk 'BEGIN { print "day,found,size,kind,team"
  for (n = 0; n < 120; n++)
    printf "2018-%02d-%02d,%d,%s,%s,t%d\n", 1 + int(n / 12), 1 + n * 7 % 28, n * 7 % 3 == 0,
      n % 11 == 3 ? "" : n * 5 % 13, n % 2 ? "kiln" : "mine", n % 4 }' >"$work/past.csv"
evaluate() { # WHAT EXIT PATTERN FILE FEATURES OPTION...
  local what=$1 expected=$2 pattern=$3 file=$4 features=$5
  shift 5
  bad "$what" "$expected" "$pattern" evaluate "$work/$file" --date day --outcome found \
    --features "$features" "$@"
}
evaluate 'missing values are told' 0 'size: training rows without a value' past.csv size,kind
evaluate 'an unknown column' 64 'Did you mean size' past.csv sise
evaluate 'the outcome among the features' 64 'also among the features' past.csv size,found
evaluate 'no such mark of test rows' 65 'kind is "mine"' past.csv size --test kind
evaluate 'a first day after all rows' 65 'no test rows' past.csv size --test 2030-01-01
evaluate 'a last day before all rows' 65 'no training rows' past.csv size --test 2010-01-01
awk -F, -v OFS=, 'NR > 1 { $2 = 0 } 1' "$work/past.csv" >"$work/never.csv"
evaluate 'outcomes all the same' 65 'none of the .* training rows are hits' never.csv size
awk -F, -v OFS=, 'NR == 1 { print $0, "after" } NR > 1 { print $0, 3 * $2 + 1 }' "$work/past.csv" \
  >"$work/leak.csv"
evaluate 'a feature that tells the answer' 0 'after alone tells hits' leak.csv size,after
awk -F, -v OFS=, 'NR == 5 { $1 = "someday" } 1' "$work/past.csv" >"$work/someday.csv"
evaluate 'a date that is none' 65 'row 4: day is "someday"' someday.csv size
awk -F, -v OFS=, 'NR == 5 { $2 = "perhaps" } 1' "$work/past.csv" >"$work/perhaps.csv"
awk -F, -v OFS=, 'NR > 1 { $1 = 43101 + NR % 99 } 1' "$work/past.csv" >"$work/serial.csv"
evaluate "dates as a spreadsheet's numbers" 0 "spreadsheet's dates" serial.csv size
awk -F, -v OFS=, 'NR == 5 { $1 = 43105 } 1' "$work/past.csv" >"$work/mixed.csv"
evaluate 'a number among dates' 65 'row 4: day is "43105"' mixed.csv size
awk -F, -v OFS=, 'NR == 3 { $1 = "13/02/2018" } NR == 4 { $1 = "02/13/2018" } 1' "$work/past.csv" \
  >"$work/crossed.csv"
evaluate 'dates that no order of day and month reads' 65 'no order of day and month' crossed.csv size
{ head -1 "$work/past.csv" && tail -n +2 "$work/past.csv" | sort -t, -k5,5r; } >"$work/turned.csv"
evaluate 'dates out of order' 0 'not in order of date' turned.csv size
awk -F, -v OFS=, 'NR > 1 && $1 >= "2018-09" { $2 = "pass" } $2 == 1 { $2 = "Fail" } 1' \
  "$work/past.csv" >"$work/words.csv"
evaluate 'a test period without a hit' 65 'none of the .* test rows are hits' words.csv size \
  --test 2018-09-01
evaluate 'outcomes in words' 0 'read by its words: fail' words.csv size --test 2018-05-01
evaluate 'an outcome that is none' 65 'row 4: found is "perhaps"' perhaps.csv size
awk -F, -v OFS=, 'NR == 1 { print $0, "same", "test" } NR > 1 { print $0, 7, NR < 40 }' \
  "$work/past.csv" >"$work/same.csv"
evaluate 'features of a single value' 65 'single value' same.csv same
evaluate 'test rows before training rows' 0 'not before the first test row' same.csv size --test test
bad 'a table without its columns' 64 'needs --date' evaluate "$work/past.csv"
bad 'nothing to replay' 65 'no visit' evaluate -w "$ws"
bad 'too few visits to learn from' 0 'default weights stay' calibrate -w "$ws"
check 'and no weights are written' test ! -e "$ws/weights.csv"
printf 'key,value\nhot_sell,1\n' >"$ws/weights.csv"
bad 'weights of an unknown key' 78 'hot_sell' plan round 14 -w "$ws"
printf 'key,value\nhot_cell,1\n' >"$ws/weights.csv"
bad 'weights that would be lost' 73 'would be lost' calibrate -w "$ws"
rm "$ws/weights.csv"

title "Secret plans"
export HOTSPOT_KEYS=$work/keys
key() { echo "$work/keys/$(cat "$ws/audit/workspace")/plans.key"; }
secret() { # NOW ARGUMENT...
  HOTSPOT_RELEASE=06:00 HOTSPOT_NOW=$1 quietly "${@:2}" -w "$ws"
}
sealed_lists() { cksum "$ws/plans/2018-12-26.sealed" 2>/dev/null || true; }
refused() { # WHAT EXIT PATTERN NOW ARGUMENT...: and the sealed file is as it was.
  local what=$1 expected=$2 pattern=$3 now=$4 sealed
  shift 4
  sealed=$(sealed_lists)
  HOTSPOT_RELEASE=06:00 HOTSPOT_NOW=$now bad "$what" "$expected" "$pattern" "$@" -w "$ws"
  check "$what: no list is written" [ ! -e "$ws/plans/2018-12-26" ]
  check "$what: the sealed file is as it was" is "$(sealed_lists)" "$sealed"
}
evening=2018-12-25T18:00 morning=2018-12-26T06:00
HOTSPOT_RELEASE=dawn bad 'a release time that is none' 78 'release.*dawn' plan round 14 -w "$ws"
HOTSPOT_KEYS=$ws/keys refused 'keys within the workspace' 78 'outside the workspace' $evening \
  plan day 2018-12-26 --as-of $evening
check 'a day is planned and sealed' secret $evening plan day 2018-12-26 --as-of $evening
check 'as one file' [ -s "$ws/plans/2018-12-26.sealed" ]
refused 'lists before their release' 77 'released at 2018-12-26T06:00' $evening export 2018-12-26
for format in csv geojson gpx kml gpkg html; do
  refused "$format before its release" 77 'released at 2018-12-26T06:00' $evening \
    export 2018-12-26 --of $format -o "$work/early.$format"
  check "$format: nothing is given" [ ! -e "$work/early.$format" ]
done
for format in geojson gpx kml html; do
  refused "a route as $format before its release" 77 'released at' $evening \
    route 2018-12-26 --team t1 --of $format
done
refused 'a release before its time' 77 'released at 2018-12-26T06:00.*--now' $evening \
  plan release 2018-12-26
refused 'a release that nobody answers for' 64 '--by' $evening plan release 2018-12-26 --now
refused 'a clock before the plan' 77 'before its plan was made' 2018-12-01 plan release 2018-12-26
refused 'a day that is not sealed' 66 'nothing of 2019-01-20' $morning plan release 2019-01-20
chmod 644 "$(key)"
refused 'a key that others may read' 78 'others may read' $morning plan release 2018-12-26
chmod 600 "$(key)"
mv "$(key)" "$work/kept.key"
refused 'a key that is not there' 66 'plans\.key' $morning export 2018-12-26
refused 'a plan without the key of those before' 66 'plans\.key' $evening \
  plan day 2018-12-27 --as-of $evening
head -c 32 "$hotspot" >"$(key)" && chmod 600 "$(key)"
refused 'another key' 65 'another key' $morning plan release 2018-12-26
printf x >"$(key)"
refused 'a key that is none' 65 'not a key.*32' $morning export 2018-12-26
mv "$work/kept.key" "$(key)"
cp "$ws/plans/2018-12-26.sealed" "$work/kept.sealed"
head -c 500 "$work/kept.sealed" >"$ws/plans/2018-12-26.sealed"
refused 'a sealed file that is cut off' 65 'cut off' $morning plan release 2018-12-26
{ head -c 400 "$work/kept.sealed"; printf '~~'; tail -c +403 "$work/kept.sealed"; } \
  >"$ws/plans/2018-12-26.sealed"
refused 'a sealed file with other bytes' 65 'changed since' $morning export 2018-12-26
cp "$work/kept.sealed" "$ws/plans/2018-12-26.sealed"
cp "$work/kept.sealed" "$ws/plans/2018-12-25.sealed"
refused 'a sealed file in the place of another' 65 'belongs to another' $morning export 2018-12-25
rm "$ws/plans/2018-12-25.sealed"
exec 8>>"$ws/workspace.lock"
flock 8
refused 'two releases at once' 75 'being written' $morning plan release 2018-12-26
exec 8>&-
check 'and after all it is released' secret $morning plan release 2018-12-26
check 'as lists' [ -s "$ws/plans/2018-12-26/targets.csv" ]
check 'and no sealed file is left of it' [ ! -e "$ws/plans/2018-12-26.sealed" ]

title "Phones and maps"
phones=$work/phones
planned() { ws=$phones && prepare && quietly plan day 2018-12-24 --as-of 2018-12-23 -w "$ws"; }
check 'a day is planned' eval '(planned)'
given() { # WHAT EXIT PATTERN ARGUMENT...: and nothing is written to $work/given.
  bad "$@" -w "$phones"
  check "$1: nothing is given" is "$(find "$work" -name 'given*' | wc -l)" 0
}
given 'a route of an unknown format' 64 'geojson.*gpx.*kml.*html' \
  route 2018-12-24 --team t1 --of shp -o "$work/given.shp"
given 'a datum that is none' 64 'gcj02' route 2018-12-24 --team t1 --datum mars -o "$work/given.gpx"
given 'GCJ-02 under the name of WGS-84' 64 'says so in its name.*given\.gcj02\.kml' \
  route 2018-12-24 --team t1 --of kml --datum gcj02 -o "$work/given.kml"
given 'a page in GCJ-02' 64 'Leave --datum out' \
  route 2018-12-24 --team t1 --of html --datum gcj02 -o "$work/given.gcj02.html"
given 'a GeoPackage in GCJ-02' 64 'gpkg is not given in gcj02' \
  export 2018-12-24 --of gpkg --datum gcj02 -o "$work/given.gcj02.gpkg"
given 'pages of all teams on standard output' 64 'cannot be printed.*--team' export 2018-12-24 --of html
given 'a GeoPackage on standard output' 64 'cannot be printed.*-o' export 2018-12-24 --of gpkg
given 'a team that is none' 66 'Did you mean t1' \
  route 2018-12-24 --team t11 --of html -o "$work/given.html"
given 'a day that is not planned' 66 'not planned.*plan day 2018-12-30' \
  export 2018-12-30 --of kml -o "$work/given.kml"
mkdir "$work/full" && touch "$work/full/mine"
given 'a folder that holds files' 73 'holds files already.*--overwrite' \
  export 2018-12-24 --of gpx -o "$work/full"
check 'and leaves them' is "$(ls "$work/full")" mine
given 'a folder that cannot be' 73 'cannot be created' export 2018-12-24 --of gpx -o "$work/full/mine/x"
cp "$phones/plans/2018-12-24/routes/t1.geojson" "$work/kept.geojson"
printf '{"features":[' >"$phones/plans/2018-12-24/routes/t1.geojson"
given 'a route that is cut off' 65 'not JSON from byte.*[Pp]lan the day again' \
  route 2018-12-24 --team t1 --of gpx -o "$work/given.gpx"
echo '{}' >"$phones/plans/2018-12-24/routes/t1.geojson"
given 'a route that is none' 65 'not a route.*plan the day again' \
  export 2018-12-24 --of html -o "$work/given"
mv "$work/kept.geojson" "$phones/plans/2018-12-24/routes/t1.geojson"
unset HOTSPOT_KEYS

title "Rasters and stations"
grid() { # VALUE [WEST]: an ASCII grid of 0.05 degrees over the county
  awk -v v="$1" -v west="${2:-114.4}" 'BEGIN {
    printf "ncols 8\nnrows 8\nxllcorner %s\nyllcorner 37.9\ncellsize 0.05\n", west
    print "NODATA_value -999"
    for (r = 0; r < 8; r++) { for (c = 0; c < 8; c++) printf "%s ", v == "slope" ? 40 + r + c : v
      print "" } }'
}
grid slope >"$work/pm-2018-10.asc"
detect() { # WHAT EXIT PATTERN ARGUMENT...
  local what=$1 expected=$2 pattern=$3
  shift 3
  bad "$what" "$expected" "$pattern" detect "$@" -w "$ws"
}
raster() { # WHAT EXIT PATTERN FILE OPTION...
  local what=$1 expected=$2 pattern=$3
  shift 3
  detect "$what" "$expected" "$pattern" hot-cells "$@" --from wgs84 --dry-run
}
raster 'a raster that is right' 0 'Hot cells' "$work/pm-2018-10.asc"
detect 'a raster without a coordinate system' 65 'pm-2018-10\.asc.*--from' hot-cells \
  "$work/pm-2018-10.asc"
grid slope 10 >"$work/far.asc"
raster 'a raster of another place' 65 'far\.asc.*does not cover' "$work/far.asc"
grid -999 >"$work/void.asc"
raster 'a raster without values' 65 'void\.asc.*no values' "$work/void.asc"
grid 0.05 >"$work/mg.asc"
raster 'milligrams' 0 '--factor 1000' "$work/mg.asc"
grid 40000 >"$work/wild.asc"
raster 'values that cannot be' 0 'between 0 and 2000' "$work/wild.asc"
raster 'a raster that is missing' 66 'none\.tif' "$work/none.tif"
raster 'a map for a raster' 65 'counties\.geojson' "$work/counties.geojson"
head -c 200 "$work/pm-2018-10.asc" >"$work/cut.asc"
raster 'a raster cut off' 65 'cut\.asc' "$work/cut.asc"
raster 'a band that is not' 64 '--band' "$work/pm-2018-10.asc" --band 2
raster 'an unknown city' 64 'Did you mean handan' "$work/pm-2018-10.asc" --city Handn
raster 'cells that are no polygons' 64 'leave out --cells' "$work/pm-2018-10.asc" \
  --cells "$work/sites.csv"
alerts() { # WHAT EXIT PATTERN ARGUMENT...
  local what=$1 expected=$2 pattern=$3
  shift 3
  detect "$what" "$expected" "$pattern" alerts --dry-run "$@"
}
alerts 'no hot cells yet' 65 'hot-cells' --month 2018-10 "$work/pm-2018-10.asc" --from wgs84
alerts 'months missing' 0 'no data of 2017-10' --month 2018-10 "$work/pm-2018-10.asc" \
  --from wgs84 --all-cells
alerts 'another month' 66 'only of 2018-10' --month 2018-11 "$work/pm-2018-10.asc" --from wgs84
alerts 'a month that is none' 64 '2018-13' --month 2018-13 "$work/pm-2018-10.asc"
alerts 'a raster of no month' 64 '2018-10=.*far\.asc' --month 2018-10 "$work/far.asc"
alerts 'no raster of the hour' 66 'no raster of 2018-10-01T06' --hour 2018-10-01T06 \
  "2018-10-01T05=$work/pm-2018-10.asc"
alerts 'an hour that is none' 64 '2018-10-01T25' --hour 2018-10-01T25 "$work/pm-2018-10.asc"
printf 'station,lon,lat,date,value\na,114.5,38,2018-10-01,much\n' >"$work/words.csv"
alerts 'text in numbers' 65 'words\.csv, row 1.*much' --month 2018-10 --stations "$work/words.csv"
printf 'station,lon,lat,date,value\na,114.5,38,2018-11-31,5\n' >"$work/nov31.csv"
alerts 'a day of a series that is not' 65 'nov31\.csv, row 1.*2018-11-31' --month 2018-10 \
  --stations "$work/nov31.csv"
printf 'date,a,b\n2018-10-01,5,6\n' >"$work/unplaced.csv"
printf 'station,lon,lat\na,114.5,38\n' >"$work/places.csv"
alerts 'a station without a place' 65 'station "b" has no place' --month 2018-10 \
  --stations "$work/unplaced.csv" --places "$work/places.csv"
printf 'station,lon,lat,date,value\na,114.5,38,2018-10-01,5\n' >"$work/few.csv"
alerts 'too few days and stations' 65 'few\.csv.*month_days' --month 2018-10 \
  --stations "$work/few.csv"

title "Seals, secrets and a record that was changed"
export HOTSPOT_KEYS=$work/seal-keys
bad 'nothing to open' 64 'not sealed' audit reveal --round 14 -w "$ws"
bad 'a round that there is not' 65 'rounds 1 to 21' audit seal --round 40 -w "$ws"
check 'a round is sealed' quietly audit seal --round 14 --as-of 2018-12-22T18:00 -w "$ws"
bad 'sealed twice' 64 'sealed already' audit seal --round 14 -w "$ws"
bad 'sealed again without a reason' 64 'needs a reason' audit seal --round 14 --again -w "$ws"
bad 'a seed for a sealed round' 64 'has no effect' plan round 14 --seed 3 -w "$ws"
bad 'by hand without a name' 64 'add --by NAME|Add --by NAME' \
  plan day 2018-12-25 --as-of 2018-12-24T18:00 --out t1 -w "$ws"
bad 'by hand without a key' 66 'hotspot audit signer' \
  plan day 2018-12-25 --as-of 2018-12-24T18:00 --out t1 --by W --reason r -w "$ws"
bad 'opened early' 64 'lasts until' audit reveal --round 14 --as-of 2018-12-25 -w "$ws"
bad 'a public number that no seal named' 64 'public number to come' \
  audit beacon --round 14 7 -w "$ws"
bad 'a hash that the record lacks' 65 'cut off or changed' \
  audit verify --head "$(printf '%064d' 0)" -w "$ws"
mv "$work/seal-keys" "$work/seal-keys.away"
bad 'a lost secret' 66 'secret of round 14 is lost' \
  plan round 14 --as-of 2018-12-23T18:00 -w "$ws"
bad 'a lost secret cannot be opened' 66 'nobody can prove' audit reveal --round 14 -w "$ws"
mv "$work/seal-keys.away" "$work/seal-keys"
cp "$ws/audit/record.jsonl" "$work/record.jsonl"
sed -i '$s/"round":14/"round":15/' "$ws/audit/record.jsonl"
bad 'a changed line' 65 'was changed' audit verify -w "$ws"
bad 'nothing is added to a broken record' 65 'chain is broken' \
  audit seal --round 15 --as-of 2018-12-22T18:00 -w "$ws"
sed '$d' "$work/record.jsonl" >"$ws/audit/record.jsonl"
bad 'a line cut off' 65 'cut off' audit verify -w "$ws"
cp "$work/record.jsonl" "$ws/audit/record.jsonl"
check 'the record restored is in order' quietly audit verify -w "$ws"
mkdir "$work/newer" "$work/newer/audit"
head='{"number":1,"previous":"'$(printf '%064d' 0)'","entry":{"format":2}'
printf '%s,"hash":"%s"}\n' "$head" "$(printf '%s' "$head" | sha256sum | cut -c1-64)" \
  >"$work/newer/audit/record.jsonl"
bad 'a record of another version' 65 'version 2; this program reads version 1' \
  audit verify -w "$work/newer"

title "Tours, hand-overs, coverage"
tour() { # WHAT EXIT PATTERN OPTION...
  local what=$1 expected=$2 pattern=$3
  shift 3
  bad "$what" "$expected" "$pattern" plan tour -w "$ws" --as-of 2018-12-23T12:00 "$@"
}
tour 'a tour to a city that there is not' 64 'Did you mean' --cities Shijazhuang --from 2018-12-24
tour 'a tour without evidence' 65 'no target is known' --cities Shanghai --from 2018-12-24
tour 'a tour in the pause' 64 '2019-01-28' --region delta --from 2019-02-01
tour 'a tour that ends in the pause' 64 '2019-01-28' --region delta --from 2019-01-25 --days 5
tour 'a tour after the campaign' 64 'within the campaign' --region delta --from 2019-04-27
tour 'a tour by nobody' 64 'no team' --region all --from 2018-12-24 --teams nobody
tour 'a tour named like a path' 64 'no /' --region all --from 2018-12-24 --name ../out
no_tour() { ! ls "$ws/plans" 2>/dev/null | grep -q '^tour-'; }
check 'no tour was written' no_tour
bad 'a hand-over of no team' 64 'no team' report handover 13 --team nobody -w "$ws"
bad 'coverage of a round that there is not' 64 'no round 22' coverage --round 22 -w "$ws"

title "Crews"
bad 'crews without people' 66 'hotspot import people' crew assign 14 -w "$ws"
bad 'a round that there is not' 64 'rounds 1 to 21' crew assign 22 -w "$ws"
bad 'rounds backwards' 64 '15-14' crew assign 15-14 -w "$ws"
bad 'no crew to check' 66 'hotspot crew assign' crew check 14 -w "$ws"
printf '姓名,所属省份,职务\n,江苏,科员\n' >"$work/people.csv"
bad 'people without names' 65 'none of the 1 records' import people "$work/people.csv" -w "$ws"
printf '轮次,督查组,人员编号\n14,t1,\n' >"$work/crews.csv"
bad 'a seat without a person' 65 'none of the 1 records' import crews "$work/crews.csv" -w "$ws"
printf '督查组,人员编号\n' >"$work/crews.csv"
bad 'a list of crews without records' 65 'no records' import crews "$work/crews.csv" -w "$ws"

title "A run that is killed"
awk 'BEGIN { print "id,name,lon,lat"
  for (n = 0; n < 400000; n++) printf "k%d,厂%d,114.%d,38.05\n", n, n, 51 + n % 18 }' \
  >"$work/many.csv"
before=$(facts)
"$hotspot" import sites "$work/many.csv" -w "$ws" >"$work/out" 2>"$work/err" &
sleep 1
kill -9 $! 2>/dev/null || true
wait $! 2>/dev/null && check 'it was killed in time' false
check 'the next command works' quietly plan round 14 --as-of 2018-12-23T12:00 -w "$ws"
after_kill() { has_ogrinfo && query "$ws/workspace.gpkg" "SELECT count(*) FROM sites WHERE id LIKE 'k%'"; }
if has_ogrinfo; then check 'and nothing of it was kept' is "$(after_kill)" 0; fi

title "A full disk"
if [ "$(id -u)" -eq 0 ] && mkdir "$work/disk" && mount -t tmpfs -o size=6m none "$work/disk" 2>/dev/null
then
  disk=$work/disk
  cp -r "$ws" "$disk/ws"
  ws=$disk/ws
  bad 'a full disk' 74 'room|space' import sites "$work/many.csv" -w "$ws"
  umount "$disk"
  disk=''
else
  echo 'Skipped: a small file system can only be mounted by root.'
fi
finish
