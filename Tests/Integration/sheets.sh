#!/usr/bin/env bash
# Prints the sheets of a small demo and reads them back with other programs: zbar decodes every code
# of every page, poppler finds every name and every font embedded. Uses the release binaries, or
# HOTSPOT and HOTSPOT_PRINT. Last line: "N passed, M failed".
set -euo pipefail
. "$(dirname "$0")/checks.sh"
(
  . "$root/scripts/setup"
  packages=("${print_packages[@]}" zbar-tools poppler-utils python3)
  install_missing
)
find_program
print=${HOTSPOT_PRINT:-$(dirname "$hotspot")/hotspot-print}
[ -x "$print" ] || (cd "$root" && swift build -c release --product hotspot-print --quiet >&2)
ws=$work/demo/workspace
day=2018-12-24

# sheet NAME ARGUMENT...: keeps what was said.
sheet() {
  local name=$1
  shift
  "$print" sheet "$@" -w "$ws" >"$work/$name.out" 2>"$work/$name.txt" ||
    { sed 's/^/        /' "$work/$name.txt"; return 1; }
}

refused() { # EXIT PATTERN ARGUMENT...
  local expected=$1 pattern=$2 found=0
  shift 2
  "$print" sheet "$@" >"$work/refused.out" 2>"$work/refused.txt" || found=$?
  is "$found" "$expected" && grep -q -- "$pattern" "$work/refused.txt" && [ ! -s "$work/refused.out" ]
}

# The addresses that zbar reads off the pages of a PDF, sorted.
codes() {
  rm -rf "$work/pages" && mkdir "$work/pages"
  pdftoppm -r 150 -gray "$1" "$work/pages/p"
  local page
  for page in "$work"/pages/*; do
    zbarimg --quiet --raw -S*.disable -Sqrcode.enable "$page" 2>/dev/null || true
  done | LC_ALL=C sort
}

text() { pdftotext -raw "$1" - | tr -d ' \t\n\f'; }
missing_names() { text "$1" >"$work/text"; while read -r name; do
  grep -qF -- "$name" "$work/text" || echo "$name"
done; }
fonts() { pdffonts "$1" | tail -n +3; }
expected() { python3 "$here/sheets/expected.py" "$1" "$ws/plans/$day/routes" | LC_ALL=C sort; }

title "A demo of small scale"
"$hotspot" demo "$work/demo" --scale 0.02 --lang en >/dev/null 2>"$work/demo.txt"
expected urls >"$work/urls"
check "stops are planned" [ "$(wc -l <"$work/urls")" -gt 20 ]

title "One file for all teams"
check "sheet" sheet all "$day" -o "$work/all.pdf" --lang zh
check "every code leads to its stop" diff "$work/urls" <(codes "$work/all.pdf")
check "every name is in the text" is "$(expected names | missing_names "$work/all.pdf")" ""
check "every font is embedded, a subset, with its letters" \
  is "$(fonts "$work/all.pdf" | grep -cv ' yes yes yes ' || true)" 0
check "fonts there are" [ "$(fonts "$work/all.pdf" | wc -l)" -ge 2 ]
check "what is invented says so" grep -q '乡镇边界为虚构数据' <(text "$work/all.pdf")
check "again" sheet again "$day" -o "$work/again.pdf" --lang zh
check "the same bytes" cmp "$work/all.pdf" "$work/again.pdf"
check "the date of the plan" grep -q 'Sun Dec 23 10:00:00 2018' <(TZ=UTC pdfinfo "$work/all.pdf")
check "no telephone number" is "$(text "$work/all.pdf" | grep -cE '[^0-9]1[3-9][0-9]{9}[^0-9]' || true)" 0

title "A file for each team"
check "sheet --each" sheet each "$day" --each -o "$work/each" --lang en
teams=$(ls "$ws/plans/$day/routes" | wc -l)
check "a file for each team, and the overviews" \
  is "$(ls "$work/each" | grep -cv 总览)" "$teams"
named() { ls "$work/each" | grep -vE "^${day}_[^_]+_([0-9]{2}组|总览)\.pdf$" || true; }
check "named by date, city and team" is "$(named)" ""
for pdf in "$work"/each/*; do codes "$pdf"; done | LC_ALL=C sort >"$work/each-codes"
check "every code leads to its stop" diff "$work/urls" "$work/each-codes"
check "files that are there stay" refused 73 overwrite "$day" --each -o "$work/each" -w "$ws"
check "unless told" sheet over "$day" --each -o "$work/each" --overwrite --lang en

title "Large letters"
check "sheet --large" sheet large "$day" --large -o "$work/large.pdf" --lang zh
check "every code leads to its stop" diff "$work/urls" <(codes "$work/large.pdf")

title "What cannot be printed"
check "a day that is not planned" refused 66 'not planned' 2018-12-30 -w "$ws"
check "a team that is not there" refused 66 'Teams with stops' "$day" --team nobody -w "$ws"
check "a folder that cannot be" refused 73 'cannot be made' "$day" --each -o "$work/all.pdf/x" -w "$ws"
mkdir -p "$work/fonts"
printf '<?xml version="1.0"?><fontconfig><dir>%s</dir></fontconfig>\n' "$work/fonts" \
  >"$work/fonts.conf"
check "without a Chinese font" env FONTCONFIG_FILE="$work/fonts.conf" bash -c '
  "$0" sheet '"$day"' -o "$1/boxes.pdf" -w "$2" 2>"$1/boxes.txt"; [ $? = 69 ] &&
    grep -q fonts-noto-cjk "$1/boxes.txt" && [ ! -e "$1/boxes.pdf" ]' "$print" "$work" "$ws"

title "A plan that is kept secret"
export HOTSPOT_KEYS=$work/keys HOTSPOT_RELEASE=06:00
HOTSPOT_NOW=2018-12-24T18:00 "$hotspot" plan day 2018-12-25 --as-of 2018-12-24T18:00 -w "$ws" \
  >/dev/null 2>"$work/plan.txt" || sed 's/^/        /' "$work/plan.txt"
check "before its release" env HOTSPOT_NOW=2018-12-24T20:00 bash -c '
  "$0" sheet 2018-12-25 -o "$1/sealed.pdf" -w "$2" 2>"$1/sealed.txt"; [ $? = 77 ] &&
    [ ! -e "$1/sealed.pdf" ]' "$print" "$work" "$ws"
check "after it" env HOTSPOT_NOW=2018-12-25T06:00 "$print" sheet 2018-12-25 -o "$work/sealed.pdf" \
  -w "$ws" --quiet

finish
