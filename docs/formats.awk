# Prints docs/formats.md: the prose of docs/formats.txt, in which a line "@imports", "@vocabularies",
# "@lists", "@workbook", "@streams" or "@tables" stands for what is made of Data/tables and docs/examples.

BEGIN {
  while ((getline line < prose) > 0) {
    if (line == "@imports") imports()
    else if (line == "@streams") streams()
    else if (line == "@vocabularies") vocabularies()
    else if (line == "@lists") lists()
    else if (line == "@workbook") workbook()
    else if (line == "@tables") table_list()
    else print line
  }
}

# ---- kinds of import ----

function imports(    c, f, file, kind) {
  read_columns()
  file = tables "/kinds.csv"
  csv_headings(file, c, "")
  while (csv_record(file, f) > 0) {
    kind = f[c["kind"]]
    printf "### `%s` %s\n\n", kind, f[c["zh"]]
    printf "%s; table `%s`%s. %s.", f[c["en"]], f[c["table"]],
      f[c["also_tables"]] == "" ? "" : ", and " names(f[c["also_tables"]]),
      geometry(f[c["geometry"]], f[c["geometry_required"]])
    if (f[c["one_of"]] != "") printf " At least one of %s.", names(f[c["one_of"]])
    printf "\n\n| column | 中文 | other headings known | holds |\n| --- | --- | --- | --- |\n"
    column_rows(f[c["table"]])
    extra_rows(f[c["extra_columns"]])
    if (f[c["geometry"]] ~ /point/ && f[c["table"]] != "townships") column_rows("*point")
    column_row("*", "known_at")
    print ""
    example(kind)
  }
  close(file)
}

function streams(    c, f, file) {
  file = tables "/streamed_kinds.csv"
  csv_headings(file, c, "")
  while (csv_record(file, f) > 0) {
    printf "### `%s` %s\n\n%s; never stored. At least one of %s.\n\n", f[c["kind"]], f[c["zh"]],
      f[c["en"]], names(f[c["one_of"]])
    printf "| column | 中文 | other headings known | holds |\n| --- | --- | --- | --- |\n"
    column_rows(f[c["table"]])
    print ""
    example(f[c["kind"]])
  }
  close(file)
}

function read_columns(    c, f, file, key) {
  file = tables "/columns.csv"
  csv_headings(file, c, "")
  while (csv_record(file, f) > 0) {
    key = f[c["table"]] SUBSEP f[c["column"]]
    order[f[c["table"]], ++column_count[f[c["table"]]]] = f[c["column"]]
    type[key] = f[c["type"]]
    required[key] = f[c["required"]]
    vocabulary[key] = f[c["vocabulary"]]
    zh[key] = f[c["zh"]]
    en[key] = f[c["en"]]
    aliases[key] = f[c["aliases"]]
    about[key] = f[c["description_en"]]
  }
  close(file)
}

function geometry(kinds, is_required) {
  if (kinds == "area") return "Needs areas"
  if (kinds == "area|point") return "Needs areas, or points, of which areas are made"
  if (kinds == "point|none") return "Points, or columns `lon` and `lat`"
  return "A table without places"
}

function column_rows(table,    i) {
  for (i = 1; i <= column_count[table]; i++) column_row(table, order[table, i])
}

function extra_rows(list,    n, part, i, two) {
  n = split(list, part, "|")
  for (i = 1; i <= n; i++) {
    split(part[i], two, ".")
    column_row(two[1], two[2], "extra")
  }
}

function column_row(table, column, is_extra,    key, others) {
  key = table SUBSEP column
  others = aliases[key]
  gsub(/\|/, ", ", others)
  if (en[key] != "") others = en[key] (others == "" ? "" : ", " others)
  printf "| `%s`%s | %s | %s | %s |\n", column, required[key] == "yes" && is_extra == "" ? " (needed)" : "", zh[key],
    others, holds(key)
}

function holds(key,    words) {
  words = type[key] == "code" ? "text kept as it is" : type[key]
  if (vocabulary[key] != "" && vocabulary[key] != "boolean") {
    words = words " of [" vocabulary[key] "](#" anchor(vocabulary[key]) ")"
    sub(/\?\]/, "]", words)
    if (vocabulary[key] ~ /\?$/) words = words " or other words"
  }
  return words (about[key] == "" ? "" : ". " about[key])
}

