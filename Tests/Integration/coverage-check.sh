#!/usr/bin/env bash
# Counts what a round plan covers, from its output files alone: bash and awk, nothing of Hotspot.
#
#   coverage-check.sh DIR [--round N] [--townships FILE] [--seats FILE] [--teams FILE] [-v]
#
#   DIR           a workspace, or the folder of a demo; read are hotspot.yaml,
#                 plans/round-N/{coverage,targets}.csv and, for the teams' bases,
#                 plans/DATE/routes/*.geojson
#   --round       default 14
#   --townships   the list that was imported (a CSV with a column code or town_code): each of its
#                 townships must be there once, and no other
#   --seats       where townships can be visited (code or town_code, lon and lat or lon_wgs and
#                 lat_wgs): with it, a team that leaves townships out is shown to have no room for
#                 any of them; without it, every one of its days must be full
#   --teams       the teams that were imported (id, lon, lat, county_codes, daily_visits)
#   -v            also the checks that pass
#
# A township may be left out only with a reason, and the reason is proved: no team has its county,
# its seat is further than a day's drive, or its team's visits or hours are used up. Hours are used
# up when no day takes a visit at the seat of a township left out, added or in the place of a second
# visit elsewhere, with half an hour to spare.
# Last line: "N passed, M failed". Exit 1 if a check failed.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

usage() { sed -n '2,/^set /{/^set /d;s/^# \{0,1\}//;p}' "$0" >&2; exit 64; }

dir='' round=14 townships='' seats='' teams='' verbose=0
while [ $# -gt 0 ]; do
  case $1 in
    --round) round=$2; shift ;;
    --townships) townships=$2; shift ;;
    --seats) seats=$2; shift ;;
    --teams) teams=$2; shift ;;
    -v) verbose=1 ;;
    -h | --help) usage ;;
    *) [ -z "$dir" ] || usage; dir=$1 ;;
  esac
  shift
done
[ -n "$dir" ] || usage
[ -d "$dir/plans" ] || [ ! -d "$dir/workspace" ] || dir=$dir/workspace
folder=$dir/plans/round-$round
for file in "$folder/coverage.csv" "$folder/targets.csv"; do
  [ -f "$file" ] || {
    printf '%s: is not there. Run `hotspot plan round %s -w %s` first.\n' "$file" "$round" "$dir" >&2
    exit 66
  }
done

# A setting of hotspot.yaml that is no comment, else its default.
setting() {
  awk -v key="$1:" -v value="$2" '$1 == key { value = $2; gsub(/["\047]/, "", value) }
    END { print value }' "$dir/hotspot.yaml" 2>/dev/null || printf '%s\n' "$2"
}
start=$(setting day_start 08:00)
start=$((10#${start%%:*} * 3600 + 10#${start##*:} * 60))

# Round 16 is a single week; rounds 1, 5 and 17 have no crew to take over from.
days=$(setting round_days 14)
[ "$round" = 16 ] && days=7
case $round in 1 | 5 | 17) handover=0 ;; *) handover=1 ;; esac
# The hand-over day may have no stop, so it is not the first that the lists name.
handover_day=$(awk -F, -v round="$round" '$1 == round { print $3 }' "$here/../../Data/tables/rounds.csv")

# The bases are the same on every day: the routes of the first planned one suffice.
shopt -s nullglob
routes=()
for day in "$dir"/plans/[0-9]*/; do
  routes=("$day"routes/*.geojson)
  [ ${#routes[@]} -gt 0 ] && break
done
ROUTES=$(printf "%s\n" ${routes[@]+"${routes[@]}"})
export ROUTES

LC_ALL=C awk -v folder="$folder" -v townships="$townships" -v seats="$seats" -v teams="$teams" \
  -v verbose="$verbose" \
  -v round_days="$days" -v handover="$handover" -v handover_day="$handover_day" -v margin=30 -v day_start="$start" \
  -v daily_visits="$(setting daily_visits 12)" -v handover_visits="$(setting handover_visits 8)" \
  -v service="$(setting service_minutes 30)" -v day_hours="$(setting day_hours 10)" \
  -v speed="$(setting speed_kmh 45)" -v detour="$(setting detour 1.3)" \
  -f "$here/csv.awk" -f "$here/coverage.awk"
