#!/usr/bin/env bash
# Shows that coverage-check.sh passes a small plan that is right and fails each way of being wrong.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
passed=0 failed=0

# A round of two days for one team at 115 E 38 N, with one visit a day: three townships, two of
# them planned, the third left out for want of visits.
make_plan() {
  rm -rf "${dir:?}"/*
  mkdir -p "$dir/plans/round-14" "$dir/plans/2018-12-24/routes"
  printf 'round_days: 2\ndaily_visits: 1 # few\nhandover_visits: 1\n' >"$dir/hotspot.yaml"
  {
    printf '\357\273\277code,name,county_code,county,city_code,city,team_id,team,visits_ever,'
    printf 'visits_in_round,planned,first_planned,covered,gap,gap_zh,gap_en,source\n'
    printf '130102001,"A ""one"", x",130102,c,130100,石家庄市,t1,T,0,0,1,2018-12-24,yes,,,,official\n'
    printf '130102002,B,130102,c,130100,石家庄市,t1,T,0,0,1,2018-12-25,yes,,,,official\n'
    printf '130102003,C,130102,c,130100,石家庄市,t1,T,0,0,0,,no,capacity,能力,full,official\n'
  } >"$dir/plans/round-14/coverage.csv"
  {
    printf '督查组编号,督查组,城市,日期,顺序,目标编号,乡镇代码,经度,纬度,预计到达时间,理由(中文)\n'
    printf 't1,T,石家庄市,2018-12-24,1,s1,130102001,115.0,38.0,2018-12-24T08:00:00+08:00,"多\n行"\n'
    printf 't1,T,石家庄市,2018-12-25,1,s2,130102002,115.0,38.0,2018-12-25T08:00:00+08:00,\n'
  } >"$dir/plans/round-14/targets.csv"
  printf '{"properties": {\n"team_id": "t1",\n"base": [115.0000000, 38.0000000]\n}}\n' \
    >"$dir/plans/2018-12-24/routes/t1.geojson"
  printf 'code\n130102001\n130102002\n130102003\n' >"$dir/townships"
  printf 'code,lon,lat\n130102003,115.1,38.0\n' >"$dir/seats"
}

# expect WHAT MESSAGE [FILE SED-EDIT]: the plan, after an edit, fails with a message (empty: passes).
expect() {
  local output verdict=right
  make_plan
  [ $# -lt 3 ] || sed -i "$4" "$dir/$3"
  if output=$("$here/coverage-check.sh" "$dir" --townships "$dir/townships" \
    --seats "$dir/seats" 2>&1); then
    [ -z "$2" ] || verdict=wrong
  else
    [ -n "$2" ] && grep -q "^FAILED .*$2" <<<"$output" || verdict=wrong
  fi
  count "$verdict" "$1" "$output"
}

count() {
  if [ "$1" = right ]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'FAILED  %s\n%s\n' "$2" "$3"
  fi
}

coverage=plans/round-14/coverage.csv targets=plans/round-14/targets.csv
expect 'a plan that uses all visits' ''
expect 'room for the township left out' 'would go into 2018-12-25' \
  hotspot.yaml s/daily_visits:.1/daily_visits:\ 2/
expect 'a township twice' 'twice' $coverage 3p
expect 'a township that is not there' 'every township of the list' $coverage 3d
expect 'a township that is not in the list' 'no township is there that' townships 2d
expect 'a stop in no township' 'known township' $targets s/130102002/130102009/
expect 'a target twice' 'planned twice' $targets s/,s2,/,s1,/
expect 'a stop of another team' "its team's townships" \
  $coverage 's/,t1,T,0,0,1,2018-12-25/,t2,T,0,0,1,2018-12-25/'
expect 'a township left out without a reason' 'has a reason' $coverage s/no,capacity/no,/
expect 'a stop and a reason' 'has a reason' $coverage s/2018-12-25,yes,/2018-12-25,yes,capacity/
expect 'a wrong count' 'those of the stops' $coverage s/,1,2018-12-25/,2,2018-12-25/
expect 'a wrong first day' 'those of the stops' $coverage s/,1,2018-12-25/,1,2018-12-24/
expect 'a wrong order' 'numbered from 1' $targets s/2018-12-25,1/2018-12-25,2/
expect 'more visits than allowed' 'more visits a day' $targets s/2018-12-25,1/2018-12-24,2/
expect 'a day that is too long' 'ends within' $targets s/115.0,38.0,2018-12-25/119.0,38.0,2018-12-25/
expect 'an arrival that no car makes' 'arrivals are' $targets s/T08:00:00/T08:30:00/
expect 'a reachable township called too far' 'can be reached' $coverage s/no,capacity/no,too_far/
expect 'an unknown base' 'base is known' $targets s/^t1,T,石家庄市,2018-12-25/t3,T,石家庄市,2018-12-25/

# A second visit to one township while another is left out.
make_plan
sed -i 's/s2,130102002/s2,130102001/' "$dir/$targets"
sed -i -e 's/^130102002.*/130102002,B,130102,c,130100,x,t1,T,0,0,0,,no,capacity,,,official/' \
  -e 's/0,0,1,2018-12-24,yes/0,0,2,2018-12-24,yes/' "$dir/$coverage"
output=$("$here/coverage-check.sh" "$dir" --seats "$dir/seats" 2>&1) && verdict=wrong ||
  verdict=right
grep -q 'in the place of a second visit' <<<"$output" || verdict=wrong
count $verdict 'a second visit while a township is left out' "$output"

printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
