#!/usr/bin/env bash
# Readings of meters in the forms in which utilities hand them out: CSV, GeoPackage with times as text
# and as times, a PostGIS table, rows for a whole day with 96 columns, two meters on a circuit. All
# must give the same anomalies, byte for byte, their hashes of the readings included. Starts a
# PostgreSQL of its own in a temporary folder. Last line: "N passed, M failed".
set -euo pipefail
. "$(dirname "$0")/checks.sh"
find_program
pg=

stop() { [ -z "$pg" ] || as_owner "$pg/pg_ctl" -D "$work/pg/data" -m immediate stop >/dev/null 2>&1 || true; }
trap 'stop; cleanup' EXIT

# PostgreSQL refuses to run as root.
as_owner() {
  if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

find_postgres() {
  pg=$(find /usr/lib/postgresql -path '*/bin/pg_ctl' 2>/dev/null | sort -V | tail -1)
  pg=${pg%/pg_ctl}
}

has_postgis() { compgen -G '/usr/share/postgresql/*/extension/postgis.control' >/dev/null; }

start_postgres() {
  find_postgres
  if [ -z "$pg" ] || ! has_postgis; then
    (
      cd "$root"
      . scripts/setup
      packages=(postgresql postgresql-15-postgis-3)
      install_missing
    ) >"$work/apt.txt" 2>&1 || true
    find_postgres
  fi
  [ -n "$pg" ] || return 1
  mkdir -p "$work/pg"
  chmod 755 "$work"
  [ "$(id -u)" -ne 0 ] || chown postgres "$work/pg"
  as_owner "$pg/initdb" -D "$work/pg/data" -A trust -U postgres --no-sync >"$work/initdb.txt" 2>&1 &&
    as_owner "$pg/pg_ctl" -D "$work/pg/data" -w -l "$work/pg/log" \
      -o "-c listen_addresses='' -k $work/pg -c fsync=off" start >"$work/start.txt" 2>&1
}

sql() { "$pg/psql" -h "$work/pg" -U postgres -q -v ON_ERROR_STOP=1 "$@"; }

# anomalies OUTPUT READINGS OPTION...
anomalies() {
  local output=$1
  shift
  rm -f "$output"
  "$hotspot" detect power "$@" --ledger "$work/trial/ledger.csv" \
    --orders "$work/trial/orders.csv" -o "$output" --json --quiet >"$work/out.json" 2>"$work/err" ||
    { head -3 "$work/err"; return 1; }
}

# same NAME READINGS OPTION...: the anomalies are those of the CSV.
same() {
  local what=$1
  shift
  check "$what: is read" anomalies "$work/found.csv" "$@"
  check "$what: all is used" is "$(number rejected "$work/out.json")" 0
  check "$what: the anomalies are those of the CSV" cmp "$work/csv.csv" "$work/found.csv"
}

title 'Readings as CSV'
"$hotspot" detect power-trial --sites 20 --days 14 --write "$work/trial"
csv=$work/trial/readings.csv
check 'CSV is read' anomalies "$work/csv.csv" "$csv"
check 'there are anomalies to find' [ "$(rows "$work/csv.csv")" -gt 20 ]

title 'Readings as GeoPackage'
ogr2ogr "$work/text.gpkg" "$csv" -nln readings -oo AUTODETECT_TYPE=NO
same 'a GeoPackage of texts' "$work/text.gpkg"
ogr2ogr "$work/typed.gpkg" "$csv" -nln readings -oo AUTODETECT_TYPE=YES
same 'a GeoPackage with times and numbers' "$work/typed.gpkg"

title 'Rows for a whole day'
# One row a meter and day; some circuits lack hours, whose cells stay empty and count as gaps.
awk -F, '
  NR > 1 {
    day = substr($3, 1, 10); slot = substr($3, 12, 2) * 4 + substr($3, 15, 2) / 15
    key = $1 "," $2 "," day
    if (!(key in seen)) { seen[key] = ++n; keys[n] = key }
    value[key, slot] = $4
  }
  END {
    printf "户号,回路,数据日期"
    for (slot = 0; slot < 96; slot++) printf ",电量%02d:%02d", int(slot / 4), slot % 4 * 15
    printf "\n"
    for (i = 1; i <= n; i++) {
      printf "%s", keys[i]
      for (slot = 0; slot < 96; slot++) printf ",%s", value[keys[i], slot]
      printf "\n"
    }
  }' "$csv" >"$work/day.csv"
gaps=$(awk -F, 'NR > 1 { for (i = 4; i <= NF; i++) n += $i == "" } END { print n + 0 }' "$work/day.csv")
check 'rows for a day are read' anomalies "$work/found.csv" "$work/day.csv" --zone +08:00
check 'empty cells are gaps' is "$(number no_value "$work/out.json")" "$gaps"
check 'and the anomalies are those of the CSV' cmp "$work/csv.csv" "$work/found.csv"
sed '1s/电量/P/g' "$work/day.csv" >"$work/unnamed.csv"
refused() { ! anomalies "$work/none.csv" "$@"; }
check 'columns that do not say what they hold are asked about' \
  refused "$work/unnamed.csv" --zone +08:00
check 'with the option that says it' grep -qs -- '--values' "$work/err"

title 'Several meters on a circuit'
awk -F, -v OFS=, 'NR == 1 { print $1, "计量点", $2, $3, $4; next }
  { half = sprintf("%.5f", $4 / 2); print $1, "a", $2, $3, half; print $1, "b", $2, $3, half }' \
  "$csv" >"$work/two.csv"
same 'two meters of half the load each' "$work/two.csv"

title 'Readings from PostGIS'
if start_postgres; then
  sql -d postgres -c 'CREATE DATABASE meters' >/dev/null
  db="PG:host=$work/pg user=postgres dbname=meters"
  sql -d meters -c 'CREATE EXTENSION postgis' >/dev/null 2>&1 || printf 'without the extension postgis\n'
  sql -d meters -c 'CREATE TABLE readings (site_id text, circuit text, time timestamptz,
    energy double precision)' -c "\\copy readings FROM '$csv' CSV HEADER" >/dev/null
  same 'a table of PostgreSQL' "$db" --layer readings
  if sql -d meters -c "ALTER TABLE readings ADD COLUMN place geometry(Point, 4326)" \
    -c "UPDATE readings SET place = ST_SetSRID(ST_MakePoint(114.5, 38), 4326)" >/dev/null 2>&1; then
    same 'a PostGIS table with points' "$db" --layer readings
  fi
  check 'a table that is not there' refused "$db" --layer nothing
  check 'is told' grep -qs nothing "$work/err"
else
  printf 'skipped: no PostgreSQL, and it cannot be installed here\n'
fi

finish
