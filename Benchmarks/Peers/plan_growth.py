#!/usr/bin/env python3
"""How the cost of a plan grows: with sites and townships of one team, with teams that share a city.

  plan_growth.py HOTSPOT SCRATCH [ITERATIONS]

Draws instances of the inspection family (12 visits of half an hour a day, 14 days, a disc in which 20
townships lie as in the plan's counties, chances long-tailed) by a fixed seed, solves each with
`hotspot solve --iterations`, and prints Markdown: CPU seconds, megabytes, townships covered, and how far
from the best the prize can be by its bound.
"""
import json
import math
import random
import subprocess
import sys

hotspot, scratch = sys.argv[1:3]
iterations = sys.argv[3] if len(sys.argv) > 3 else "2000"
TOWNSHIP_KM = 5.5  # radius of a disc as large as a township


def instance(teams, towns, sites, seed):
    draw = random.Random(seed)
    reach = TOWNSHIP_KM * math.sqrt(towns)

    def place(x, y, spread):
        angle, far = draw.uniform(0, 2 * math.pi), spread * math.sqrt(draw.random())
        return x + far * math.cos(angle), y + far * math.sin(angle)

    def degrees(point):
        return {"lon": round(114.5 + point[0] / 87.8, 6), "lat": round(38 + point[1] / 111.2, 6)}

    seats = [place(0, 0, reach) for _ in range(towns)]
    candidates = []
    for number in range(sites):
        town = number if number < towns else draw.randrange(towns)
        prize = max(1, min(95, round(8 * draw.lognormvariate(0, 0.9))))
        candidates.append({"id": f"E{number:05}", **degrees(place(*seats[town], TOWNSHIP_KM)),
                           "town": town, "prize": prize})
    bases = [place(0, 0, reach / 2) for _ in range(teams)]
    return {"days": 14, "max_visits": 12, "service_s": 1800, "day_s": 36000, "speed_kmh": 45.0,
            "detour": 1.3,
            "teams": [{"id": f"team{n + 1}", **degrees(base)} for n, base in enumerate(bases)],
            "townships": [{"id": f"T{n:03}", **degrees(seat)} for n, seat in enumerate(seats)],
            "candidates": candidates}


# Runs the program in a process of its own, so that memory is that of one run.
MEASURE = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
use = resource.getrusage(resource.RUSAGE_CHILDREN)
print(use.ru_utime + use.ru_stime, use.ru_maxrss / 1024)
"""


def solved(teams, towns, sites):
    path, out = f"{scratch}/growth.json", f"{scratch}/growth.out.json"
    with open(path, "w", encoding="utf-8") as file:
        json.dump(instance(teams, towns, sites, seed=towns * 100_003 + sites + teams), file)
    printed = subprocess.run(
        [sys.executable, "-c", MEASURE, hotspot, "solve", path, "-o", out, "--overwrite",
         "--iterations", iterations], check=True, capture_output=True, text=True).stdout.split()
    with open(out, encoding="utf-8") as file:
        plan = json.load(file)
    gap = 100 * (1 - plan["prize"] / plan["bound"])
    return (f"| {teams} | {towns} | {sites:,} | {float(printed[0]):.2f} | {float(printed[1]):.0f} "
            f"| {plan['covered']} | {gap:.2f} |")


print("| teams | townships | sites | CPU s | MB | townships covered | gap to the bound, % |")
print("|---:|---:|---:|---:|---:|---:|---:|")
for sites in (250, 500, 1000, 2000, 4000):
    print(solved(1, 20, sites))
for towns in (40, 80, 160):
    print(solved(1, towns, 2000))
for teams in (2, 4, 8):
    print(solved(teams, 20 * teams, 500 * teams))
