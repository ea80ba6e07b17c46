"""Solves the same instances with hotspot, PyVRP and OR-Tools in the same processor time.

Arguments: the folder of the data, the hotspot program, a folder for solutions, and of how many of
Chao's instances one is given to the peers. Prints a record for each solution:
set, instance, budget, engine, CPU seconds taken, prize, towns covered, towns, reference, bound.
The reference is the proven optimum where there is one, else the best known, 0 without either.
"""

import csv
import json
import os
import pathlib
import subprocess
import sys

import plan_instance

HERE = pathlib.Path(__file__).parent
BUDGETS = {"county40_600_s0": (2, 10), "county40_600_wide_s0": (2, 10),
           "city150_2000_3t_s0": (10, 30), "over150_2000_1t_s0": (10,)}


def command(engine, hotspot, instance, seconds, out):
    if engine == "hotspot":
        return [hotspot, "solve", instance, "-o", out, "--seconds", str(seconds), "--quiet",
                "--overwrite"]
    return [sys.executable, "-B", HERE / f"{engine}_plan.py", instance, str(seconds), out]


def measure(group, engine, hotspot, path, seconds, folder, reference=0):
    out = folder / f"{path.stem}-{engine}-{seconds}.json"
    process = subprocess.Popen(command(engine, hotspot, path, seconds, out),
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{engine} failed on {path}: {status}")
    instance = plan_instance.read(path)
    found = json.loads(out.read_text())
    try:
        prize, covered = plan_instance.check(instance, found)
    except AssertionError as fault:
        sys.exit(f"{engine} on {path}: {fault}")
    if found.get("prize", prize) != prize:
        sys.exit(f"{engine} on {path}: says {found['prize']}, is {prize}")
    print(group, path.stem, seconds, engine, f"{usage.ru_utime + usage.ru_stime:.2f}", f"{prize:g}",
          covered, instance.town_count, reference, found.get("bound", 0), sep=",", flush=True)


def references(folder):
    known = {}
    for line in (folder / "best_known.txt").read_text().splitlines():
        if line.strip():
            known[line.split()[0]] = int(line.split()[1])
    with open(folder / "exact_optima_small.csv", newline="", encoding="utf-8") as file:
        known.update({row["instance"]: int(row["optimum"]) for row in csv.DictReader(file)})
    return {name: value for name, value in known.items() if value > 0}


def main():
    data, hotspot, folder, step = sys.argv[1:]
    data, folder, step = pathlib.Path(data), pathlib.Path(folder), int(step)
    folder.mkdir(exist_ok=True)
    for name, budgets in BUDGETS.items():
        for seconds in budgets:
            for engine in ("hotspot", "pyvrp", "ortools"):
                path = data / "planning/instances" / f"{name}.json"
                # Neither peer takes more required sites than there are visits.
                if engine == "hotspot" or not name.startswith("over"):
                    measure("inspection", engine, hotspot, path, seconds, folder)
    known = references(data / "orienteering")
    for place, name in enumerate(sorted(known)):
        path = data / "orienteering/chao" / name
        engines = ("hotspot", "pyvrp", "ortools") if place % step == 0 else ("hotspot",)
        for engine in engines:
            measure("chao", engine, hotspot, path, 1, folder, known[name])


if __name__ == "__main__":
    main()
