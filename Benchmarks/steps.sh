# The steps of scripts/bench, which sets their variables.

# Puts the tables of the last run between the two marks.
publish() {
  awk -v folder=$folder/tables '
    /^<!-- begin of / {
      table = folder "/" $4 ".md"
      if ((getline line < table) > 0) {
        print; print ""
        do print line; while ((getline line < table) > 0)
        skipping = 1
      }
    }
    /^<!-- end of / { skipping = 0 }
    !skipping' Benchmarks/RESULTS.md >$folder/RESULTS.md
  mv $folder/RESULTS.md Benchmarks/RESULTS.md
}

build() {
  say "Building the benchmarks (release) ..."
  # SwiftPM (6.3) does not see files that are new in a package taken by its path; newer manifests make
  # it look.
  touch Package.swift Benchmarks/Package.swift
  swift build -c release --package-path Benchmarks --scratch-path $folder/swift --quiet >&2
}

# hotspot itself, which only some steps need; HOTSPOT names another build of it.
build_hotspot() {
  hotspot=${HOTSPOT:-}
  [ -n "$hotspot" ] && return
  say "Building hotspot (release) ..."
  swift build -c release --product hotspot --quiet >&2
  hotspot=$(swift build -c release --show-bin-path)/hotspot
}

# Help of an unknown command is help of all: that one exists is in its own usage only.
has_join() { [[ $("$hotspot" join --help 2>&1) == *"USAGE: hotspot join"* ]]; }

# Installs a Debian package that only benchmarks need, unless a check succeeds.
need() { # PACKAGE CHECK ...
  packages=("$1")
  shift
  "$@" >/dev/null 2>&1 || install_missing
}

python() { "$folder/venv/bin/python" -W ignore -B "$@"; }

peers() {
  need python3-venv python3 -c 'import ensurepip, venv'
  [ -e $folder/venv/ready ] && [ ! Benchmarks/requirements.txt -nt $folder/venv/ready ] && return
  say "Installing the peers from PyPI into $folder/venv (about 1 GB) ..."
  python3 -m venv $folder/venv
  $folder/venv/bin/pip install --quiet --disable-pip-version-check \
    -r Benchmarks/requirements.txt >&2
  touch $folder/venv/ready
}

machine() {
  printf 'Machine: %s, %s cores, %s of memory, L3 %s, Linux %s; %s; load %s at the start.\n' \
    "$(lscpu | sed -n 's/^Model name: *//p')" "$(nproc)" \
    "$(free -g | awk '/^Mem/ { print $2 " GiB" }')" \
    "$(lscpu | sed -n 's/^L3 cache: *//p' | cut -d'(' -f1 | sed 's/ *$//')" "$(uname -r)" \
    "$(swift --version 2>/dev/null | sed -n 's/.*\(Swift version [0-9.]*\).*/\1/p')" \
    "$(cut -d' ' -f1 /proc/loadavg)"
  printf 'Commit %s, %s. Peers: %s.\n\n' "$(git describe --always --dirty)" "$(date -u +%F)" \
    "$(sed 's/==/ /' Benchmarks/requirements.txt | paste -sd, | sed 's/,/, /g')"
}

has_towns() {
  [ -e "$towns" ] && return
  printf 'Skipped for towns: %s is not there; set HOTSPOT_TEST_DATA.\n\n' "$towns"
  return 1
}

# Layers and points are made once; they depend on seeds alone. A layer's file may be newer than its
# points only if somebody replaced it.
layer() { # NAME: prints the file
  [ "$1" = towns ] && printf '%s' "$towns" && return
  [ -e "$data/tiles.gpkg" ] || "$bin/MakeLayer" "$data/tiles.gpkg" >&2
  printf '%s' "$data/tiles.gpkg"
}

make_points() { # LAYER COUNT
  [ -e "$data/$1-$2-sorted.y" ] || "$bin/MakePoints" "$(layer "$1")" "$2" "$data/$1-$2"
}

make_csv() { # LAYER COUNT
  [ -e "$data/$1-$2.csv" ] && return
  "$bin/MakePoints" "$(layer "$1")" "$2" "$data/$1-$2.part" csv
  mv "$data/$1-$2.part.csv" "$data/$1-$2.csv"
}

