#!/usr/bin/env bash
# Readings a CPU second of `hotspot detect power`, by meter and by time, with memory and disk.
#   Benchmarks/power.sh [COPIES] [FOLDER]
# 60 invented sites of 30 days (489,252 readings) stand COPIES times (20) under other names in one CSV;
# the rules alone are timed on readings in memory. The CSV takes 25 MB a copy, the disk by time 10 MB.
#   Benchmarks/power.sh growth [FOLDER] [SITES,DAYS ...]
# How it grows with sites and days: a table. Readings come from the generator through a pipe, so that
# only what is sorted by time goes to disk (20 bytes a reading, 9 GB for the 55,000 sites of 30 days);
# a case that would leave less than 10 GB free is left out. A hundredth of the sites are invented, the
# others are these under other names.
# Uses the release binary, or HOTSPOT; seconds are user and system time of all threads.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
hotspot=${HOTSPOT:-$root/.build/release/hotspot}

growth() { # FOLDER SITES,DAYS ...
  local folder=$1 case sites days order flag free trial
  shift
  printf '| firms | days | order | million readings | CPU s | million a CPU s | wall s | peak MB | on disk MB | anomalies |\n'
  printf '| ---: | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n'
  for case in "$@"; do
    sites=${case%,*} days=${case#*,}
    for order in meter time; do
      flag=()
      [ $order = time ] && flag=(--by-time)
      free=$(df --output=avail -k "$folder" | tail -1)
      if [ $order = time ] && [ $((free - sites * days * 288 * 20 / 1024)) -lt $((10 << 20)) ]; then
        printf '| %d | %d | %s | left out: the disk has %d MB |\n' "$sites" "$days" $order $((free / 1024))
        continue
      fi
      trial=("$hotspot" detect power-trial --sites $((sites / 100)) --copies 100 --days "$days")
      "${trial[@]}" --tables "$folder/tables"
      "${trial[@]}" "${flag[@]}" --write - | /usr/bin/time -f '%U %S %e %M' -o "$folder/time" \
        "$hotspot" detect power - --order $order --ledger "$folder/tables/ledger.csv" \
        --orders "$folder/tables/orders.csv" -o "$folder/anomalies.csv" --scratch "$folder" \
        --overwrite --quiet --json >"$folder/run.json"
      awk -v firms="$sites" -v days="$days" -v order=$order -F'[:,]' '
        FILENAME ~ /json$/ && /"(read|scratch_bytes|anomalies)": *[0-9]+/ {
          gsub(/[ "]/, "", $1); if (!($1 in said)) said[$1] = $2 + 0 }
        FILENAME ~ /time$/ { split($0, t, " "); cpu = t[1] + t[2]
          printf "| %d | %d | %s | %.1f | %.1f | %.1f | %.0f | %d | %d | %d |\n", firms, days, order,
            said["read"] / 1e6, cpu, said["read"] / cpu / 1e6, t[3], t[4] / 1024,
            said["scratch_bytes"] / 1e6, said["anomalies"] }' "$folder/run.json" "$folder/time"
    done
  done
}

if [ "${1:-}" = growth ]; then
  folder=${2:-$(mktemp -d)}
  mkdir -p "$folder"
  shift $(($# < 2 ? $# : 2))
  [ $# -gt 0 ] || set -- 5500,30 17500,7 17500,30 17500,90 55000,30
  growth "$folder" "$@"
  exit
fi

copies=${1:-20} folder=${2:-$(mktemp -d)}
mkdir -p "$folder"

"$hotspot" detect power-trial --sites 60 --write "$folder/one"
one=$folder/one/readings.csv
all=$folder/readings.csv
head -1 "$one" >"$all"
for copy in $(seq "$copies"); do tail -n +2 "$one" | sed "s/^M/$copy-/" >>"$all"; done
rows=$(($(wc -l <"$all") - 1))
printf '%d rows, %d bytes\n' "$rows" "$(stat -c %s "$all")"

for order in meter time; do
  /usr/bin/time -f '%U %S %M' -o "$folder/time" "$hotspot" detect power "$all" --order "$order" \
    -o "$folder/$order.csv" --overwrite --quiet --json >"$folder/$order.json"
  awk -v rows="$rows" -v order="$order" '{
    printf "by %s: %.2f CPU s, %.1f million rows a CPU second, %d MB\n", order, $1 + $2,
      rows / ($1 + $2) / 1e6, $3 / 1024 }' "$folder/time"
  grep -o '"scratch_bytes": *[0-9]*' "$folder/$order.json"
done
cmp "$folder/meter.csv" "$folder/time.csv" && echo 'the anomalies are the same bytes'
"$hotspot" detect power-trial --sites 200 --speed 5
