#!/usr/bin/env bash
# OGC API - Features as others read it: GDAL's OAPIF driver and OWSLib fetch every collection, by
# page and by box; openapi-spec-validator reads the definition. Last line: "N passed, M failed".
set -euo pipefail
. "$(dirname "$0")/checks.sh"
find_program
. "$here/server/server.sh"
ws=$work/demo/workspace

title "Server"
"$hotspot" demo "$work/demo" --scale 0.1 >/dev/null 2>"$work/demo.txt"
check "starts on a free port" serve main
check "answers" is "$(status "$url/healthz")" 200

title "Parameters"
items=$url/collections/complaints/items
for good in "limit=1" "limit=999999" "offset=5" "bbox=113,34,116,39" "bbox=113,34,0,116,39,9" \
  "bbox=170,-10,-170,60" "datetime=2018-12-01" "datetime=2018-12-01/.." "datetime=../2018-12-01" \
  "datetime=2018-12-01T00:00:00Z/2018-12-24T00:00:00Z" "verified=true" "f=json" "f=html"; do
  check "$good" is "$(status "$items?$good")" 200
done
for bad in "colour=red" "limit=0" "limit=-1" "limit=ten" "limit=" "offset=-1" "bbox=1,2,3" \
  "bbox=1,2,3,x" "bbox=1,40,3,2" "bbox=nan,1,2,3" "datetime=yesterday" "datetime=2018-13-01" \
  "datetime=2018-12-24/2018-12-01" "datetime=../.." "f=xml" "limit=1&limit=2" "text=%zz" \
  "text=%ff" "text=%00"; do
  check "$bad: 400" is "$(status "$items?$bad")" 400
done
check "a refusal is JSON with code and description" grep -q '^{"code":"[A-Za-z]*","description":"' \
  <(curl -s "$items?colour=red")
check "a layer that is not: 404" is "$(status "$url/collections/none/items")" 404
check "an item that is not: 404" is "$(status "$items/99999999")" 404
check "POST: 405" is "$(status -X POST "$items")" 405
check "HEAD has no body" is "$(curl -s --head "$items?limit=2" | tail -c 4 | od -An -tx1 | tr -d ' ')" 0d0a0d0a
tag=$(curl -s -D - -o /dev/null "$items?limit=2" | tr -d '\r' | sed -n 's/^[Ee][Tt]ag: //p')
check "the same again: 304" is "$(status -H "If-None-Match: $tag" "$items?limit=2")" 304
check "Accept: text/html gives a page" grep -q '<html' <(curl -s -H 'Accept: text/html' "$url/")
check "a browser in Chinese reads Chinese" grep -q '图层' \
  <(curl -s -H 'Accept: text/html' -H 'Accept-Language: zh-CN' "$url/")

title "GDAL"
if has_ogrinfo; then
  for table in counties townships cells sites complaints alerts teams visits; do
    case $table in counties | townships) key=code ;; *) key=id ;; esac
    known=$(query "$ws/workspace.gpkg" "SELECT count(DISTINCT $key) FROM $table")
    check "OAPIF reads all $known $table" is "$(
      ogrinfo -q -ro -oo PAGE_SIZE=1000 -al -geom=NO "OAPIF:$url/collections/$table" 2>/dev/null |
        grep -c '^OGRFeature')" "$known"
  done
  stops=$(query "$ws/workspace.gpkg" "SELECT count(*) FROM stops WHERE plan_id IN
    (SELECT id FROM plans ORDER BY made_as_of DESC LIMIT 1)")
  check "OAPIF reads all $stops targets by pages of 50" is "$(
    ogrinfo -q -ro -oo PAGE_SIZE=50 -al -geom=NO "OAPIF:$url/collections/targets" 2>/dev/null |
      grep -c '^OGRFeature')" "$stops"
  inside=$(query "$ws/workspace.gpkg" "SELECT count(DISTINCT id) FROM sites
    WHERE ST_X(geom) BETWEEN 113.4 AND 113.6 AND ST_Y(geom) BETWEEN 37.7 AND 37.9")
  check "OAPIF finds $inside sites in a box" is "$(
    ogrinfo -q -ro -oo PAGE_SIZE=1000 -al -geom=NO -spat 113.4 37.7 113.6 37.9 \
      "OAPIF:$url/collections/sites" 2>/dev/null | grep -c '^OGRFeature')" "$inside"
else
  echo "skipped: ogrinfo is not here"
fi

title "OWSLib, openapi-spec-validator"
if python_with "$here/server/requirements.txt" 2>"$work/pip.txt"; then
  check "every collection complete, by page, by box and one by one" \
    python "$here/server/ogc.py" "$url" "$ws/workspace.gpkg"
else
  echo "skipped: no Python with venv and PyPI"
fi

title "End"
kill -INT "$pid"
check "SIGINT ends it with 130" ended "$pid" 130
serve again
kill -TERM "$pid"
check "SIGTERM ends it with 0" ended "$pid" 0
finish