# Appends what a command prints to the step's records, after what it was asked.
record() { # STEP LAYER,ORDER,POINTS COMMAND ...
  local step=$1 asked=$2 line
  shift 2
  say "$asked: $*"
  if line=$("$@"); then
    printf '%s,%s\n' "$asked" "$line" >>"$folder/$step.csv"
  else
    printf 'FAILED: %s\n\n' "$*"
    return 1
  fi
}

report() { python Benchmarks/report.py $folder "$1"; }

step_join() {
  local layer count order file asked peer status=0 few
  peers
  rm -f $folder/join.csv
  printf '## Which polygon holds each point\n\n'
  for layer in towns tiles; do
    [ $layer = towns ] && ! has_towns && continue
    for count in $((points / 10)) "$points"; do
      file=$(layer $layer)
      make_points $layer "$count"
      few=$((count < points ? 3 : 2))
      for order in random sorted; do
        asked=$layer,$order,$count
        for threads in 0 1 2; do
          record join "$asked" "$bin/Join" "$file" "$data/$layer-$count-$order" $threads "$runs" ||
            status=1
        done
        for peer in pycanopy_join sedonadb_join shapely_strtree geopandas_sjoin duckdb_spatial; do
          record join "$asked" python Benchmarks/Peers/$peer.py "$file" \
            "$data/$layer-$count-$order" $few || status=1
        done
      done
    done
  done
  report join && return $status
}

step_shares() {
  local status=0
  printf '## Shares of townships in 3-km cells\n\n'
  has_towns || return 0
  peers
  rm -f $folder/shares.csv
  record shares towns,-,0 "$bin/Shares" "$towns" "$runs" "$data/shares" || return 1
  record shares towns,-,0 python Benchmarks/Peers/geopandas_overlay.py "$data/shares" 3 || return 1
  report shares || status=1
  cat "$data/shares.txt"
  grep -q MISMATCH "$data/shares.txt" && return 1
  return $status
}

step_hotspots() {
  printf '## Hot spots of 67,000 cells\n\n'
  peers
  "$bin/Hotspots" "$runs" "$data/cells" >$folder/hotspots.csv || return 1
  python Benchmarks/Peers/esda_local.py 3 "$data/cells" >>$folder/hotspots.csv || return 1
  python Benchmarks/Peers/pygeoda_local.py 3 "$data/cells" >>$folder/hotspots.csv || return 1
  report hotspots
}

make_layout() { # NAME COUNT
  [ -e "$data/$1-$2.y" ] || "$bin/MakeLayout" "$1" "$2" "$data/$1-$2"
}

step_density() {
  local status=0 of="$data/clustered-1000000"
  printf '## Density of clustered points on 3.93 million cells\n\n'
  peers
  make_layout clustered 1000000
  "$bin/Density" "$runs" 1 "$of" "$of.density" >$folder/density.csv || return 1
  "$bin/Density" "$runs" 2 "$of" "$of.density" >>$folder/density.csv || return 1
  python Benchmarks/Peers/kdepy_density.py 3 "$of" "$of.density" >>$folder/density.csv || status=1
  report density && return $status
}

step_clusters() {
  local status=0 layout of
  printf '## DBSCAN, 500 m, at least 10\n\n'
  peers
  rm -f $folder/clusters.csv
  for layout in clustered lattice lines heap; do
    make_layout $layout 1000000
    of=$data/$layout-1000000
    "$bin/Clusters" "$runs" $layout "$of" "$of.labels" >>$folder/clusters.csv || return 1
    # In a heap each point has about half a million neighbours, and scikit-learn holds them all.
    [ $layout = heap ] && continue
    python Benchmarks/Peers/sklearn_dbscan.py 2 $layout "$of" "$of.labels" \
      >>$folder/clusters.csv || status=1
  done
  report clusters && return $status
}

# The scan statistic has no peer that can be installed here.
step_scan() {
  local tracts=${HOTSPOT_TEST_DATA:-../shared/data}/statistics/inputs/NY8_utm18.gpkg
  printf '## Scan statistic\n\n'
  if [ ! -f "$tracts" ]; then
    printf 'Skipped: no %s.\n\n' "$tracts"
    return 0
  fi
  printf 'New York: 281 tracts, leukaemia cases, at most half of the people in a window.\n\n'
  "$bin/Scan" "$runs" "$tracts" Cases POP8 >$folder/scan.csv || return 1
  report scan
}

