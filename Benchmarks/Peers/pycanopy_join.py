"""PyCanopy: within_join of a Polars frame of points and a spatial frame of polygons."""

import numpy as np
import peer
import polars as pl
from pycanopy import SpatialFrame


def prepare(xs, ys, polygons):
    points = pl.DataFrame({"point": np.arange(len(xs), dtype=np.int32), "x": xs, "y": ys})
    areas = pl.DataFrame({
        "area": np.arange(len(polygons), dtype=np.int32),
        "wkb": pl.Series(list(polygons), dtype=pl.Binary)})
    return points, SpatialFrame.from_wkb_polygons(areas, "wkb")


def join(prepared):
    points, areas = prepared
    return areas.lazy().within_join(points, x_col="x", y_col="y").select("point", "area").collect()


def pairs(answer):
    return answer["point"].to_numpy(), answer["area"].to_numpy()


peer.main("PyCanopy", 2, prepare, join, pairs)
