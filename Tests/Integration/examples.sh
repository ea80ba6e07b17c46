#!/usr/bin/env bash
# Imports every file of docs/examples into a workspace, plans a day of it, and checks that
# docs/formats.md is current: examples in the documents cannot fall behind the program.
# Uses the release binary, or HOTSPOT. Last line: "N passed, M failed".
set -euo pipefail
. "$(dirname "$0")/checks.sh"
find_program
examples=$root/docs/examples
ws=$work/ws

run() { # NAME ARGUMENT...
  local name=$1
  shift
  "$hotspot" "$@" --lang en >"$work/$name.out" 2>"$work/$name.txt" ||
    { sed 's/^/        /' "$work/$name.txt"; return 1; }
}

# import KIND FILE WORKSPACE: all records are used.
import() {
  check "import $1" run "$1" import "$1" "$2" -w "$3" --known-at 2018-12-20 --json
  check "$1: none rejected" is "$(number rejected "$work/$1.out")" 0
}

check "docs/formats.md is current" "$root/scripts/formats" --check
check "init" run init init "$ws"
for kind in counties townships; do import "$kind" "$examples/$kind.geojson" "$ws"; done
for kind in teams sites ledgers registrations alerts complaints power-anomalies orders warnings \
  task-plan visits people nominations; do
  import "$kind" "$examples/$kind.csv" "$ws"
done
check "detect power" run power detect power "$examples/readings.csv" --ledger \
  "$examples/meters.csv" --orders "$examples/orders.csv" -o "$work/anomalies.csv" --json
check "detect power: all readings are used" is "$(number used "$work/power.out")" 4
if has_ogrinfo; then
  # Three sites, and from the ledgers and the registry one new one each: the others are merged.
  check "firms of several lists are one site" is \
    "$(query "$ws/workspace.gpkg" 'SELECT count(DISTINCT id) FROM sites')" 5
fi
check "plan round 14" run round plan round 14 --as-of 2018-12-23T18:00 -w "$ws"
check "plan day 2018-12-24" run day plan day 2018-12-24 --as-of 2018-12-23T18:00 -w "$ws"
check "coverage-check.sh" "$here/coverage-check.sh" "$ws"
check "8 townships" is "$(rows "$ws/plans/round-14/coverage.csv")" 8
names_reasons() { grep -q '停产期间用电' "$ws/plans/2018-12-24/targets.csv"; }
check "reasons are given" names_reasons

check "init for an official grid" run init2 init "$work/grid"
import counties "$examples/counties.geojson" "$work/grid"
import cells "$examples/cells.geojson" "$work/grid"
finish