step_csv() {
  local count few status=0
  printf '## From CSV to CSV\n\n'
  has_towns || return 0
  build_hotspot
  peers
  rm -f $folder/csv.csv
  has_join || printf 'hotspot skipped: this hotspot has no join.\n\n'
  for count in $((points / 10)) "$points"; do
    make_csv towns "$count"
    few=$((count < points ? 3 : 1))
    if has_join; then
      record csv "towns,random,$count" \
        python Benchmarks/Peers/program.py hotspot 3 "$data/ours.csv" "$hotspot" join \
        "$data/towns-$count.csv" "$towns" -o "$data/ours.csv" --columns $column || status=1
    fi
    record csv "towns,random,$count" python Benchmarks/Peers/duckdb_csv.py \
      "$data/towns-$count.csv" "$towns" $column "$data/theirs.csv" $few || status=1
    if has_join; then
      python Benchmarks/Peers/compare_csv.py "$data/ours.csv" "$data/theirs.csv" $column "$count" ||
        status=1
    fi
    if [ "$count" -lt "$points" ]; then
      record csv "towns,random,$count" python Benchmarks/Peers/geopandas_csv.py \
        "$data/towns-$count.csv" "$towns" $column "$data/theirs.csv" $few || status=1
    fi
    rm -f "$data/ours.csv" "$data/theirs.csv"
  done
  report csv && return $status
}

# The same instances, the same processor seconds, every solution checked from the instance alone.
step_planning() {
  local given=${HOTSPOT_TEST_DATA:-../shared/data} status=0
  printf '## Rounds and orienteering\n\n'
  if [ ! -d "$given/planning/instances" ] || [ ! -d "$given/orienteering/chao" ]; then
    printf 'Skipped: no instances in %s; set HOTSPOT_TEST_DATA.\n\n' "$given"
    return 0
  fi
  build_hotspot
  peers
  python Benchmarks/Peers/planning.py "$given" "$hotspot" "$data/plans" 6 >$folder/planning.csv ||
    status=1
  printf 'Chao: 1 CPU-s an instance; the peers have every sixth.\n\n'
  report planning && return $status
}

# A run of the program as a row of a table: what it works on, then program.py's numbers.
learning_row() { # WHAT COMMAND ...
  local what=$1
  shift
  python Benchmarks/Peers/program.py "$what" 3 "$data/learning.json" "$@" \
    --report "$data/learning.json" |
    awk -F, '{ printf "| %s | %.1f | %.1f | %d | %d |\n", $1, $5, $6, $2, $7 }'
}

# Past inspections: a million rows of a table, a million visits of a workspace, and how good the
# scores are beside scikit-learn's.
step_calibrate() {
  local rows file seed status=0 demo=$data/learning features=sanitarian,facility,pastSerious
  features+=,pastCritical,ageAtInspection,alcohol,tobacco,timeSinceLast,temperatureMax,burglary
  features+=,sanitation,garbage
  printf '## Learning from past inspections\n\n'
  build_hotspot
  peers
  printf '| | CPU s | wall s | cores | peak MB |\n| --- | ---: | ---: | ---: | ---: |\n'
  for rows in 100000 1000000; do
    file=$data/inspections-$rows.csv
    [ -e "$file" ] || python Benchmarks/Peers/inspections.py $rows "$file"
    learning_row "\`evaluate\`: table of $rows inspections" "$hotspot" evaluate "$file" \
      --date Inspection_Date --outcome criticalFound --features $features --test test || status=1
  done
  [ -e "$demo/workspace" ] || "$hotspot" demo "$demo" --quiet >/dev/null
  [ -e "$demo/many" ] || python Benchmarks/Peers/many_visits.py "$demo/workspace" "$demo/many"
  for file in workspace many; do
    learning_row "\`calibrate\`: visits of 39 cities$([ $file = many ] && printf ", each seven times")" "$hotspot" calibrate \
      -w "$demo/$file" --as-of 2018-12-23T18:00 --dry-run || status=1
  done
  printf '\n| table | | AUC | first half | days earlier |\n| --- | --- | ---: | ---: | ---: |\n'
  for seed in 1 2 3; do
    file=$data/inspections-$seed.csv
    [ -e "$file" ] || python Benchmarks/Peers/inspections.py 18712 "$file" $seed
    python Benchmarks/Peers/sklearn_inspections.py "$hotspot" "$file" |
      awk -F'|' -v seed=$seed '{ printf "| %s | %s | %s | %s | %s |\n", seed, $2, $3, $4, $5 }' ||
      status=1
  done
  printf '\n' && return $status
}

