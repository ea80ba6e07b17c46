"""KDEpy: the density of points on the grid of Density; arguments RUNS, PREFIX and our map.

FFTKDE puts points onto the grid's nodes by linear weights and convolves by FFT: an approximation.
Its biweight kernel is the quartic; its bandwidth is a standard deviation. Prints a record, and how
far its map is from ours. Its nodes are the centres of our cells.
"""

import sys

import numpy as np
from KDEpy import FFTKDE
from peer import measure_case

COLUMNS, ROWS, CELL, BANDWIDTH = 2208, 1782, 500.0, 3000.0


def main():
    runs, prefix, ours = int(sys.argv[1]), sys.argv[2], sys.argv[3]
    points = np.column_stack([np.fromfile(f"{prefix}.{axis}") for axis in "xy"])
    xs, ys = (np.arange(COLUMNS) + 0.5) * CELL, (np.arange(ROWS) + 0.5) * CELL
    # As KDEpy wants them: x changes slowest.
    nodes = np.column_stack([np.repeat(xs, ROWS), np.tile(ys, COLUMNS)])
    scale = np.sqrt(FFTKDE(kernel="biweight").kernel.var)

    def density():
        return FFTKDE(kernel="biweight", bw=BANDWIDTH * scale).fit(points)(nodes)

    values = measure_case("quartic density 3 km", "KDEpy FFTKDE", runs, density)
    theirs = values.reshape(COLUMNS, ROWS).T[::-1] * len(points) * 1e6
    mine = np.fromfile(ours).reshape(ROWS, COLUMNS)
    print("apart", "KDEpy FFTKDE", 0, np.abs(theirs - mine).max(), mine.max(), 0, sep=",")


main()
