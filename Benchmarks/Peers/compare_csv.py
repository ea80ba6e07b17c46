"""Compares two joined CSVs by their `pid`.

Arguments: the two, the column, how many rows there must be.

A point in two overlapping polygons may have two rows in one of them: one must be the same.
"""

import sys

import duckdb

ours, theirs, column, count = sys.argv[1:]
equal, rows = duckdb.execute(
    f"""WITH a AS (FROM read_csv('{ours}', all_varchar = true)),
        b AS (FROM read_csv('{theirs}', all_varchar = true))
    SELECT (SELECT count(DISTINCT pid) FROM a JOIN b USING (pid, {column})),
        (SELECT count(*) FROM a)""").fetchone()
if equal != int(count) or rows != int(count):
    print(f"MISMATCH: {rows:,} rows of ours, {equal:,} of {int(count):,} have the same {column}.\n")
    sys.exit(1)
print(f"{equal:,} of {int(count):,} rows have the same {column} in both.\n")
