#!/usr/bin/env bash
# Excel there and back: a small demo's day as a workbook, checked by openpyxl (PyPI), GDAL and, where
# it is installed, LibreOffice; filled in and imported as visits; edited and taken back as a plan.
# HOTSPOT_PRINT names another hotspot-print. Last line: "N passed, M failed".
set -euo pipefail
. "$(dirname "$0")/checks.sh"
find_program
print=${HOTSPOT_PRINT:-$(dirname "$hotspot")/hotspot-print}
[ -x "$print" ] || (cd "$root" && swift build -c release --product hotspot-print --quiet >&2)
# The program looks for its companion beside itself, then on the PATH.
PATH=$(dirname "$print"):$PATH
venv=${HOTSPOT_EXCEL_VENV:-$root/.build-peers/excel}
ws=$work/demo/workspace
day=2018-12-24

install() {
  [ -x "$venv/bin/python" ] && "$venv/bin/python" -c 'import openpyxl' 2>/dev/null && return
  python3 -m venv "$venv" && "$venv/bin/pip" install --quiet --disable-pip-version-check \
    -r "$here/excel/requirements.txt"
}
book() { "$venv/bin/python" "$here/excel/workbook.py" "$@"; }
language=en
run() {
  "$hotspot" "$@" -w "$ws" --lang "$language" >"$work/out" 2>"$work/err" ||
    { sed 's/^/        /' "$work/err"; return 1; }
}
says() {
  grep -qE -- "$1" "$work/out" "$work/err" ||
    { sed 's/^/        /' "$work/out" "$work/err" | head -40; return 1; }
}
# fails STATUS TEXT COMMAND...: ends with a status and says something.
fails() {
  local status=$1 text=$2 found=0
  shift 2
  "$hotspot" "$@" -w "$ws" --lang en >"$work/out" 2>"$work/err" || found=$?
  is "$found" "$status" && says "$text"
}
count() { number "$1" "$work/out"; }
# conflicts KIND: how many of a kind the last report has.
conflicts() { grep -o "\"kind\": *\"$1\"" "$work/out" | wc -l; }
planned() { awk -F, -v t="$2" -v c="$1" '$c == t' "$ws/plans/$day/targets.csv" | wc -l; }

title "A day as a workbook"
if ! install; then
  echo "skipped: no Python with venv and PyPI, where openpyxl comes from"
  exit 0
fi
"$hotspot" demo "$work/demo" --scale 0.1 --quiet >/dev/null 2>&1
targets=$ws/plans/$day/targets.csv
language=zh
check "written" run export "$day" --of xlsx -o "$work/day.xlsx"
check "the same bytes again" eval 'run export "$day" --of xlsx -o "$work/again.xlsx" &&
  cmp "$work/day.xlsx" "$work/again.xlsx"'
language=en
check "openpyxl finds what the lists say" \
  is "$(book check "$work/day.xlsx" "$targets" "$ws/plans/$day/coverage.csv")" "$(rows "$targets")"
check "in English" eval 'run export "$day" --of xlsx -o "$work/en.xlsx" &&
  unzip -p "$work/en.xlsx" xl/workbook.xml | grep -q "Tasks today"'
team=$(awk -F, 'NR == 2 { print $1 }' "$targets")
check "one team's" eval 'run export "$day" --of xlsx --team "$team" -o "$work/team.xlsx" &&
  is "$(book sizes "$work/team.xlsx")" "$(grep -c "^$team," "$targets") 1"'
check "in which the others' stops are not taken out" eval \
  'run plan edit "$work/team.xlsx" --json && is "$(count drop)" 0'
check "a file that is there stays" fails 73 'there already' export "$day" --of xlsx -o "$work/day.xlsx"
check "no folder" fails 73 'cannot be written' export "$day" --of xlsx -o "$work/none/day.xlsx"
check "no file named" fails 64 'is written to a file' export "$day" --of xlsx
check "no such team" fails 66 'no team' export "$day" --of xlsx --team 9 -o "$work/none.xlsx"
check "a day that is not planned" fails 66 'not planned' export 2018-12-31 --of xlsx -o "$work/none.xlsx"
check "nothing is left of those" eval '! ls -A "$work" | grep -qE "none|partial"'
if has_ogrinfo; then
  check "GDAL reads it" eval \
    'ogrinfo -ro -so "$work/day.xlsx" 今日任务 2>/dev/null | grep -q "Feature Count: $(rows "$targets")"'
