"""GeoPandas: sjoin of points and polygons."""

import geopandas
import peer
import shapely


def prepare(xs, ys, polygons):
    points = geopandas.GeoDataFrame(geometry=geopandas.points_from_xy(xs, ys))
    return points, geopandas.GeoDataFrame(geometry=shapely.from_wkb(polygons))


def join(prepared):
    points, areas = prepared
    # sjoin keeps the tree that it makes of the points: give it points that have none yet.
    return geopandas.sjoin(points.copy(deep=False), areas, predicate="within")


def pairs(answer):
    return answer.index.to_numpy(), answer["index_right"].to_numpy()


peer.main("GeoPandas sjoin", 1, prepare, join, pairs)
