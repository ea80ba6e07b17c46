#!/usr/bin/env python3
"""How much of a round's plan a day's plan keeps by `stability`, and what that costs.

  plan_stability.py HOTSPOT DEMO SCRATCH [STABILITY ...]

DEMO is a folder of `hotspot demo`. In a copy of its workspace the round is planned; on its first day
nine of ten stops are visited, and during it 320 complaints about air and 60 idle treatments come in, at
sites drawn by lot. Then the second day is planned by each stability. A Markdown table: stops of the
round's plan from that day on with the same site, team and day; expected problems of the rest of the
round; CPU seconds. Needs an `sqlite3` with Python, as GeoPackages are SQLite files.
"""
import csv
import json
import random
import resource
import shutil
import sqlite3
import subprocess
import sys

hotspot, demo, scratch = sys.argv[1:4]
steps = sys.argv[4:] or ["0", "0.02", "0.05", "0.1", "1"]
first, second = "2018-12-24", "2018-12-25"
workspace = scratch + "/ws"


def run(*arguments):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([hotspot, *arguments, "-w", workspace, "--lang", "en", "-q"], check=True,
                   stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def write(name, header, rows):
    path = f"{scratch}/{name}.csv"
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])
    return path


def night():
    """The first day's visits and what becomes known during it."""
    draw = random.Random(5)
    with open(f"{workspace}/plans/round-14/targets.csv", encoding="utf-8-sig") as file:
        stops = [row for row in csv.DictReader(file) if row["date"] == first]
    visits = [(f"N{n}", row["target_id"], row["team_id"], 14, row["arrival"],
               "problem" if draw.random() < float(row["chance"]) else "none", row["lon"], row["lat"],
               first + "T20:00:00+08:00")
              for n, row in enumerate(stops) if draw.random() < 0.9]
    with open(f"{demo}/inputs/sites.csv", encoding="utf-8-sig") as file:
        sites = list(csv.reader(file))[1:]
    complaints, powers = [], []
    for n in range(320):
        site = draw.choice(sites)
        complaints.append((f"CN{n}", first + "T12:00:00+08:00", "air",
                           float(site[10]) + draw.gauss(0, 0.002),
                           float(site[11]) + draw.gauss(0, 0.002), first + "T13:00:00+08:00"))
    for n in range(60):
        powers.append((f"PN{n}", draw.choice(sites)[0], "治污空转降速", first + "T06:30:00+08:00",
                       first + "T18:30:00+08:00", 0.7, first + "T19:00:00+08:00"))
    run("import", "visits", write(
        "visits", "id site_id team_id round visited_at outcome lon lat known_at".split(), visits))
    run("import", "complaints", write(
        "complaints", "id received_at types lon lat known_at".split(), complaints))
    run("import", "power-anomalies", write(
        "powers", "id site_id rule started_at ended_at severity known_at".split(), powers))


def main():
    shutil.rmtree(scratch, ignore_errors=True)
    shutil.copytree(demo + "/workspace", workspace)
    run("plan", "round", "14", "--as-of", "2018-12-23T18:00")
    with open(f"{workspace}/plans/round-14/plan.json", encoding="utf-8") as file:
        before = json.load(file)["id"]
    night()
    print("| stability | kept | of | problems | CPU s |\n|---|---:|---:|---:|---:|")
    for step in steps:
        spent = run("plan", "day", second, "--as-of", first + "T21:00", "--stability", step,
                    "--from", before)
        with open(f"{workspace}/plans/{second}/plan.json", encoding="utf-8") as file:
            after = json.load(file)["id"]
        tables = sqlite3.connect(f"{workspace}/workspace.gpkg")
        kept, = tables.execute(
            "SELECT count(*) FROM stops a JOIN stops b ON a.site_id = b.site_id AND a.team_id = "
            "b.team_id AND a.day = b.day WHERE a.plan_id = ? AND b.plan_id = ?",
            (before, after)).fetchone()
        rest, = tables.execute("SELECT count(*) FROM stops WHERE plan_id = ? AND day >= ?",
                               (before, second)).fetchone()
        worth, = tables.execute("SELECT sum(chance) FROM stops WHERE plan_id = ?",
                                (after,)).fetchone()
        tables.close()
        print("| %s | %.1f %% | %d | %.1f | %.0f |" % (step, 100 * kept / rest, rest, worth, spent),
              flush=True)


if __name__ == "__main__":
    main()
