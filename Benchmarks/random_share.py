#!/usr/bin/env python3
"""What the random share of visits costs, and how far two secrets' plans overlap.

  random_share.py HOTSPOT SCRATCH [--scale 0.1] [--demos 3] [--shares 0,0.1,0.2,0.4]

Makes demos of the first seeds in SCRATCH and plans round 14 of each with every share under two planning
seeds. A Markdown table of means: visits of the round, expected problems, problems against the hidden
truth (`hotspot demo --score`), sites drawn and not planned, townships with a visit, and the overlap
(Jaccard) of the sites that two seeds' plans visit.
"""
import argparse
import csv
import json
import os
import subprocess

parser = argparse.ArgumentParser()
parser.add_argument("hotspot")
parser.add_argument("scratch")
parser.add_argument("--scale", default="0.1")
parser.add_argument("--demos", type=int, default=3)
parser.add_argument("--shares", default="0,0.1,0.2,0.4")
options = parser.parse_args()


def run(*arguments, share=None):
    environment = dict(os.environ, **({"HOTSPOT_RANDOM_SHARE": share} if share else {}))
    return subprocess.run([options.hotspot, *arguments, "--lang", "en", "-q"], check=True,
                          env=environment, capture_output=True, text=True).stdout


def planned(demo, share, seed):
    """A plan's figures and the sites that it visits."""
    run("plan", "round", "14", "--as-of", "2018-12-23T18:00", "--seed", str(seed),
        "-w", demo + "/workspace", share=share)
    folder = demo + "/workspace/plans/round-14"
    with open(folder + "/targets.csv", encoding="utf-8-sig") as file:
        stops = list(csv.DictReader(file))
    with open(folder + "/plan.json", encoding="utf-8") as file:
        draw = json.load(file)["draw"] or {"drawn": 0, "planned": 0}
    score = json.loads(run("demo", demo, "--score", "--json"))["score"]["round"]
    assert score["visits"] == len(stops), "the score is of another plan"
    return ({"visits": len(stops), "expected": sum(float(stop["chance"]) for stop in stops),
             "found": score["problems"], "drawn": draw["drawn"],
             "missing": draw["drawn"] - draw["planned"],
             "townships": len({stop["township_code"] for stop in stops})},
            {stop["target_id"] for stop in stops})


rows = {share: [] for share in options.shares.split(",")}
for number in range(1, options.demos + 1):
    demo = f"{options.scratch}/demo-{number}"
    run("demo", demo, "--seed", str(number), "--scale", options.scale)
    for share in rows:
        (one, sites), (other, others) = [planned(demo, share, seed) for seed in (101, 102)]
        overlap = len(sites & others) / len(sites | others)
        rows[share] += [dict(one, overlap=overlap), dict(other, overlap=overlap)]

keys = ["visits", "drawn", "missing", "townships", "expected", "found", "overlap"]
print("| share | visits | drawn | not planned | townships | expected problems | found | overlap |")
print("|---|" + "---:|" * len(keys))
for share, found in rows.items():
    means = [sum(row[key] for row in found) / len(found) for key in keys]
    print(f"| {float(share):.0%} | {means[0]:.0f} | {means[1]:.0f} | {means[2]:.1f} | {means[3]:.0f} "
          f"| {means[4]:.1f} | {means[5]:.1f} | {means[6]:.2f} |")
