#!/usr/bin/env bash
# detect power on Apache Spark beside one process: CSV and Parquet, 1, 2 and 4 partitions, a worker and a
# process killed in the middle, bad input. Last line: "N passed, M failed".
# pyspark goes to .build/spark (700 MB, once), or HOTSPOT_SPARK_VENV.
set -euo pipefail
. "$(dirname "$0")/checks.sh"
. "$root/scripts/setup"
packages=(openjdk-17-jre-headless python3-venv)
install_missing
find_program
venv=${HOTSPOT_SPARK_VENV:-$root/.build/spark}

install() {
  [ -e "$venv/ready" ] && [ ! "$root/Distributed/requirements.txt" -nt "$venv/ready" ] && return
  python3 -m venv "$venv" && "$venv/bin/pip" install --quiet --disable-pip-version-check \
    -r "$root/Distributed/requirements.txt" && touch "$venv/ready"
}

if ! install; then
  echo "skipped: no Python with venv and PyPI, where Spark comes from"
  exit 0
fi
export HOTSPOT=$hotspot PYSPARK_PYTHON=$venv/bin/python PYTHONPATH=$root/Distributed PYTHONDONTWRITEBYTECODE=1
SPARK_HOME=$("$venv/bin/python" -c 'import os, pyspark; print(os.path.dirname(pyspark.__file__))')
# A machine without a name in the network has workers all the same.
export SPARK_HOME SPARK_WORKER_DIR=$work/workers SPARK_LOCAL_DIRS=$work/local SPARK_LOCAL_IP=127.0.0.1

title "Readings by time in three files, with rows to reject"
"$hotspot" detect power-trial --sites 200 --days 12 --gaps 0.02 --by-time --write "$work/trial"
mkdir "$work/csv"
rows=$(rows "$work/trial/readings.csv")
awk -v folder="$work/csv" -v rows="$rows" '
  NR == 1 { for (part = 1; part <= 3; part++) print >(folder "/" part ".csv"); next }
  { print >(folder "/" int(3 * (NR - 2) / rows) + 1 ".csv") }' "$work/trial/readings.csv"
# What contradicts stands in a later file, so the first value counts only if the order of files is kept.
grep -h ',production,2018-11-05T0[0-3]' "$work/csv/1.csv" "$work/csv/2.csv" | sed 's/[^,]*$/77/' >>"$work/csv/3.csv"
cat >>"$work/csv/2.csv" <<'END'
M000001,main,2018-11-05T00:00:00+08:00,eleven
M000001,main,2018-11-31T00:00:00+08:00,1
M000002,main,2018-11-05T00:00:00,1
M000003,pump,2018-11-05T00:00:00+08:00,1
M000004,main,2018-11-05T00:00

,main,2018-11-05T00:00:00+08:00,1
END
tables=(--ledger "$work/trial/ledger.csv" --orders "$work/trial/orders.csv" --as-of 2019-01-01)
"$hotspot" detect power "$work"/csv/*.csv "${tables[@]}" -o "$work/one.csv" --json --quiet >"$work/one.json"
"$hotspot" detect power "$work/trial/readings.csv" "${tables[@]}" -o "$work/clean.csv" --quiet >/dev/null
printf '%s readings, %s anomalies, %s rejected\n' "$(number read "$work/one.json")" \
  "$(number anomalies "$work/one.json")" "$(number rejected "$work/one.json")"
check 'outages of a feeder are among the anomalies' grep -q feeder_outage "$work/one.csv"

title "As a job of its own"
check 'spark-submit with two workers' "$SPARK_HOME/bin/spark-submit" --master 'local-cluster[2,1,1024]' \
  --conf spark.ui.enabled=false "$root/Distributed/detect_power.py" "file://$work/csv" -o "file://$work/job" \
  --csv "$work/job.csv" --hotspot "$hotspot" --partitions 2 "${tables[@]/#$work/file:\/\/$work}" 2>"$work/log"
[ -e "$work/job.csv" ] || tail -n 20 "$work/log"
check 'the same bytes as one process after sorting' cmp <(LC_ALL=C sort "$work/one.csv") <(LC_ALL=C sort "$work/job.csv")

title "Many jobs in one session"
"$venv/bin/python" "$here/spark/trial.py" "$work" >"$work/told" 2>"$work/log" || { tail -n 30 "$work/log"; failed=$((failed + 1)); }
while read -r word what; do
  case $word in
    ok | FAILED) check "$what" [ "$word" = ok ] ;;
    *) printf '        %s %s\n' "$word" "$what" ;;
  esac
done <"$work/told"
finish
