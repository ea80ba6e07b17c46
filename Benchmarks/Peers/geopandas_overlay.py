"""GeoPandas: overlay of the same cells and townships as `Shares`, and the sums of both compared.

Arguments: the prefix of the files that `Shares` wrote, and how many runs. What the comparison says
goes to PREFIX.txt.
"""

import sys

import geopandas
import numpy as np
import peer
import shapely

SIDE = 3000  # metres
TOLERANCE = 1  # square metre, of the nine million of a cell


def main(prefix, runs):
    places, columns, rows, areas = np.fromfile(f"{prefix}.f64", "<f8").reshape(-1, 4).T
    towns = geopandas.read_file(f"{prefix}.gpkg")[["geometry"]]
    towns["town"] = np.arange(len(towns))
    corners, numbers = np.unique(np.stack([columns, rows], 1) * SIDE, axis=0, return_inverse=True)
    x, y = corners.T
    cells = geopandas.GeoDataFrame(
        {"cell": np.arange(len(x))}, geometry=shapely.box(x, y, x + SIDE, y + SIDE), crs=towns.crs)

    clock = peer.Clock()
    for _ in range(runs):
        pieces = clock.measure(geopandas.overlay, cells, towns)
    peak = peer.peak_megabytes()
    print("GeoPandas overlay", 1, runs, 0, clock.cpu, clock.wall, peak, len(pieces), sep=",")

    def difference(theirs, ours, count):
        sums = np.bincount(theirs, pieces.area, count), np.bincount(ours, areas, count)
        return np.abs(sums[0] - sums[1]).max()

    by_town = difference(pieces["town"], places.astype(int), len(towns))
    by_cell = difference(pieces["cell"], numbers.ravel(), len(cells))
    verdict = "" if max(by_town, by_cell) <= TOLERANCE else "MISMATCH: "
    with open(f"{prefix}.txt", "w") as file:
        print(f"{verdict}{len(cells):,} cells, {len(towns):,} townships; sums per cell differ by "
              f"at most {by_cell:.1e} m2, per township by {by_town:.1e} m2.\n", file=file)


main(sys.argv[1], int(sys.argv[2]))
