"""What every peer shares: points, polygons, times, the checksum and the record that is printed.

A peer gives three functions. `prepare(xs, ys, polygons)` makes whatever can be made before the
first point is looked up: points, polygons (given as WKB) and an index of the peer's own.
`join(prepared)` answers which polygon holds each point. `pairs(answer)` turns the answer into two
arrays, places of points and of polygons; it is not measured.
"""

import resource
import sys
import time

import numpy as np
import pyogrio.raw


class Clock:
    """The least CPU seconds (user and system, all threads) and wall time of several runs."""

    def __init__(self):
        self.cpu = self.wall = float("inf")

    def measure(self, body, *arguments):
        start = cpu_seconds(), time.perf_counter()
        result = body(*arguments)
        self.cpu = min(self.cpu, cpu_seconds() - start[0])
        self.wall = min(self.wall, time.perf_counter() - start[1])
        return result


def measure_case(case, engine, runs, body):
    """Runs a case several times, prints its record and gives back what it came to."""
    clock = Clock()
    result = None
    for _ in range(runs):
        result = None  # frees the last one before the next is made
        result = clock.measure(body)
    print(case, engine, runs, clock.cpu, clock.wall, peak_megabytes(), sep=",")
    return result


def cpu_seconds():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def peak_megabytes():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 // 1_000_000


def read_polygons(path):
    """The WKB of a layer's polygons, in the order of the file."""
    return pyogrio.raw.read(path, columns=[])[2]


def checksum(points, polygons, count):
    """How many points have a polygon, and the sum of each id times its place, both from 1.

    A point in two polygons, where those of a layer overlap, counts for the first one.
    """
    ids = np.full(count, np.iinfo(np.int64).max)
    np.minimum.at(ids, np.asarray(points, np.int64), np.asarray(polygons, np.int64))
    matched = ids < np.iinfo(np.int64).max
    ids[~matched] = -1
    places = np.arange(1, count + 1, dtype=np.uint64)
    return int(matched.sum()), int(((ids + 1).astype(np.uint64) * places).sum())


def main(engine, threads, prepare, join, pairs):
    """Runs a peer over LAYER, POINTS and RUNS of the command line and prints its record."""
    layer, prefix, runs = sys.argv[1], sys.argv[2], int(sys.argv[3])
    xs, ys = (np.fromfile(f"{prefix}.{axis}", "<f8") for axis in "xy")
    polygons = read_polygons(layer)
    warm = max(1000, len(xs) // 20)
    join(prepare(xs[:warm], ys[:warm], polygons))
    preparing, joining = Clock(), Clock()
    prepared = preparing.measure(prepare, xs, ys, polygons)
    for _ in range(runs):
        answer = None  # frees the last one before the next is made
        answer = joining.measure(join, prepared)
    peak = peak_megabytes()
    points, found = pairs(answer)
    matched, total = checksum(points, found, len(xs))
    print(engine, threads, runs, preparing.cpu, joining.cpu, joining.wall, peak, matched, total, 0,
          sep=",")
