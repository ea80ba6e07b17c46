# Comma-separated text (RFC 4180) for awk: quotes, line ends within quotes, a byte order mark.
# To be loaded before the program that uses it: awk -f csv.awk -f program.awk

# Reads the next record of a file into field[1..n]; gives n, or -1 at the end.
function csv_record(file, field,    line, more, at, n, value) {
  at = (getline line < file)
  if (at < 0) {
    printf "%s: cannot be read\n", file > "/dev/stderr"
    exit 66
  }
  if (at == 0) return -1
  if (!index(line, "\"")) {
    sub(/\r$/, "", line)
    return split(line, field, ",")
  }
  while (gsub(/"/, "\"", line) % 2 && (getline more < file) > 0) line = line "\n" more
  sub(/\r$/, "", line)
  split("", field)
  line = line ","
  while (line != "") {
    value = ""
    if (substr(line, 1, 1) == "\"") {
      line = substr(line, 2)
      while ((at = index(line, "\"")) > 0) {
        value = value substr(line, 1, at - 1)
        more = substr(line, at + 1, 1)
        line = substr(line, at + (more == "\"" ? 2 : 1))
        if (more != "\"") break
        value = value "\""
      }
      at = index(line, ",")
    } else {
      at = index(line, ",")
      value = substr(line, 1, at - 1)
    }
    field[++n] = value
    line = substr(line, at + 1)
  }
  return n
}

# Reads the headings of a file: column[heading] is the number of its field. Aliases are given as
# "alias=heading alias=heading"; a heading counts under its alias too.
function csv_headings(file, column, aliases,    field, n, i, pair, pairs, two) {
  split("", column)
  n = csv_record(file, field)
  if (n < 1) {
    printf "%s: no headings\n", file > "/dev/stderr"
    exit 65
  }
  sub(/^\357\273\277/, "", field[1])
  for (i = 1; i <= n; i++) column[field[i]] = i
  pairs = split(aliases, pair, " ")
  for (i = 1; i <= pairs; i++) {
    split(pair[i], two, "=")
    if (two[2] in column) column[two[1]] = column[two[2]]
  }
}

# Ends the program unless all of some headings are there.
function csv_require(file, column, names,    name, n, i) {
  n = split(names, name, " ")
  for (i = 1; i <= n; i++) {
    if (!(name[i] in column)) {
      printf "%s: no column %s\n", file, name[i] > "/dev/stderr"
      exit 65
    }
  }
}

# A value as a field of CSV.
function csv_quoted(value) {
  if (value !~ /[",\n\r]/) return value
  gsub(/"/, "\"\"", value)
  return "\"" value "\""
}
