#!/usr/bin/env bash
# Plans by driving times of a real routing engine: Valhalla (PyPI) on a small network of our own,
# in its own interface and in OSRM's, with a site that no road reaches; then engines that answer
# late, wrongly or not at all. Last line: "N passed, M failed".
set -euo pipefail
. "$(dirname "$0")/checks.sh"
find_program
venv=${HOTSPOT_ROADS_VENV:-$root/.build/roads}
examples=$root/docs/examples
ws=$work/ws
first=$((20000 + $$ % 20000))
services=()

stop() {
  [ ${#services[@]} -eq 0 ] || kill "${services[@]}" 2>/dev/null || true
  pkill -f "$work/valhalla.json" 2>/dev/null || true
}
trap 'stop; cleanup' EXIT

python() { "$venv/bin/python" "$@"; }

install() {
  [ -x "$venv/bin/valhalla_service" ] && return
  python3 -m venv "$venv" && "$venv/bin/pip" install --quiet --disable-pip-version-check \
    -r "$here/roads/requirements.txt"
}

answers() { # PORT: waits until something listens there
  for _ in $(seq 100); do
    (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null && return
    sleep 0.1
  done
  return 1
}

engine() { # PORT MANNER [ARGUMENT]: starts a misbehaving or a translating engine
  python "$here/roads/engine.py" "$@" >/dev/null 2>"$work/engine.txt" &
  services+=($!)
  answers "$1"
}

# plan NAME ENGINE PORT [SETTING=VALUE...]: plans the day, keeps what was said.
plan() {
  local name=$1 kind=$2 port=$3
  shift 3
  env HOTSPOT_ROAD_ENGINE="$kind" HOTSPOT_ROAD_URL="http://127.0.0.1:$port" "$@" \
    "$hotspot" plan day 2018-12-24 --as-of 2018-12-23T18:00 -w "$ws" --lang en \
    >"$work/$name.out" 2>"$work/$name.txt" || { sed 's/^/        /' "$work/$name.txt"; return 1; }
  rm -rf "$work/$name" && cp -r "$ws/plans/2018-12-24" "$work/$name"
}

says() { grep -q -- "$2" "$work/$1.txt" || { sed 's/^/        /' "$work/$1.txt"; return 1; }; }
drawn() { cat "$work/$1"/routes/*.geojson | grep -o "\"geometry_source\": *\"$2\"" | wc -l; }
timed() { cat "$work/$1"/routes/*.geojson | grep -o "\"times_source\": *\"$2\"" | wc -l; }
planned() { grep -c "$2" "$work/$1/targets.csv" || true; }
same() { cmp -s "$work/$1/targets.csv" "$work/$2/targets.csv"; }

title "Network"
if ! install; then
  echo "skipped: no Python with venv and PyPI, where Valhalla comes from"
  exit 0
fi
PATH=$venv/bin:$PATH
python "$here/roads/network.py" "$work" "$first"
# It leaves a file of its own in the current folder.
(cd "$work" && valhalla_build_tiles -c valhalla.json network.osm.pbf >tiles.txt 2>&1) ||
  cat "$work/tiles.txt"
check "tiles" test -d "$work/tiles/2"
valhalla_service "$work/valhalla.json" 2 >"$work/service.txt" 2>&1 &
services+=($!)
check "Valhalla answers" answers "$first"

title "Workspace"
"$hotspot" init "$ws" --quiet
for kind in counties townships; do
  "$hotspot" import "$kind" "$examples/$kind.geojson" -w "$ws" --known-at 2018-12-20 --quiet
done
for kind in teams sites alerts complaints; do
  "$hotspot" import "$kind" "$examples/$kind.csv" -w "$ws" --known-at 2018-12-20 --quiet
done
# Two sites of one township: one on the island of roads, one far from every road there.
cat >"$work/island.csv" <<'ROWS'
点位编号,企业名称,类别,行业,统一社会信用代码,经营状态,数据来源,经度,纬度
ISLAND,岛上铸造厂,企业,铸造,,正常生产,工商,114.6040,38.1440
ROWS
"$hotspot" import sites "$work/island.csv" -w "$ws" --known-at 2018-12-20 --quiet

title "Valhalla"
check "straight lines" plan straight straight "$first"
check "the island is planned along straight lines" is "$(planned straight ISLAND)" 1
check "Valhalla" plan valhalla valhalla "$first"
check "driving times are asked for" says valhalla 'driving times (valhalla): [1-9][0-9]* teams asked for, 0 as kept'
check "no road, no visit" is "$(planned valhalla ISLAND)" 0
check "times are by road" test "$(timed valhalla valhalla)" -ge 2
check "routes are drawn by road" is "$(drawn valhalla valhalla)" "$(timed valhalla valhalla)"
check "along the roads" python - "$work/valhalla/routes" <<'PYTHON'
import glob, json, sys
for name in glob.glob(sys.argv[1] + "/*.geojson"):
    route, *stops = json.load(open(name))["features"]
    assert stops, name
    line = route["geometry"]["coordinates"]
    assert len(line) > len(stops) + 2, (name, len(line))
    on = lambda lon, lat: min(abs((lon - 114.475) / .02 % 1), 1 - abs((lon - 114.475) / .02 % 1),
                              abs((lat - 37.975) / .02 % 1), 1 - abs((lat - 37.975) / .02 % 1)) < 1e-3
    assert all(on(*place) for place in line), name
PYTHON
check "again" plan again valhalla "$first"
check "nothing is asked again" says again '0 teams asked for, [1-9][0-9]* as kept'
check "the same plan" diff -r "$work/valhalla/routes" "$work/again/routes"

title "OSRM's interface"
engine $((first + 1)) osrm "$first"
check "OSRM" plan osrm osrm $((first + 1))
check "driving times are asked for" says osrm 'driving times (osrm): [1-9][0-9]* teams asked for'
check "the same targets" same osrm valhalla
check "routes are drawn by road" is "$(drawn osrm osrm)" "$(timed osrm osrm)"

title "Engines that fail"
check "nobody there" plan dead valhalla $((first + 2))
check "told" says dead 'cannot be reached.*straight lines'
check "planned along straight lines" same dead straight
engine $((first + 3)) late
check "late" plan late valhalla $((first + 3)) HOTSPOT_ROAD_TIMEOUT_S=1
check "told" says late 'did not answer in time.*straight lines'
check "planned along straight lines" same late straight
engine $((first + 4)) garbage
check "garbage" plan garbage osrm $((first + 4))
check "told" says garbage 'unusable.*straight lines'
engine $((first + 5)) minutes
check "times in minutes" plan minutes valhalla $((first + 5))
check "told" says minutes 'the engine says .* s for .* km.*straight lines'
engine $((first + 6)) error
check "errors" plan error valhalla $((first + 6))
check "told" says error 'refused the request (500).*straight lines'
check "a damaged file of times is made anew" eval \
  'for f in "$ws"/roads/*; do head -c 100 "$f" >"$work/cut" && cp "$work/cut" "$f"; done &&
   plan mended valhalla "$first" && says mended "[1-9][0-9]* teams asked for, 0 as kept"'
status() { env "$1" "$hotspot" plan day 2018-12-24 -w "$ws" >/dev/null 2>"$work/status.txt" || echo $?; }
check "no such engine" is "$(status HOTSPOT_ROAD_ENGINE=osmr)" 78
check "told what there is" grep -q 'straight, osrm, valhalla' "$work/status.txt"
check "no such address" is \
  "$(HOTSPOT_ROAD_ENGINE=osrm status HOTSPOT_ROAD_URL=localhost:5000)" 78
finish
