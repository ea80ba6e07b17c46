#!/usr/bin/env bash
# Plans of the demo campaign (39 cities, 290 teams) by effort, against "highest score first" and, with
# HOTSPOT_FIRST=PATH of an older build, against that: Markdown tables on standard output.
#   Benchmarks/planning-demo.sh [--iterations "0 2000 5000"]
#   Benchmarks/planning-demo.sh --growth "0.1 0.25 0.5 1"    cost of a round and a day by share of the cities
# Needs the release binary (HOTSPOT names another one) and python3; about 1.5 GB in .build-bench.
set -euo pipefail
cd "$(dirname "$0")/.."
hotspot=${HOTSPOT:-.build/release/hotspot}
efforts="0 2000 5000"
shares=
case ${1:-} in
  --iterations) efforts=$2 ;;
  --growth) shares=$2 ;;
esac
folder=.build-bench/planning-demo
mkdir -p "$folder"

# cost COMMAND...: wall seconds, CPU seconds and megabytes.
cost() {
  python3 - "$@" <<'P'
import resource, subprocess, sys, time
start = time.time()
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
use = resource.getrusage(resource.RUSAGE_CHILDREN)
print("%.1f | %.1f | %d" % (time.time() - start, use.ru_utime + use.ru_stime, use.ru_maxrss // 1024))
P
}

growth() {
  echo '| share of the cities | teams | townships | sites | round: wall s | CPU s | MB | day: wall s | CPU s | MB |'
  echo '|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|'
  local share inputs
  for share in $1; do
    rm -rf "$folder/small"
    "$hotspot" demo "$folder/small" --scale "$share" --lang en -q >/dev/null
    inputs=$folder/small/inputs
    local options=(-w "$folder/small/workspace" --lang en -q)
    echo "| $share | $(rows "$inputs/teams.csv") | $(features "$inputs/townships.gpkg") |" \
      "$(rows "$inputs/sites.csv") |" \
      "$(cost "$hotspot" plan round 14 --as-of 2018-12-23T18:00 "${options[@]}") |" \
      "$(cost "$hotspot" plan day 2018-12-25 --as-of 2018-12-24T18:00 "${options[@]}") |"
  done
}
features() {
  python3 - "$1" <<'P'
import sqlite3, sys
file = sqlite3.connect(sys.argv[1])
layer, = file.execute("SELECT table_name FROM gpkg_contents").fetchone()
print(file.execute(f'SELECT count(*) FROM "{layer}"').fetchone()[0])
P
}
rows() { tail -n +2 "$1" | wc -l; }
if [ -n "$shares" ]; then
  growth "$shares"
  exit
fi
"$hotspot" demo "$folder/demo" --lang en -q >"$folder/demo.txt"
teams=$folder/demo/inputs/teams.csv
figures() { python3 Benchmarks/plan_figures.py "$teams" "$@"; }

# plan NAME BINARY OPTION...: a row of figures, then wall seconds, CPU seconds and megabytes.
plan() {
  local name=$1 binary=$2
  shift 2
  rm -rf "$folder/ws"
  cp -r "$folder/demo/workspace" "$folder/ws"
  cost "$binary" plan round 14 --as-of 2018-12-23T18:00 -w "$folder/ws" --lang en -q "$@" \
    >"$folder/cost.txt"
  echo "| $name | $(figures "$folder/ws/plans/round-14/targets.csv") | $(cat "$folder/cost.txt") |"
}

echo '| plan | stops | problems a day | townships | km | wall s | CPU s | MB |'
echo '|---|---:|---:|---:|---:|---:|---:|---:|'
HOTSPOT_DAILY_VISITS=100 HOTSPOT_HANDOVER_VISITS=100 HOTSPOT_SERVICE_MINUTES=1 \
  HOTSPOT_DAY_HOURS=24 HOTSPOT_SPEED_KMH=150 plan all "$hotspot" --iterations 0 >/dev/null
echo "| highest score first | $(figures "$folder/ws/plans/round-14/targets.csv" --greedy) | | | |"
[ -z "${HOTSPOT_FIRST:-}" ] || plan 'first version' "$HOTSPOT_FIRST" --iterations 0
for effort in $efforts; do plan "iterations $effort" "$hotspot" --iterations "$effort"; done
