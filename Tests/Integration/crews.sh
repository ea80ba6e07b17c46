#!/usr/bin/env bash
# Annexes 2 and 3 from a real workbook with merged cells (written by openpyxl, PyPI), crews made,
# recounted by Python, checked, shown masked; crews that break rules.
#
# Needs python3 with venv; uses the release binary, or HOTSPOT.
# Last line: "N passed, M failed".
set -euo pipefail
. "$(dirname "$0")/checks.sh"
find_program
ws=$work/ws

run() { # NAME STATUS ARGUMENT...: standard output to NAME.out, messages to NAME.txt
  local name=$1 wanted=$2 status=0
  shift 2
  "$hotspot" "$@" >"$work/$name.out" 2>"$work/$name.txt" || status=$?
  [ "$status" -eq "$wanted" ] || { echo "        ended with $status"; sed 's/^/        /' "$work/$name.txt"; return 1; }
}
says() { grep -q -- "$1" "$2"; }
silent() { ! grep -rqa -- "$1" "${@:2}"; }

title "Annexes as they are"
venv=${HOTSPOT_VENV:-$work/venv}
if [ -x "$venv/bin/python" ] && "$venv/bin/python" -c 'import openpyxl' 2>/dev/null ||
  { python3 -m venv "$venv" && "$venv/bin/pip" -q install openpyxl; } >/dev/null 2>&1
then
  "$venv/bin/python" - "$work" <<'PY'
import openpyxl, sys
book = openpyxl.Workbook()
sheet = book.active
sheet.title = "附2"
sheet["A1"] = "抽调人员信息及安排表"
sheet.merge_cells("A1:O1")
heads = ["序号", "轮次", "所属省份", "所属\n\n地市", "姓名", "年龄", "性别", "工作单位", "职务",
         "擅  长  行  业", "是否党员", "环境监察执法证件号", "手机号码", "组长推荐", "督查\n组别"]
some = "□火电   ☑钢铁   √水泥   ■有色  □平板玻璃   □电解铝   □化工、石化  其他：焦化"
none = "□火电   □钢铁   □水泥   □有色  □平板玻璃   □电解铝   □化工、石化  其他：（请注明）"
rows = [heads,
        [1, 5, "江苏", "南京", "张三", 35, "男", "南京市\n环境监察总队", "副支队长", some, "是",
         "XK0001234567", 13212345678, "建议担任\n组长", "石家庄1组"],
        [2, 5, None, None, "李四", 41, "女", "南京市环保局", "科员", none, "否", "XK0001234568",
         13212345679],
        [3, 5, None, None, None, 41, "女", "南京市环保局", "科员", none, "否", "XK0001234569"],
        [4, 5, None, "无锡", "王五", None, None, "无锡市环保局", "副处长", none, "是", None, "13212345671"],
        [5, 5, None, None, "赵六", 30, "男", "某单位", "科员", none, "是", "XK0001234570"],
        [6] + [None] * 8 + [none], [7]]
for number, row in enumerate(rows, 2):
    for column, value in enumerate(row, 1):
        sheet.cell(number, column, value)
sheet.merge_cells("C3:C6")
sheet.merge_cells("D3:D5")
book.save(sys.argv[1] + "/people.xlsx")
book = openpyxl.Workbook()
sheet = book.active
heads = ["联络人", "姓名", "职务", "单位", "电话（传真）", "手机", "电子邮箱"]
rows = [["联系人员信息表（京津冀晋鲁豫陕）"], ["省份"] + heads,
        ["河北", "总联络人", "甲", "副厅长", "河北省环境保护厅", "0311-87654321", "13300001111"],
        [None, "督查工作联系人", "乙", "处长", "河北省环境保护厅", None, "13300001112"],
        ["联系人员信息表（“2+26”城市、汾渭平原11城市）"], ["城市"] + heads,
        ["石家庄", "政府联络人", "丙", "秘书长", "石家庄市政府", None, "13300001113"],
        [None, "市环保局联络人", "丁", "局长", "石家庄市环保局", None, "13300001114"],
        [None, "应急保障联络人"],
        [None, "晋州市\n环保部门联络人", "戊", "局长", "晋州市环保局", None, "13300001115"],
        ["联系人员信息表（派员省份）"], ["省份"] + heads,
        ["江苏", "抽调工作联系人", "己", "处长", "江苏省环境保护厅", None, "13300001116"]]
for number, row in enumerate(rows, 1):
    for column, value in enumerate(row, 1):
        sheet.cell(number, column, value)
