#!/usr/bin/env bash
# Crews of six rounds for the plan's 909 seats from 3,000 people, pools that cannot do, and small pools
# against an exact solver.
#   Benchmarks/crews.sh [FOLDER]     needs python3; the exact part needs scipy
# Uses the release binary, or HOTSPOT.
set -euo pipefail
cd "$(dirname "$0")/.."
hotspot=${HOTSPOT:-.build/release/hotspot}
work=${1:-$(mktemp -d)}

pool() { # NAME ROUNDS OPTION...: makes a pool and its crews, and recounts them
  local name=$1 rounds=$2 folder=$work/$1 check=()
  shift 2
  if [ "${1:-}" = --exact ]; then check=(--exact); shift; fi
  rm -rf "$folder"
  python3 Benchmarks/crews_pool.py "$folder" "$@"
  "$hotspot" init "$folder/ws" -q >/dev/null
  for kind in sites teams people; do
    "$hotspot" import $kind "$folder/$kind.csv" -w "$folder/ws" -q --known-at 2018-06-01
  done >/dev/null
  printf '\n== %s: hotspot crew assign %s\n' "$name" "$rounds"
  for start in trios people; do
    HOTSPOT_CREW_START=$start "$hotspot" crew assign "$rounds" -w "$folder/ws" --json -q --overwrite \
      >"$folder/$start.json"
    python3 - "$start" "$folder/$start.json" <<'PY'
import json, sys
plan = json.load(open(sys.argv[2]))
cost, bound = (sum(r[k] for r in plan["rounds"]) for k in ("cost", "bound"))
print(f"from {sys.argv[1]}: {sum(r['filled'] for r in plan['rounds'])} of "
      f"{sum(r['seats'] for r in plan['rounds'])} seats, cost {cost:.0f}, at least {bound:.0f}, "
      f"one city {sum(r['teams_of_one_city'] for r in plan['rounds'])} of "
      f"{sum(r['teams'] for r in plan['rounds'])} teams, {plan['seconds']} s, {plan['cpu_seconds']} CPU s")
if sys.argv[1] == "trios":
    for r in plan["rounds"]:
        for s in r["shortages"]:
            print(f"  {s['en']}; proven {s['proven']} of {s['missing']}")
    for h in plan["horizons"]:
        print(f"  all rounds, {h['rule']}: missing {h['missing']} of {h['seats']}, proven {h['proven']}")
PY
  done
  "$hotspot" crew assign "$rounds" -w "$folder/ws" -q --overwrite --json >"$folder/plan.json"
  local first=${rounds%-*} last=${rounds#*-} files=()
  for round in $(seq "$first" "$last"); do
    "$hotspot" crew show "$round" -w "$folder/ws" --of csv --unmasked --lang en -q \
      >"$folder/crews$round.csv"
    files+=("$folder/crews$round.csv")
  done
  python3 Benchmarks/check_crews.py "$folder" "$folder/plan.json" "${files[@]}" "${check[@]}"
}

pool full 5-10
pool few-ranked 5-10 --ranked 0.01
pool few-leaders 5-6 --leaders 0.06
pool one-province 5-6 --one-province 0.9
pool few-people 5-8 --people 1500
for seed in 1 2 3; do
  pool "small$seed" 5-5 --exact --people 20 --teams 4 --cities 2 --senders 3 --ranked 0.3 --leaders 0.5 --seed $seed
done
