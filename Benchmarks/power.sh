#!/usr/bin/env bash
# Readings a CPU second of `hotspot detect power`, by meter and by time, with memory and disk.
#   Benchmarks/power.sh [COPIES] [FOLDER]
# 60 invented sites of 30 days (489,252 readings) stand COPIES times (20) under other names in one CSV;
# the rules alone are timed on readings in memory. Uses the release binary, or HOTSPOT; seconds are
# user and system time of all threads. The CSV takes 25 MB a copy, the disk by time 10 MB.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
hotspot=${HOTSPOT:-$root/.build/release/hotspot}
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
