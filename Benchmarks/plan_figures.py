#!/usr/bin/env python3
"""What a round's plan comes to, from its list alone, and what "highest score first" would.

  plan_figures.py TEAMS.csv LIST.csv             a line of figures: stops, problems a day, townships, km
  plan_figures.py TEAMS.csv LIST.csv --greedy    the list is taken for all candidates, and each team
                                                 takes the highest chances first, day after day

Distances are great circles times 1.3 at 45 km/h, visits 30 minutes, days 10 hours with 12 visits, 8 on
the first, as the default settings say. Shares no code with the program.
"""
import csv
import math
import sys
from collections import defaultdict

DETOUR, SPEED, SERVICE, DAY, VISITS, FIRST, DAYS = 1.3, 45 / 3.6, 1800, 36000, 12, 8, 14


def metres(a, b):
    (x1, y1), (x2, y2) = a, b
    h = math.sin(math.radians(y2 - y1) / 2) ** 2 + math.cos(math.radians(y1)) * math.cos(
        math.radians(y2)) * math.sin(math.radians(x2 - x1) / 2) ** 2
    return 2 * 6371008.8 * math.asin(math.sqrt(h)) * DETOUR


def rows(path):
    with open(path, encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def bases(path):
    found = {}
    for row in rows(path):
        keys = list(row)
        lon = next(k for k in keys if k in ("lon", "经度"))
        lat = next(k for k in keys if k in ("lat", "纬度"))
        found[row[keys[0]]] = (float(row[lon]), float(row[lat]))
    return found


def length(base, stops):
    way = [base] + [place for place, _ in stops] + [base]
    return sum(metres(a, b) for a, b in zip(way, way[1:]))


def cheapest(base, stops, place):
    """Where a stop costs least on a day's way, and how much."""
    way = [base] + [p for p, _ in stops] + [base]
    return min((metres(a, place) + metres(place, b) - metres(a, b), i)
               for i, (a, b) in enumerate(zip(way, way[1:])))


def greedy(base, candidates):
    """Days filled by the highest chances, each put where it costs least."""
    days = [[] for _ in range(DAYS)]
    used = [0.0] * DAYS
    for row in sorted(candidates, key=lambda r: (-float(r["chance"]), r["target_id"])):
        place = (float(row["lon"]), float(row["lat"]))
        for day in range(DAYS):
            if len(days[day]) >= (FIRST if day == 0 else VISITS):
                continue
            more, at = cheapest(base, days[day], place)
            if used[day] + more / SPEED + SERVICE <= DAY:
                days[day].insert(at, (place, row))
                used[day] += more / SPEED + SERVICE
                break
        if all(len(d) >= (FIRST if i == 0 else VISITS) for i, d in enumerate(days)):
            break
    return days


def main():
    base = bases(sys.argv[1])
    days = defaultdict(list)
    by_team = defaultdict(list)
    for row in rows(sys.argv[2]):
        place = (float(row["lon"]), float(row["lat"]))
        days[row["team_id"], row["date"]].append((place, row))
        by_team[row["team_id"]].append(row)
    if "--greedy" in sys.argv:
        days = {(team, day): stops for team, found in by_team.items()
                for day, stops in enumerate(greedy(base[team], found))}
    stops = [row for day in days.values() for _, row in day]
    way = sum(length(base[team], day) for (team, _), day in days.items()) / 1000
    print("%d | %.1f | %d | %d" % (
        len(stops), sum(float(row["chance"]) for row in stops) / DAYS,
        len({row["township_code"] for row in stops if row["township_code"]}), way))


if __name__ == "__main__":
    main()
