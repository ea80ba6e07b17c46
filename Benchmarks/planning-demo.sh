#!/usr/bin/env bash
# Plans of the demo campaign (39 cities, 290 teams) by effort, against "highest score first" and, with
# HOTSPOT_FIRST=PATH of an older build, against that: Markdown tables on standard output.
#   Benchmarks/planning-demo.sh [--iterations "0 2000 5000"]
# Needs the release binary (HOTSPOT names another one) and python3; about 1.5 GB in .build-bench.
set -euo pipefail
cd "$(dirname "$0")/.."
hotspot=${HOTSPOT:-.build/release/hotspot}
efforts="0 2000 5000"
[ "${1:-}" != --iterations ] || efforts=$2
folder=.build-bench/planning-demo
mkdir -p "$folder"
"$hotspot" demo "$folder/demo" --lang en -q >"$folder/demo.txt"
teams=$folder/demo/inputs/teams.csv
figures() { python3 Benchmarks/plan_figures.py "$teams" "$@"; }

# plan NAME BINARY OPTION...: a row of figures, then wall seconds, CPU seconds and megabytes.
plan() {
  local name=$1 binary=$2
  shift 2
  rm -rf "$folder/ws"
  cp -r "$folder/demo/workspace" "$folder/ws"
  python3 - "$binary" plan round 14 --as-of 2018-12-23T18:00 -w "$folder/ws" --lang en -q "$@" \
    >"$folder/cost.txt" <<'P'
import resource, subprocess, sys, time
start = time.time()
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
use = resource.getrusage(resource.RUSAGE_CHILDREN)
print("%.0f | %.0f | %d" % (time.time() - start, use.ru_utime + use.ru_stime, use.ru_maxrss // 1024))
P
  echo "| $name | $(figures "$folder/ws/plans/round-14/targets.csv") | $(cat "$folder/cost.txt") |"
}

echo '| plan | stops | problems a day | townships | km | wall s | CPU s | MB |'
echo '|---|---:|---:|---:|---:|---:|---:|---:|'
HOTSPOT_DAILY_VISITS=100 HOTSPOT_HANDOVER_VISITS=100 HOTSPOT_SERVICE_MINUTES=1 \
  HOTSPOT_DAY_HOURS=24 HOTSPOT_SPEED_KMH=150 plan all "$hotspot" --iterations 0 >/dev/null
echo "| highest score first | $(figures "$folder/ws/plans/round-14/targets.csv" --greedy) | | | |"
[ -z "${HOTSPOT_FIRST:-}" ] || plan 'first version' "$HOTSPOT_FIRST" --iterations 0
for effort in $efforts; do plan "iterations $effort" "$hotspot" --iterations "$effort"; done