sheet.merge_cells("A3:A4")
sheet.merge_cells("A7:A10")
book.save(sys.argv[1] + "/contacts.xlsx")
PY
  "$hotspot" init "$work/forms" -q >/dev/null
  check "annex 2" run people 0 import people "$work/people.xlsx" -w "$work/forms" --json --lang en
  check "five are read, one without a name is rejected" \
    is "$(number read "$work/people.out") $(number rejected "$work/people.out")" "5 1"
  check "annex 3" run contacts 0 import contacts "$work/contacts.xlsx" -w "$work/forms" --json
  check "six liaisons of three forms" is "$(number new "$work/contacts.out")" 6
  if has_ogrinfo; then
    check "merged cells give province and city" is \
      "$(query "$work/forms/workspace.gpkg" "SELECT province || city FROM people WHERE name = '李四'")" 江苏南京
    check "a cell that is only blank gives none" is \
      "$(query "$work/forms/workspace.gpkg" "SELECT count(*) FROM people WHERE name = '赵六' AND province IS NULL")" 1
    check "what is ticked" is \
      "$(query "$work/forms/workspace.gpkg" "SELECT industries FROM people WHERE name = '张三'")" \
      "steel;cement;nonferrous;coking"
    check "a county's liaison" is \
      "$(query "$work/forms/workspace.gpkg" "SELECT place FROM contacts WHERE scope = 'county'")" 石家庄晋州市
  fi
else
  echo "Skipped: no Python with venv and PyPI, where openpyxl comes from."
fi

title "Crews"
python3 "$root/Benchmarks/crews_pool.py" "$work/pool" --people 400 --teams 39 --ranked 0.4
"$hotspot" init "$ws" -q >/dev/null
for kind in sites teams people; do
  check "import $kind" run "$kind" 0 import $kind "$work/pool/$kind.csv" -w "$ws" --known-at 2018-06-01
done
check "three rounds are made" run plan 0 crew assign 5-7 -w "$ws" --json
check "again needs --overwrite" run again 73 crew assign 6 -w "$ws"
check "a trial keeps nothing" run trial 0 crew assign 6 -w "$ws" --dry-run --seed 9
check "no rule is broken" run checked 0 crew check -w "$ws" --lang en
for round in 5 6 7; do
  check "round $round in full" run "crews$round" 0 crew show $round -w "$ws" --of csv --unmasked --lang en
done
check "Python counts the same" python3 "$root/Benchmarks/check_crews.py" "$work/pool" "$work/plan.out" \
  "$work"/crews[567].out
cp "$work/crews6.out" "$work/before"
check "made anew with the same seed" run anew 0 crew assign 5-7 -w "$ws" --overwrite --seed 1
check "gives the same crews" run same 0 crew show 6 -w "$ws" --of csv --unmasked --lang en
check "to the byte" cmp "$work/before" "$work/same.out"
check "another seed, others" run other 0 crew assign 6 -w "$ws" --overwrite --seed 2
check "whose old seats are gone" run kept 0 crew check 6 -w "$ws"

title "Nobody's number leaves"
check "masked as CSV" run masked 0 crew show 5 -w "$ws" --of csv --lang zh
check "with stars" says '130\*\*\*\*' "$work/masked.out"
check "as a table" run table 0 crew show 5 -w "$ws"
check "as JSON" run json 0 crew show 5 -w "$ws" --json
check "the pool" run poolout 0 crew people -w "$ws"
check "no number in full in any of it" silent '1300000[0-9]\{4\}\|SL[0-9]\{8\}' \
  "$work/masked.out" "$work/table.out" "$work/json.out" "$work/poolout.out" "$work/plan.out" \
  "$work/checked.out" "$ws/audit"

title "Crews that break rules"
broken() { # WHAT WORD CSV-LINE...: crews of round 12 with a fault are told
  local what=$1 word=$2
  shift 2
  rm -rf "$work/bad"
  cp -r "$ws" "$work/bad"
  { echo '轮次,督查组,人员编号,职责'; printf '%s\n' "$@"; } >"$work/bad.csv"
  check "$what: imported" run bad 0 import crews "$work/bad.csv" -w "$work/bad"
  check "$what: told" run told 65 crew check 12 -w "$work/bad" --lang en
  check "$what: $word" says "$word" "$work/told.out"
}
people=($(awk -F, 'NR > 1 && $2 != "" && $2 != "河南" && $9 != "" { print $1 }' "$work/pool/people.csv" | head -6))
barred=$(awk -F, '$2 == "河南" { print $1; exit }' "$work/pool/people.csv")
team=$(awk -F, 'NR == 2 { print $1 }' "$work/pool/teams.csv")
next=$(awk -F, 'NR == 3 { print $1 }' "$work/pool/teams.csv")
broken "a crew of two" "has 2 people" "12,$team,${people[0]},组长" "12,$team,${people[1]},组员"
broken "a person in two teams" "at once" "12,$team,${people[0]},组长" "12,$next,${people[0]},组长"
broken "an unknown person" "is not known" "12,$team,nobody,组长"
broken "an unknown team" "team nowhere is not known" "12,nowhere,${people[0]},组长"
broken "an excluded province" "sends nobody" "12,$team,$barred,组员"
check "a round that there is not" run none 64 crew assign 22 -w "$ws"
check "a city that is not inspected" run town 64 crew show 5 --city 石家装 -w "$ws"
check "and what was meant" says 石家庄 "$work/town.txt"
finish