function anchor(name) {
  sub(/\?$/, "", name)
  return name
}

function names(list,    n, part, i, text) {
  n = split(list, part, "|")
  for (i = 1; i <= n; i++) text = text (i == 1 ? "" : ", ") "`" part[i] "`"
  return text
}

function example(kind,    file, line, found) {
  file = examples "/" kind ".csv"
  while ((getline line < file) > 0) {
    if (!found++) printf "Example, `docs/examples/%s.csv`:\n\n```csv\n", kind
    print line
  }
  close(file)
  if (found) print "```\n"
  else printf "Example: [`docs/examples/%s.geojson`](examples/%s.geojson).\n\n", kind, kind
}

# ---- vocabularies ----

function vocabularies(    c, f, file, name, last, others) {
  file = tables "/vocabularies.csv"
  csv_headings(file, c, "")
  while (csv_record(file, f) > 0) {
    name = f[c["vocabulary"]]
    if (name != last) {
      printf "%s### %s\n\n| key | 中文 | other words known |\n| --- | --- | --- |\n",
        last == "" ? "" : "\n", name
      last = name
    }
    others = f[c["aliases"]]
    gsub(/\|/, ", ", others)
    printf "| `%s` | %s | %s |\n", f[c["key"]], f[c["zh"]],
      f[c["en"]] (others == "" ? "" : ", " others)
  }
  close(file)
  keyed("ledger", "ledger_kinds.csv", "name_zh", "name_en")
  keyed("topic", "topics.csv", "name_zh", "name_en")
}

function keyed(name, table, zh_column, en_column,    c, f, file, others) {
  file = tables "/" table
  csv_headings(file, c, "")
  printf "\n### %s\n\n| key | 中文 | other words known |\n| --- | --- | --- |\n", name
  while (csv_record(file, f) > 0) {
    others = f[c["aliases"]]
    gsub(/\|/, ", ", others)
    printf "| `%s` | %s | %s |\n", f[c["key"]], f[c[zh_column]],
      f[c[en_column]] (others == "" ? "" : ", " others)
  }
  close(file)
}

# ---- lists that plans write ----

function lists(    c, f, file, last) {
  file = tables "/list_columns.csv"
  csv_headings(file, c, "")
  while (csv_record(file, f) > 0) {
    if (f[c["list"]] == "cities") continue
    if (f[c["list"]] != last) {
      printf "%s### `%s.csv`\n\n| column | 中文 | is |\n| --- | --- | --- |\n",
        last == "" ? "" : "\n", f[c["list"]]
      last = f[c["list"]]
    }
    printf "| `%s` | %s | %s |\n", f[c["key"]], f[c["zh"]], f[c["en"]]
  }
  close(file)
}

# ---- the workbook of a day ----

function workbook(    c, f, file, many) {
  file = tables "/workbook_columns.csv"
  csv_headings(file, c, "")
  while (csv_record(file, f) > 0) {
    if (f[c["role"]] == "sheet") {
      printf "%sSheet %s (%s): %s.\n\n", many++ ? "\n" : "", f[c["zh"]], f[c["en"]],
        f[c["description_en"]]
      print "| key | 中文 | English | for | is |\n| --- | --- | --- | --- | --- |"
      continue
    }
    printf "| `%s` | %s | %s | %s | %s |\n", f[c["key"]], f[c["zh"]], f[c["en"]],
      f[c["role"]] == "id" ? "hidden" : f[c["role"]],
      f[c["description_en"]] (f[c["vocabulary"]] == "" ? "" : \
        (f[c["description_en"]] == "" ? "" : "; ") "words of `" f[c["vocabulary"]] "`")
  }
  close(file)
}

# ---- tables of a workspace ----

function table_list(    c, f, file) {
  file = tables "/tables.csv"
  csv_headings(file, c, "")
  print "| table | 中文 | geometry | a record is known by | holds |"
  print "| --- | --- | --- | --- | --- |"
  while (csv_record(file, f) > 0)
    printf "| `%s` | %s | %s | %s | %s |\n", f[c["table"]], f[c["zh"]],
      f[c["geometry"]] == "none" ? "" : f[c["geometry"]], names(f[c["id_columns"]]),
      f[c["description_en"]]
  close(file)
}
