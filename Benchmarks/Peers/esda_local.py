"""esda: Gi* and local Moran of the cells that Hotspots wrote; arguments RUNS and PREFIX.

Prints a record a case, and last how far the z of both are apart.
"""

import sys

import esda
import libpysal
import numpy as np
from peer import measure_case

COLUMNS, ROWS = 268, 250


def main():
    runs, prefix = int(sys.argv[1]), sys.argv[2]
    counts, ours = np.fromfile(prefix + ".f64"), np.fromfile(prefix + "-z.f64")
    grid = measure_case("queen weights", "esda", runs,
                        lambda: libpysal.weights.lat2W(ROWS, COLUMNS, rook=False))
    scaled = libpysal.weights.lat2W(ROWS, COLUMNS, rook=False)

    def star(permutations):
        return esda.G_Local(counts, grid, transform="B", star=True, permutations=permutations, seed=1)

    def moran():
        return esda.Moran_Local(counts, scaled, permutations=999, seed=1)

    star(9)
    z = measure_case("Gi* no permutations", "esda", runs, lambda: star(0)).Zs
    measure_case("Gi* 999 permutations", "esda", runs, lambda: star(999))
    moran()
    measure_case("local Moran 999 permutations", "esda", runs, moran)
    print("apart", "esda", 0, np.abs(z - ours).max(), np.abs(z).max(), 0, sep=",")


main()
