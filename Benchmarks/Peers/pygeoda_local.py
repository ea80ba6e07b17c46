"""pygeoda: Gi* and local Moran of the cells that Hotspots wrote; arguments RUNS and PREFIX.

Its quick permutations (lookup-table) on one thread; its Gi* gives no z to compare. Prints a record a
case. The 67,000 squares are its data frame, made before anything is measured.
"""

import sys

import geopandas
import numpy as np
import pygeoda
import shapely
from peer import measure_case

COLUMNS, ROWS = 268, 250


def main():
    runs, prefix = int(sys.argv[1]), sys.argv[2]
    counts = np.fromfile(prefix + ".f64")
    place = np.arange(COLUMNS * ROWS)
    x, y = place % COLUMNS, place // COLUMNS
    frame = geopandas.GeoDataFrame({"n": counts}, geometry=shapely.box(x, y, x + 1, y + 1))
    cells = pygeoda.open(frame)
    queen = measure_case("queen weights", "pygeoda", runs, lambda: pygeoda.queen_weights(cells))
    values = counts.tolist()

    def local(method, permutations):
        return method(queen, values, permutations=permutations, permutation_method="lookup-table",
                      cpu_threads=1, seed=1)

    for permutations in (999, 9999):
        measure_case(f"Gi* {permutations} permutations", "pygeoda",
                     1 if permutations > 999 else runs,
                     lambda: local(pygeoda.local_gstar, permutations))
    measure_case("local Moran 999 permutations", "pygeoda", runs,
                 lambda: local(pygeoda.local_moran, 999))


main()
