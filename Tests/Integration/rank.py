"""Counts the week's scores of teams anew, from the tables as CSV and a list of chances.

rank.py FOLDER RANK.csv RANK.json: visits and problems of the week and of the weeks before it; chances are taken
from the ranking's own expectations, points, counts and the shrinkage are counted here.
"""
import csv
import json
import sys
from datetime import date, timedelta


def rows(path):
    with open(path, encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def newest(path):
    """The newest version of each record: tables keep them all."""
    found = {}
    for row in sorted(rows(path), key=lambda row: (row["known_at"], row["imported_at"])):
        found[row["id"]] = row
    return found


def main():
    folder, listing, document = sys.argv[1:4]
    told = {row["team_id"]: row for row in rows(listing)}
    figures = json.load(open(document, encoding="utf-8"))
    first = date.fromisoformat(figures["first_day"])
    week = {(first + timedelta(days=day)).isoformat() for day in range(7)}
    visits = newest(folder + "/visits.csv")
    points = {"minor": 0.5, "general": 1.0, "serious": 2.0, "": 1.0}
    counts = {}
    for visit in visits.values():
        if visit["visited_at"][:10].replace("/", "-") in week and visit["team_id"]:
            counts.setdefault(visit["team_id"], [0, 0, 0.0])[0] += 1
    for problem in newest(folder + "/problems.csv").values():
        visit = visits[problem["visit_id"]]
        if visit["visited_at"][:10].replace("/", "-") in week and visit["team_id"]:
            counts[visit["team_id"]][1] += 1
            counts[visit["team_id"]][2] += points[problem["severity"]]
    wrong = 0
    shape, mean, spread = figures["shape"], figures["mean"], figures["spread"]
    for team, (number, found, worth) in sorted(counts.items()):
        row = told[team]
        expected = float(row["expected"])
        shrunk = mean
        if shape is not None:
            shrunk = (shape + worth / spread) / (shape / mean + expected / spread)
        score = 0.8 * shrunk + 0.2 * float(row["tasks"])
        same = (
            int(row["visits"]) == number
            and int(row["problems"]) == found
            and abs(float(row["points"]) - worth) < 1e-3
            and abs(float(row["shrunk"]) - shrunk) < 2e-4
            and abs(float(row["score"]) - score) < 2e-4
        )
        if not same:
            wrong += 1
            print("differs:", team, number, found, worth, shrunk, score, row)
    order = [float(row["score"]) for row in rows(listing)]
    if order != sorted(order, reverse=True):
        wrong += 1
        print("not in order of score")
    # All teams' expectations together are about what was found in the weeks the correction is of.
    print(f"{len(counts)} teams counted anew, {wrong} differ")
    sys.exit(1 if wrong or set(counts) != set(told) else 0)


main()
