"""scikit-learn: DBSCAN, 500 m and at least 10; arguments RUNS, CASE, PREFIX and our labels.

Prints a record, and how many labels differ from ours.
"""

import sys

import numpy as np
from peer import measure_case
from sklearn.cluster import DBSCAN


def main():
    runs, case, prefix, ours = int(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4]
    points = np.column_stack([np.fromfile(f"{prefix}.{axis}") for axis in "xy"])
    found = measure_case(case, "scikit-learn", runs, lambda: DBSCAN(
        eps=500, min_samples=10, algorithm="kd_tree").fit(points))
    differ = int((found.labels_ != np.fromfile(ours)).sum())
    print("apart", f"scikit-learn: {case}", 0, differ, len(points), found.labels_.max() + 1, sep=",")


main()
