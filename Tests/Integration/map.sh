#!/usr/bin/env bash
# The map in a browser: the demo's workspace served, the page driven in headless Chromium, tiles read
# by GDAL and by mapbox-vector-tile (PyPI). Last line: "N passed, M failed".
#   HOTSPOT_MAP_DEMO   a demo that is there already; else one of a tenth is made
#   HOTSPOT_MAP_WHEEL  the wheel of the map library, where PyPI is not to be asked
#   HOTSPOT_MAP_SHOTS  a folder for screenshots
set -euo pipefail
. "$(dirname "$0")/checks.sh"
find_program
server=$(dirname "$hotspot")/hotspot-server
[ -x "$server" ] || (cd "$root" && swift build -c release --product hotspot-server --quiet >&2)
venv=${HOTSPOT_MAP_VENV:-$root/.build/map}
serving=()
stop() { [ ${#serving[@]} -eq 0 ] || kill "${serving[@]}" 2>/dev/null || true; }
trap 'stop; cleanup' EXIT

title "Browser and library"
if ! command -v chromium >/dev/null 2>&1; then
  . "$root/scripts/setup"
  packages=(chromium fonts-noto-cjk gdal-bin)
  install_missing
fi
[ -x "$venv/bin/playwright" ] || {
  python3 -m venv "$venv" && "$venv/bin/pip" install --quiet --disable-pip-version-check \
    -r "$here/map/requirements.txt"
}
export XDG_DATA_HOME=$work/data
install=(assets install -q)
[ -z "${HOTSPOT_MAP_WHEEL:-}" ] || install+=(--wheel "$HOTSPOT_MAP_WHEEL")
check "assets install" "$hotspot" "${install[@]}"
library=$(find "$work/data/hotspot/assets" -name maplibre-gl.js)
check "the library is what its hash says" \
  is "$(sha256sum <"$library" | cut -d' ' -f1)" \
  "$(grep ^maplibre, "$root/Data/tables/assets.csv" | cut -d, -f12)"
check "doctor finds it" grep -q "maplibre .* ok " <("$hotspot" doctor -w "$work" 2>/dev/null)
echo "no wheel" >"$work/panel.whl"
refused() { ! "$hotspot" assets install --wheel "$work/panel.whl" 2>"$work/refused.txt"; }
check "another file is refused" refused
check "and told apart by its hash" grep -q "SHA-256" "$work/refused.txt"

title "Server"
demo=${HOTSPOT_MAP_DEMO:-}
if [ -z "$demo" ]; then
  demo=$work/demo
  "$hotspot" demo "$demo" --scale 0.1 -q >/dev/null 2>&1
fi
ws=$demo/workspace
[ -d "$ws" ] || ws=$demo
serve() { # FILE [VARIABLE=VALUE...]: starts a server; its address goes to `url`
  local said=$1
  shift
  env "$@" "$server" serve -w "$ws" --port 0 --lang zh >"$said" 2>&1 &
  serving+=($!)
  for _ in $(seq 1200); do
    url=$(grep -o 'http://127.0.0.1:[0-9]*' "$said" | head -1) && [ -n "$url" ] && return
    sleep 0.1
  done
  cat "$said"
  return 1
}
check "serves" serve "$work/serve.txt" A=1
get() { curl -sf --compressed "$url$1"; }

title "Tiles"
tiles() { "$venv/bin/python" "$here/map/tiles.py" "$url" "$ws/workspace.gpkg"; }
check "every feature is in the tiles of zoom 8, and none is there that is not in the workspace" tiles
mkdir -p "$work/7/104" && get /tiles/map/7/104/49.mvt >"$work/7/104/49.mvt"
layers=$(ogrinfo -ro -q "MVT:$work/7/104/49.mvt" -oo X=104 -oo Y=49 -oo Z=7 2>/dev/null | wc -l)
check "GDAL reads a tile of several layers" test "$layers" -ge 6
check "TileJSON" grep -q '"tilejson": "3.0.0"' <(get /tiles/map.json)
check "a tile's version answers 304" is 304 "$(curl -s -o "$work/none" -w '%{http_code}' \
  -H "If-None-Match: $(curl -sI "$url/tiles/cells/7/104/49.mvt" | tr -d '\r' |
    awk 'tolower($1) == "etag:" { print $2 }')" "$url/tiles/cells/7/104/49.mvt")"
xyz=$(get /tiles/cells/7/104/49.mvt | sha256sum)
check "OGC's address, row before column, gives the same" \
  is "$(get /collections/cells/tiles/WebMercatorQuad/7/49/104 | sha256sum)" "$xyz"
status() { curl -s -o "$work/none" -w '%{http_code}' "$url$1"; }
check "no such tile: 404" is "$(status /tiles/cells/7/128/49.mvt)" 404
check "no such layer: 404" is "$(status /tiles/people/7/104/49.mvt)" 404
check "days that are none: 400" is "$(status '/tiles/targets/7/104/49.mvt?from=yesterday')" 400

title "Page"
page() {
  "$venv/bin/python" "$here/map/page.py" "$url" "$ws/workspace.gpkg" "${HOTSPOT_MAP_SHOTS:-$work}"
}
check "the page in Chromium" page

title "Without the library"
check "serves" serve "$work/drawn.txt" XDG_DATA_HOME="$work/nothing"
check "a drawn map" grep -q "map.svg" <(get /map)
check "the picture" grep -q "<svg" <(get /map.svg)
check "how to get the other" grep -q "hotspot assets install" <(get /map)
finish
