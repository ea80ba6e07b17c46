"""shapely: a tree of the polygons, asked with the points. This is GEOS, the reference."""

import peer
import shapely


def prepare(xs, ys, polygons):
    areas = shapely.from_wkb(polygons)
    return shapely.STRtree(areas), shapely.points(xs, ys)


def join(prepared):
    tree, points = prepared
    return tree.query(points, predicate="within")


peer.main("shapely STRtree", 1, prepare, join, lambda answer: answer)
