"""DuckDB: reads a CSV of points and a layer, joins, writes a CSV. Measured without the imports.

Arguments: POINTS.csv, LAYER, the column to take over, OUT.csv and how many runs.
"""

import pathlib
import sys

import duckdb_connection
import peer

points, layer, column, out, runs = sys.argv[1:]
clock = peer.Clock()
connection = duckdb_connection.connect()
for _ in range(int(runs)):
    pathlib.Path(out).unlink(missing_ok=True)
    clock.measure(
        connection.execute,
        f"COPY (SELECT p.*, {column} FROM read_csv('{points}') p JOIN ST_Read('{layer}') a "
        f"ON ST_Within(ST_Point(p.x, p.y), a.geom)) TO '{out}' (HEADER)")
print("DuckDB spatial", 2, runs, 0, clock.cpu, clock.wall, peer.peak_megabytes(), sep=",")