fi
cp "$targets" "$work/targets.csv"
sed -i '2s/,site,[^,]*,/,site,=HYPERLINK(A1),/; 3s/,site,[^,]*,/,site,+1+1,/; 4s/,site,[^,]*,/,site,@SUM(A1),/' "$targets"
check "what looks like a formula stays text" eval 'run export "$day" --of xlsx -o "$work/bad.xlsx" &&
  is "$(book words "$work/bad.xlsx")" 3'
cp "$work/targets.csv" "$targets"

title "LibreOffice"
if command -v soffice >/dev/null 2>&1; then
  soffice --headless "-env:UserInstallation=file://$work/office" \
    --convert-to "csv:Text - txt - csv (StarCalc):44,34,76,1" --outdir "$work/csv" \
    "$work/day.xlsx" >/dev/null 2>&1 || true
  check "its CSV is our list" is "$(book same "$work/csv/day.csv" "$targets")" "$(rows "$targets")"
  soffice --headless "-env:UserInstallation=file://$work/office" --convert-to xlsx --outdir "$work/csv" \
    "$work/day.xlsx" >/dev/null 2>&1 || true
  check "saved by it, it is known again" run plan edit "$work/csv/day.xlsx" --json
  check "and nothing has changed" is "$(count drop) $(count move) $(count order) $(count add)" '0 0 0 0'
else
  echo "skipped: soffice (Debian: libreoffice-calc-nogui) is not installed"
fi

title "Filled in"
cp -r "$work/demo" "$work/kept"
filled=$(book fill "$work/day.xlsx" "$work/filled.xlsx")
check "imported" run import visits "$work/filled.xlsx" --json
check "every row that says something is counted" is \
  "$(count read) $(count new) $(count same) $(count rejected)" '17 11 0 6'
check "the others are told" is "$(grep -o '[0-9]* rows of the list have no result' "$work/out" | cut -d' ' -f1)" \
  "$((filled - 17))"
book retitle "$work/filled.xlsx" "$work/retitled.xlsx" 表一
check "under another title too" eval 'run import visits "$work/retitled.xlsx" --dry-run --json &&
  is "$(count read)" 17'
