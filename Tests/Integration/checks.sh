# What the scripts of this folder share: counted checks, the program, a temporary folder.
# Sourced by them after `set -euo pipefail`.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
here=$root/Tests/Integration
work=$(mktemp -d "${TMPDIR:-/tmp}/hotspot-integration.XXXXXX")
passed=0 failed=0

cleanup() { rm -rf "$work"; }
trap cleanup EXIT

# The release binary: HOTSPOT names another one; it is built if it is not there.
find_program() {
  hotspot=${HOTSPOT:-}
  if [ -z "$hotspot" ]; then
    hotspot=$(cd "$root" && swift build -c release --show-bin-path)/hotspot
    [ -x "$hotspot" ] || (cd "$root" && swift build -c release --product hotspot --quiet >&2)
  fi
}

title() { printf '\n== %s\n' "$*"; }

# check WHAT COMMAND...: counts whether a command succeeds.
check() {
  local what=$1
  shift
  if "$@"; then
    passed=$((passed + 1))
    printf 'ok      %s\n' "$what"
  else
    failed=$((failed + 1))
    printf 'FAILED  %s\n' "$what"
  fi
}

# is FOUND EXPECTED
is() {
  [ "$1" = "$2" ] || { printf '        found %s, expected %s\n' "$1" "$2"; return 1; }
}

# Ends a script with its account.
finish() {
  printf '\n%d passed, %d failed\n' "$passed" "$failed"
  [ "$failed" -eq 0 ]
}

# numbers KEY FILE: the numbers under a key of a JSON text, one a line.
numbers() { { grep -o "\"$1\": *-\{0,1\}[0-9.]*" "$2" || true; } | sed 's/.*: *//'; }

# number KEY FILE: the first of them; 0 if there is none.
number() { numbers "$@" | awk 'NR == 1 { first = $1 } END { print first + 0 }'; }

# rows FILE: the records of a CSV, headings not counted.
rows() {
  LC_ALL=C awk -v file="$1" -f "$here/csv.awk" -f <(
    echo 'BEGIN { csv_headings(file, c, ""); while (csv_record(file, f) > 0) n++; print n + 0 }'
  )
}

# query FILE SQL: one line a row, values separated by "|"; by ogrinfo, which gdal-bin brings.
query() {
  ogrinfo -q -ro -dialect SQLite -sql "$2" "$1" 2>/dev/null | awk '
    /^OGRFeature/ { if (line != "") print line; line = "" }
    / = / { sub(/^.* = /, ""); line = line (line == "" ? "" : "|") $0 }
    END { if (line != "") print line }'
}
has_ogrinfo() { command -v ogrinfo >/dev/null 2>&1; }

# run NAME ARGUMENT...: the program, its standard output to NAME.out, messages to NAME.txt
run() {
  local name=$1
  shift
  "$hotspot" "$@" >"$work/$name.out" 2>"$work/$name.txt" ||
    { sed 's/^/        /' "$work/$name.txt"; return 1; }
}
