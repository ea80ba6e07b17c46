#!/usr/bin/env python3
"""Local choices change no plan: many random changes to a two-city campaign, plans compared byte by byte.

  non_interference.py HOTSPOT SCRATCH [CHANGES [SEED]]

Builds two cities of 12 townships, 2 teams and 480 sites. Each change (of 1000) starts from the same facts,
imports the same ledger with its rows in another order, other entry numbers and a column of priorities,
and a file of nominations that were added to, dropped from, reordered or flooded. Then round 14 is
planned, and targets.csv, coverage.csv and plan.json are compared with those without any of it. Exits
with 1 at the first difference.
"""
import csv
import filecmp
import json
import os
import random
import shutil
import subprocess
import sys

hotspot, scratch = sys.argv[1:3]
changes = int(sys.argv[3]) if len(sys.argv) > 3 else 1000
cities = [("130102", "130100", 114.4, 37.9), ("130202", "130200", 118.1, 39.5)]
files = ["targets.csv", "coverage.csv", "plan.json"]


def run(workspace, *arguments):
    subprocess.run([hotspot, *arguments, "-w", workspace, "--lang", "en", "-q"], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def table(name, header, rows):
    path = f"{scratch}/{name}.csv"
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])
    return path


def layer(name, features):
    path = f"{scratch}/{name}.geojson"
    square = lambda w, s, a, b: [[[w, s], [w + a, s], [w + a, s + b], [w, s + b], [w, s]]]
    with open(path, "w", encoding="utf-8") as file:
        json.dump({"type": "FeatureCollection", "features": [
            {"type": "Feature", "properties": properties,
             "geometry": {"type": "Polygon", "coordinates": square(*place)}}
            for properties, place in features]}, file)
    return path


def campaign(draw):
    """The facts of the two cities; gives back the sites."""
    towns = [(county, west + 0.08 * (n % 4), south + 0.08 * (n // 4), n)
             for county, _, west, south in cities for n in range(12)]
    sites = []
    for town, (county, west, south, n) in enumerate(towns):
        for k in range(20):
            sites.append((f"S{town:02}{k:02}", f"示例{county}厂{n}之{k}", f"91{county}MA{town:04}{k:04}",
                          county, round(west + 0.08 * draw.random(), 5),
                          round(south + 0.08 * draw.random(), 5),
                          draw.choice(["工商登记", "供电公司", "公众", "生态环境部"])))
    complaints = [(f"C{n}", f"2018-12-{draw.randrange(1, 22):02}T12:00:00+08:00", "air",
                   site[4] + draw.gauss(0, 0.003), site[5] + draw.gauss(0, 0.003))
                  for n, site in enumerate(draw.sample(sites, 60))]
    base = scratch + "/base"
    subprocess.run([hotspot, "init", base, "-q"], check=True, stdout=subprocess.DEVNULL)
    for kind, path in [
        ("counties", layer("counties", [({"code": c, "name": "长安区" if c == "130102" else "路南区"},
                                          (w, s, 0.32, 0.24)) for c, _, w, s in cities])),
        ("townships", layer("townships", [({"code": f"{c}{100 + n}", "name": f"第{n}镇",
                                            "county_code": c}, (w, s, 0.08, 0.08))
                                          for c, w, s, n in towns])),
        ("sites", table("sites", ["id", "name", "credit_code", "county_code", "lon", "lat", "origin"],
                        sites)),
        ("complaints", table("complaints", ["id", "received_at", "types", "lon", "lat"], complaints)),
        ("teams", table("teams", ["id", "name", "city_code", "lon", "lat"],
                        [(f"t{n}", f"{n}组", city, west + 0.16, south + 0.12)
                         for n, (_, city, west, south) in enumerate(cities)])),
    ]:
        run(base, "import", kind, path, "--known-at", "2018-12-22")
    return sites


def ledger(draw, sites):
    """Rows of a city's list: known sites by name or code, some twice with other words, and new ones."""
    rows = []
    for site in draw.sample(sites, 150):
        for _ in range(draw.choice([1, 1, 1, 2])):
            rows.append([draw.choice([site[2], ""]), site[1], site[3],
                         draw.choice(["正常生产", "停产", "关闭"]), "", ""])
    for n in range(60):
        _, _, west, south = city = draw.choice(cities)
        for _ in range(draw.choice([1, 1, 2])):
            rows.append([draw.choice([f"92{city[0]}MB{n:08}", ""]), f"清单{city[0]}新厂{n}", city[0],
                         draw.choice(["正常生产", "关闭"]), round(west + 0.32 * draw.random(), 5),
                         round(south + 0.24 * draw.random(), 5)])
    return rows


def plan(workspace, rows, draw=None, nominations=None):
    shutil.rmtree(workspace, ignore_errors=True)
    shutil.copytree(scratch + "/base", workspace)
    rows = [list(row) for row in rows]
    header = ["credit_code", "name", "county_code", "status", "lon", "lat", "序号"]
    numbers = list(range(1, len(rows) + 1))
    if draw:
        draw.shuffle(rows)
        draw.shuffle(numbers)
    rows = [row + [number] for row, number in zip(rows, numbers)]
    if draw:
        header.append("优先级")
        rows = [row + [draw.randrange(1, 100)] for row in rows]
    run(workspace, "import", "ledgers", table("ledger", header, rows), "--ledger", "scattered",
        "--known-at", "2018-12-22")
    if nominations:
        run(workspace, "import", "nominations",
            table("nominations", ["site_id", "指定单位", "指定时间"], nominations),
            "--known-at", "2018-12-22")
    run(workspace, "plan", "round", "14", "--as-of", "2018-12-23T18:00", "--iterations", "50")


draw = random.Random(int(sys.argv[4]) if len(sys.argv) > 4 else 1)
shutil.rmtree(scratch, ignore_errors=True)
os.makedirs(scratch)
sites = campaign(draw)
rows = ledger(draw, sites)
plan(scratch + "/plain", rows)
with open(scratch + "/plain/plans/round-14/targets.csv", encoding="utf-8-sig") as file:
    stops = list(csv.DictReader(file))
pool = [(site[0], "某县", f"2018-12-{draw.randrange(1, 20):02}") for site in draw.sample(sites, 40)]
for number in range(changes):
    named = list(pool)
    manner = draw.choice(["add", "drop", "reorder", "flood"])
    if manner == "add":
        named += [(draw.choice(sites)[0], f"某局{n}", "2018-12-21") for n in range(20)]
    elif manner == "drop":
        named = draw.sample(named, draw.randrange(1, len(named)))
    elif manner == "flood":
        named += [(site[0], f"某镇{n}", "2018-12-21") for n in range(5) for site in sites]
    draw.shuffle(named)
    plan(scratch + "/changed", rows, draw, named)
    for name in files:
        one, other = (f"{scratch}/{w}/plans/round-14/{name}" for w in ("plain", "changed"))
        if not filecmp.cmp(one, other, shallow=False):
            sys.exit(f"change {number + 1} ({manner}): {name} differs")
print(f"{changes} changes, {len(stops)} stops of round 14 in two cities, "
      f"{sum(stop['basis'] == 'random' for stop in stops)} of them drawn: every plan the same bytes")
