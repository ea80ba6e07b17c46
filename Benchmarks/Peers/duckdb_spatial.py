"""DuckDB spatial: its SPATIAL_JOIN over two tables in memory."""

import duckdb_connection
import numpy as np
import peer
import pyarrow as pa

connection = duckdb_connection.connect()


def prepare(xs, ys, polygons):
    points = pa.table({"point": np.arange(len(xs), dtype=np.int32), "x": xs, "y": ys})
    areas = pa.table({
        "area": np.arange(len(polygons), dtype=np.int32), "wkb": pa.array(polygons, pa.binary())})
    connection.register("columns", points)
    connection.register("shapes", areas)
    connection.execute(
        "CREATE OR REPLACE TABLE points AS SELECT point, ST_Point(x, y) AS place FROM columns")
    connection.execute(
        "CREATE OR REPLACE TABLE areas AS SELECT area, ST_GeomFromWKB(wkb) AS shape FROM shapes")


def join(_):
    return connection.execute(
        "SELECT point, area FROM points JOIN areas ON ST_Within(place, shape)").to_arrow_table()


def pairs(answer):
    return answer["point"].to_numpy(), answer["area"].to_numpy()


peer.main("DuckDB spatial", 2, prepare, join, pairs)
