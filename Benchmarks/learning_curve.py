#!/usr/bin/env python3
"""What calibration gains on the demo: problems per 100 visits of round 14 by weights that were fitted
after each of the three rounds before it.

  learning_curve.py HOTSPOT SCRATCH [SCALE [SEED ...]]

Makes a demo of SCALE (0.15) a seed (1 2 3), scores its round against the hidden truth, then calibrates as
of the end of each round, plans anew and scores again. A Markdown table; the weights are removed between.
"""
import os
import re
import shutil
import subprocess
import sys

hotspot, scratch = sys.argv[1:3]
scale = sys.argv[3] if len(sys.argv) > 3 else "0.15"
seeds = sys.argv[4:] or ["1", "2", "3"]
ROUNDS = ("2018-11-26", "2018-12-10", "2018-12-23T18:00")


def run(*arguments):
    return subprocess.run([hotspot, *arguments, "--lang", "en"], check=True, capture_output=True,
                          text=True).stdout


def score(demo, *options):
    text = run("demo", demo, "--score", *options)
    found = re.search(r"planned ([\d.]+) \((\d+) visits\), random ([\d.]+), hot cells only ([\d.]+)", text)
    return found.groups()


print("| seed | visits | random | hot cells only | default weights | after 1 round | 2 rounds | 3 rounds |")
print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
for seed in seeds:
    demo = f"{scratch}/learning-{scale}-{seed}"
    shutil.rmtree(demo, ignore_errors=True)
    planned, visits, random, hot = score(demo, "--scale", scale, "--seed", seed)
    row = [seed, visits, random, hot, planned]
    workspace = demo + "/workspace"
    for moment in ROUNDS:
        run("calibrate", "-w", workspace, "--as-of", moment)
        run("plan", "round", "14", "--as-of", "2018-12-23T18:00", "-w", workspace)
        row.append(score(demo)[0])
        os.remove(workspace + "/weights.csv")
    print("| " + " | ".join(row) + " |", flush=True)
