#!/usr/bin/env bash
# What teams take along, read by others: KML against the OGC's schema (fastkml), GPX by gpxpy and
# GDAL, pages by a parser and, where they are installed, by Chromium (with Playwright in the Python
# environment) and QGIS; the results of a page come back by `import visits`. The packages are put into an
# environment outside of the repository: HOTSPOT_PHONE_VENV names one. Last line: "N passed, M failed".
set -euo pipefail
. "$(dirname "$0")/checks.sh"
find_program
venv=${HOTSPOT_PHONE_VENV:-${TMPDIR:-/tmp}/hotspot-phone-$(id -u)}
ws=$work/demo/workspace
day=2018-12-24
out=$work/out
mkdir "$out"

python() { "$venv/bin/python" "$@"; }
look() { python "$here/phone/validate.py" "$@"; }
quietly() { "$hotspot" "$@" >"$work/said" 2>&1 || { sed 's/^/        /' "$work/said"; return 1; }; }
give() { quietly "$@" -w "$ws"; }
install() {
  python -c 'import fastkml, gpxpy, lxml' 2>/dev/null && return
  python3 -m venv "$venv" && "$venv/bin/pip" install --quiet --disable-pip-version-check \
    -r "$here/phone/requirements.txt"
}

title "A small campaign"
check 'the readers of others are here' install
check 'a demo is made' quietly demo "$work/demo" --scale 0.1
teams=("$ws/plans/$day"/routes/*.geojson)
team=$(basename "${teams[0]}" .geojson)
stops=$(grep -c '"feature":"stop"' "${teams[0]}")

title "A team's route"
for format in geojson gpx kml html; do
  check "$format" give route $day --team "$team" --of $format -o "$out/team.$format" --lang zh
done
check 'GeoJSON is the file of the plan' cmp "$out/team.geojson" "${teams[0]}"
check 'KML is valid by its schema' is "$(look kml "$out/team.kml")" valid
sed 's/<Point>/<Spot>/' "$out/team.kml" >"$out/broken.kml"
check 'and the schema tells a broken one' is "$(look kml "$out/broken.kml" | cut -c1-7)" invalid
check 'GPX reads back' is "$(look gpx "$out/team.gpx")" "$stops 1 $((stops + 2))"
check 'in the same places as KML' is "$(look places "$out/team.gpx" "$out/team.kml")" same
check 'a page asks for nothing' is "$(look html "$out/team.html")" "$stops links"
if has_ogrinfo; then
  check 'GDAL reads the waypoints' is "$(query "$out/team.gpx" 'SELECT count(*) FROM waypoints')" \
    "$stops"
fi

title "In GCJ-02"
for format in geojson gpx kml; do
  check "$format" give route $day --team "$team" --of $format --datum gcj02 \
    -o "$out/team.gcj02.$format" --lang en
  check "$format says so" grep -q GCJ-02 "$out/team.gcj02.$format"
done
check 'KML is valid by its schema' is "$(look kml "$out/team.gcj02.kml")" valid
check 'GPX and KML are shifted alike' \
  is "$(look places "$out/team.gcj02.gpx" "$out/team.gcj02.kml")" same
check 'GeoJSON names no system that there is not' \
  is "$(grep -c '"crs"' "$out/team.gcj02.geojson" || true)" 0

title "All teams"
check 'KML' give export $day --of kml -o "$out/day.kml"
check 'is valid by its schema' is "$(look kml "$out/day.kml")" valid
check 'with a folder a team' is "$(grep -c '^<Folder>' "$out/day.kml")" ${#teams[@]}
check 'GeoJSON' give export $day --of geojson -o "$out/day.geojson"
for format in gpx html; do
  check "$format, a folder" give export $day --of $format -o "$out/$format"
  check "with a file a team" is "$(find "$out/$format" -name "*.$format" | wc -l)" ${#teams[@]}
done
check 'every page asks for nothing' \
  is "$(look html "$out"/html/*.html | grep -vc '^[0-9]* links$' || true)" 0
check 'the same again is the same' give export $day --of html -o "$out/again"
check 'byte by byte' diff -r "$out/html" "$out/again"

title "A GeoPackage for QGIS"
check 'with its surroundings' give export $day --of gpkg -o "$out/day.gpkg"
layers='alerts bases cells complaints routes sites targets townships'
if has_ogrinfo; then
  styled=$(query "$out/day.gpkg" 'SELECT f_table_name FROM layer_styles ORDER BY f_table_name')
  check 'every layer has a style' is "$(echo $styled)" "$layers"
  check 'and titles' is "$(query "$out/day.gpkg" \
    "SELECT count(DISTINCT table_name) FROM gpkg_data_columns" | head -1)" 8
  check 'no words of complaints' is "$(ogrinfo -so "$out/day.gpkg" complaints |
    grep -c '^\(text\|target\|address\|channel\):' || true)" 0
fi
if QT_QPA_PLATFORM=offscreen /usr/bin/python3 -c 'import qgis.core' 2>/dev/null; then
  QT_QPA_PLATFORM=offscreen /usr/bin/python3 "$here/phone/styles.py" "$out/day.gpkg" \
    >"$work/qgis" 2>/dev/null || true
  check 'QGIS opens all layers classed' is "$(grep -c '|valid|categorizedSymbol|0|' "$work/qgis")" 8
  check 'with Chinese titles' grep -q '^targets|.*|督查组编号$' "$work/qgis"
fi

title "Results of a page"
site=$(grep -o '"target_id":"[^"]*"' "${teams[0]}" | head -1 | cut -d'"' -f4)
if [ -x "$(command -v chromium)" ] && python -c 'import playwright' 2>/dev/null; then
  check 'Chromium keeps and gives them, without a request' is \
    "$(python "$here/phone/browse.py" "$out/team.html" "$out/results.csv")" \
    "已完成 1 / $stops 站 | 0 requests | 0 messages | 390 wide"
else
  printf '\357\273\277点位编号,名称,督查组,安排编号,轮次,检查时间,检查结果,备注\n%s\n' \
    "$site,厂,$team,14-$day-$team-1,14,${day}T09:00:00+08:00,problem,\"烟囱,冒\"\"黑烟\"\"\"" \
    >"$out/results.csv"
fi
check 'they come back' give import visits "$out/results.csv"
if has_ogrinfo; then
  check 'as a visit of the stop' is \
    "$(query "$ws/workspace.gpkg" "SELECT site_id, team_id, outcome FROM visits
      WHERE stop_id = '14-$day-$team-1'")" "$site|$team|problem"
  check 'and a problem' is "$(query "$ws/workspace.gpkg" "SELECT count(*) FROM problems p JOIN visits v
    ON p.visit_id = v.id WHERE v.stop_id = '14-$day-$team-1'")" 1
fi

title "A density for GIS"
check 'is written' quietly density "$work/demo/inputs/complaints.csv" -o "$out/density.tif" \
  --bandwidth 1500 --cell 100
if /usr/bin/python3 -c 'import osgeo_utils.samples.validate_cloud_optimized_geotiff' 2>/dev/null; then
  check 'as a valid cloud-optimised GeoTIFF' /usr/bin/python3 -m \
    osgeo_utils.samples.validate_cloud_optimized_geotiff -q "$out/density.tif"
fi
finish
