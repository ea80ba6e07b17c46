"""SedonaDB: a spatial join in SQL over two tables in memory."""

import numpy as np
import peer
import pyarrow as pa
import sedonadb

sedona = sedonadb.connect()


def prepare(xs, ys, polygons):
    columns = pa.table({"point": np.arange(len(xs), dtype=np.int32), "x": xs, "y": ys})
    shapes = pa.table({
        "area": np.arange(len(polygons), dtype=np.int32), "wkb": pa.array(polygons, pa.binary())})
    sedona.create_data_frame(columns).to_view("columns", overwrite=True)
    sedona.create_data_frame(shapes).to_view("shapes", overwrite=True)
    points = sedona.sql("SELECT point, ST_Point(x, y) AS place FROM columns")
    areas = sedona.sql("SELECT area, ST_GeomFromWKB(wkb) AS shape FROM shapes")
    points.to_memtable().to_view("points", overwrite=True)
    areas.to_memtable().to_view("areas", overwrite=True)


def join(_):
    return sedona.sql(
        "SELECT point, area FROM points JOIN areas ON ST_Within(place, shape)").to_arrow_table()


def pairs(answer):
    return answer["point"].to_numpy(), answer["area"].to_numpy()


peer.main("SedonaDB", 2, prepare, join, pairs)
