"""GeoPandas: reads a CSV of points and a layer, joins, writes a CSV. Measured without the imports.

Arguments: POINTS.csv, LAYER, the column to take over, OUT.csv and how many runs.
"""

import pathlib
import sys

import geopandas
import pandas
import peer


def join(points, layer, column, out):
    areas = geopandas.read_file(layer, columns=[column])
    table = pandas.read_csv(points)
    places = geopandas.GeoDataFrame(
        table, geometry=geopandas.points_from_xy(table["x"], table["y"]), crs=areas.crs)
    joined = geopandas.sjoin(places, areas, predicate="within")
    joined[["pid", "x", "y", column]].to_csv(out, index=False)


clock = peer.Clock()
for _ in range(int(sys.argv[5])):
    pathlib.Path(sys.argv[4]).unlink(missing_ok=True)
    clock.measure(join, *sys.argv[1:5])
print("GeoPandas sjoin", 1, sys.argv[5], 0, clock.cpu, clock.wall, peer.peak_megabytes(), sep=",")