# Means of two rasters of 1 km over the demo's cells.
step_means() {
  local demo=$data/learning status=0
  printf '## Means of rasters over cells\n\n'
  build_hotspot
  peers
  [ -e "$demo/workspace" ] || "$hotspot" demo "$demo" --quiet >/dev/null
  python Benchmarks/Peers/exactextract_means.py "$hotspot" "$demo/workspace" "$data/means" 3 ||
    status=1
  printf '\n' && return $status
}

# Readings of invented meters: by meter, by time, in memory; then the rules in SQL.
step_power() {
  local status=0
  printf '## Readings of meters\n\n'
  build_hotspot
  peers
  HOTSPOT=$hotspot Benchmarks/power.sh 80 "$data/power" || status=1
  rm -f "$data"/power/readings.csv
  printf '\n'
  [ -e "$data/meters" ] || "$hotspot" detect power-trial --sites 1000 --write "$data/meters"
  python Benchmarks/Peers/duckdb_power.py "$hotspot" "$data/meters" "$data/power" 3 || status=1
  return $status
}

# Counts the instructions of a command, without its debug information, which older valgrinds cannot
# read. Hashing is told not to draw lots.
instructions() { # COMMAND ...
  local bare=$folder/${1##*/}.bare
  strip --strip-debug -o "$bare" "$1"
  shift
  SWIFT_DETERMINISTIC_HASHING=1 valgrind --tool=callgrind \
    --callgrind-out-file=$folder/callgrind.out "$bare" "$@" >$folder/callgrind.log 2>&1 || tail -n 5 $folder/callgrind.log >&2
  awk '/Collected :/ { print $4; found = 1 } END { exit !found }' $folder/callgrind.log
}

# One more line for the table: instructions of a loop per item, beside those in callgrind.csv.
compare() { # LOOP ITEM COUNT INSTRUCTIONS(COUNT) INSTRUCTIONS(2 COUNT)
  awk -F, -v loop="$1" -v item="$2" -v count="$3" -v once="$4" -v twice="$5" '
    $1 == loop { known = $2; tolerance = $3 }
    END {
      found = (twice - once) / count
      if (known == "") {
        verdict = "no number is committed: add " loop "," sprintf("%.2f", found) ",3"
      } else {
        change = 100 * (found / known - 1)
        verdict = sprintf("%+.1f %%", change)
        if (change > tolerance) verdict = "**" verdict ": more than " tolerance " %, a regression**"
        if (change < -tolerance) verdict = verdict ": better, put it into callgrind.csv"
      }
      if (known == "") known = "-"
      printf "| %s | %.2f per %s | %s | %s |\n", loop, found, item, known, verdict
      exit change > tolerance
    }' Benchmarks/callgrind.csv
}

step_callgrind() {
  local status=0 once twice
  need valgrind valgrind --version
  printf '## Instructions\n\n'
  printf '| loop | instructions | committed | change |\n| --- | ---: | ---: | --- |\n'
  once=$(instructions "$bin/Locate" 200000) || return 1
  twice=$(instructions "$bin/Locate" 400000) || return 1
  compare Locate point 200000 "$once" "$twice" || status=1
  csv_instructions || status=1
  printf '\n'
  return $status
}

# The slot of CSV: reading, looking up and writing a row of hotspot join.
csv_instructions() {
  local once twice
  build_hotspot
  if ! has_join; then
    printf '| Csv | skipped: this hotspot has no join | | |\n'
    return
  fi
  make_csv tiles 200000
  make_csv tiles 400000
  once=$(join_instructions 200000) || return 1
  twice=$(join_instructions 400000) || return 1
  compare Csv row 200000 "$once" "$twice"
}

join_instructions() { # COUNT
  rm -f "$data/counted.csv"
  # As a stream, whose length is unknown, so that both runs build the same index.
  instructions "$hotspot" join - "$(layer tiles)" -o "$data/counted.csv" \
    --columns code <"$data/tiles-$1.csv"
}