rejects=$(ls "$ws"/rejects/*.csv | tail -1)
for text in '也许有' '昨天下午' 'NOBODY' '999999-99'; do
  check "rejected: $text" grep -q "$text" "$rejects"
done
check "with the row of the sheet" grep -qE '(^|,)12,' "$rejects"
if has_ogrinfo; then
  sql="SELECT count(*), count(DISTINCT stop_id) FROM visits WHERE imported_from LIKE '%filled.xlsx'"
  check "each with its stop" is "$(query "$ws/workspace.gpkg" "$sql")" '11|10'
  sql="SELECT count(*), type, severity FROM problems WHERE imported_from LIKE '%filled.xlsx' GROUP BY 2"
  check "and its problem" is "$(query "$ws/workspace.gpkg" "$sql")" '4|dust|general'
fi
check "again, nothing is new" eval 'run import visits "$work/filled.xlsx" --json &&
  is "$(count new) $(count same)" "0 11"'
book put "$work/filled.xlsx" "$work/better.xlsx" 6 检查结果 发现问题
check "corrected, it is the same visit" eval 'run import visits "$work/better.xlsx" --json &&
  is "$(count new) $(count updated) $(count same)" "0 1 10"'
check "not filled in" fails 65 'nothing is filled in' import visits "$work/day.xlsx"
rm -rf "$work/demo" && mv "$work/kept" "$work/demo"
cp -r "$work/demo" "$work/two"

title "Edited"
site=$(awk -F, 'NR > 1 { print $1 }' "$work/demo/inputs/sites.csv" | sort | comm -23 - \
  <(awk -F, 'NR > 1 { print $6 }' "$ws/plans/round-14/targets.csv" | sort) | sed -n 5p)
read -r drawn moved gone1 gone2 to first < <(book edit "$work/day.xlsx" "$work/edited.xlsx" "$site" 113.60,37.85)
check "a report" run plan edit "$work/edited.xlsx" --json
check "of every change" is \
  "$(count drop) $(count move) $(count order) $(count add) $(count unusable)" '3 1 2 2 0'
check "a drawn site is said aloud" is "$(conflicts drawn)" 1
check "too many visits are told" test "$(conflicts too_many)" -ge 1
check "nothing has changed" cmp "$work/targets.csv" "$targets"
check "not applied against conflicts" fails 65 'stand in the way' plan edit "$work/edited.xlsx" --apply
check "nothing has changed then" cmp "$work/targets.csv" "$targets"
check "applied all the same" run plan edit "$work/edited.xlsx" --apply --force
check "what follows is told" says 'changes by hand'
check "taken out" is "$(planned 6 "$drawn") $(planned 6 "$gone1") $(planned 6 "$gone2")" '0 0 0'
check "moved" is "$(awk -F, -v s="$moved" '$6 == s { print $1 }' "$targets")" "$to"
check "added by hand" is "$(awk -F, -v s="$site" '$6 == s { print $1, $15 }' "$targets")" "$first manual"
told() { grep -o "\"kind\": *\"$1\"" "$ws/plans/$day/plan.json" | wc -l; }
check "the record says so" is "$(told earlier) $(told drop) $(told move)" '1 3 3'
check "the difference says so" eval 'run plan diff round-14 "$day" --json &&
  grep -q "\"removed\"" "$work/out"'
book give "$work/day.xlsx" "$work/behind.xlsx" "$moved" "$first"
check "the old workbook is behind" run plan edit "$work/behind.xlsx" --json
check "and both changed the same stop" is "$(conflicts remade)" 1

title "Conflicts"
ws=$work/two/workspace
book delete "$work/day.xlsx" "$work/silent.xlsx" 选取依据 随机
check "a drawn site taken out in silence" run plan edit "$work/silent.xlsx" --json
check "is in the way" is "$(conflicts drawn_without_reason)" 1
check "even with --force" fails 65 'without a reason' plan edit "$work/silent.xlsx" --apply --force
check "a reason given once for all" eval 'run plan edit "$work/silent.xlsx" --json --reason moved &&
  is "$(conflicts drawn_without_reason) $(conflicts drawn)" "0 1"'
book delete "$work/day.xlsx" "$work/left.xlsx" 选取依据 覆盖
check "a township left out" run plan edit "$work/left.xlsx" --json
check "is told" is "$(conflicts township_left_out)" 1
book crowd "$work/day.xlsx" "$work/crowd.xlsx" 12
check "more than a day holds" run plan edit "$work/crowd.xlsx" --json
check "is told by visits and hours" is "$(conflicts too_many) $(conflicts too_long)" '1 1'

title "What cannot be read"
book put "$work/day.xlsx" "$work/team9.xlsx" 2 督查组编号 999999-99
check "an unknown team" eval 'run plan edit "$work/team9.xlsx" --json &&
  is "$(count unusable) $(count drop)" "1 0"'
check "is not applied" fails 65 'cannot be read' plan edit "$work/team9.xlsx" --apply
book twice "$work/day.xlsx" "$work/twice.xlsx" 3
check "two rows for one stop" eval 'run plan edit "$work/twice.xlsx" --json && is "$(count unusable)" 1'
book put "$work/day.xlsx" "$work/site9.xlsx" 107 新增目标 NOBODY
check "an unknown site" eval 'run plan edit "$work/site9.xlsx" && says "names no site"'
book put "$work/day.xlsx" "$work/order.xlsx" 2 顺序 第一
check "an order that is no number" eval 'run plan edit "$work/order.xlsx" && says "whole number"'
book rename "$work/day.xlsx" "$work/renamed.xlsx" 安排编号 编号
check "a hidden column renamed" fails 65 '安排编号' plan edit "$work/renamed.xlsx"
check "a hidden column renamed, for visits" fails 65 '安排编号' import visits "$work/renamed.xlsx"
head -c 9000 "$work/day.xlsx" >"$work/cut.xlsx"
check "a damaged archive" fails 65 'cut.xlsx' plan edit "$work/cut.xlsx"
check "a damaged archive, for visits" fails 65 'cut.xlsx' import visits "$work/cut.xlsx"
book swollen "$work/day.xlsx" "$work/swollen.xlsx"
check "a workbook that unpacks to a thousand times its size" fails 65 'more than 200 times its size' \
  plan edit "$work/swollen.xlsx"
check "the same, for visits" fails 65 'more than 200 times its size' import visits "$work/swollen.xlsx"
check "no such file" fails 66 'none.xlsx' plan edit "$work/none.xlsx"
printf 'a,b\n1,2\n' >"$work/plain.csv"
check "another file" fails 65 'no workbook of a planned day' plan edit "$work/plain.csv"
"$hotspot" init "$work/other" --quiet >/dev/null
ws=$work/other
check "a workbook of another workspace" fails 65 'does not have' plan edit "$work/day.xlsx"
check "the same, for visits" fails 65 'does not have' import visits "$work/filled.xlsx"
finish
