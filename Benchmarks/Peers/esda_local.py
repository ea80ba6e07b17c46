"""esda: Gi* and local Moran of the cells that Hotspots wrote; arguments RUNS and PREFIX.

Prints a record a case, and last how far the z of both are apart.
"""

import sys

import esda
import libpysal
import numpy as np
from peer import Clock, peak_megabytes

COLUMNS, ROWS = 268, 250


def measure(case, runs, body):
    clock = Clock()
    result = None
    for _ in range(runs):
        result = clock.measure(body)
    print(case, "esda", runs, clock.cpu, clock.wall, peak_megabytes(), sep=",")
    return result


def main():
    runs, prefix = int(sys.argv[1]), sys.argv[2]
    counts, ours = np.fromfile(prefix + ".f64"), np.fromfile(prefix + "-z.f64")
    grid = measure("queen weights", runs, lambda: libpysal.weights.lat2W(ROWS, COLUMNS, rook=False))
    scaled = libpysal.weights.lat2W(ROWS, COLUMNS, rook=False)

    def star(permutations):
        return esda.G_Local(counts, grid, transform="B", star=True, permutations=permutations, seed=1)

    def moran():
        return esda.Moran_Local(counts, scaled, permutations=999, seed=1)

    star(9)
    z = measure("Gi* no permutations", runs, lambda: star(0)).Zs
    measure("Gi* 999 permutations", runs, lambda: star(999))
    moran()
    measure("local Moran 999 permutations", runs, moran)
    print("apart", "esda", 0, np.abs(z - ours).max(), np.abs(z).max(), 0, sep=",")


main()
