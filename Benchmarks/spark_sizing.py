"""Prints the sizing table of docs/distributed.md from what Benchmarks/spark.py measured.

    python3 Benchmarks/spark_sizing.py ONE SPARK SHUFFLE INPUT
ONE and SPARK: million readings a CPU second of one process and of a job less its start; SHUFFLE and INPUT: bytes
a reading shuffled and read. Proportion is assumed; so is the number of meters.
"""

import sys

one, spark, shuffle, size = map(float, sys.argv[1:5])
QUARTERS = 4 * 24 * 365
rows = [
    ("55,000 firms, 3 circuits, 30 days", 55_000 * 3 * 96 * 30),
    ("the same, a year", 55_000 * 3 * QUARTERS),
    ("a province's year", 10e9),
    ("a million firms, 3 circuits, a year", 1e6 * 3 * QUARTERS),
    ("every meter of a nation (500 million assumed), a day", 500e6 * 96),
    ("the same, a year", 500e6 * QUARTERS),
]
print("| readings of | number | input | one process | Spark | cores for a night of 10 h | shuffle, on disk |")
print("| --- | --- | --- | --- | --- | --- | --- |")
for what, count in rows:
    hours = count / spark / 1e6 / 3600
    print(f"| {what} | {count:.2g} | {count * size / 1e12:,.3g} TB | {count / one / 1e6 / 3600:,.2g} core hours "
          f"| {hours:,.2g} core hours | {-(-hours // 10):,.0f} | {count * shuffle / 1e12:,.2g} TB |")
