"""Runs a command several times and prints its least times and its peak memory.

Arguments: the engine's name, how many runs, the file that the command makes, the command.
"""

import os
import pathlib
import subprocess
import sys
import time

engine, runs, out, command = sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4:]
cpu = wall = float("inf")
peak = 0
for _ in range(runs):
    pathlib.Path(out).unlink(missing_ok=True)
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{command[0]} failed: {status}")
    cpu = min(cpu, usage.ru_utime + usage.ru_stime)
    wall = min(wall, time.perf_counter() - start)
    peak = max(peak, usage.ru_maxrss * 1024 // 1_000_000)
print(engine, os.cpu_count(), runs, 0, cpu, wall, peak, sep=",")
