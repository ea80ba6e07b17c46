"""Readings a CPU second of Distributed/detect_power.py on two local workers, beside one process.

    PYTHON Benchmarks/spark.py [SITES] [FOLDER] [CASE...]

PYTHON has Distributed/requirements.txt (Tests/Integration/spark.sh makes one in .build/spark). Invented readings
of SITES (2500: 20 million readings, 1 GB) over 30 days by meter and by time; HOTSPOT names the program. CPU seconds
are user and system time of everything that was started, the JVMs too, by adoption of orphans (Linux); shuffle
bytes are Spark's own, from its event log. The job of 10 sites tells what starting costs.
"""

import ctypes
import json
import os
import pathlib
import resource
import signal
import subprocess
import sys
import threading
import time

import pyspark

root = pathlib.Path(__file__).resolve().parent.parent
hotspot = os.environ.get("HOTSPOT", f"{root}/.build/release/hotspot")
sites = int(sys.argv[1]) if len(sys.argv) > 1 else 2500
folder = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else "/tmp/hotspot-spark")
home = os.path.dirname(pyspark.__file__)
PR_SET_CHILD_SUBREAPER = 36


def measured(command, during=None):
    """Wall and CPU seconds of a command and of all that it started."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begin = time.monotonic()
    with open(folder / "log", "w") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, env=environment)
        if during:
            threading.Thread(target=during, args=(process,), daemon=True).start()
        status = process.wait()
    wall = time.monotonic() - begin
    while True:  # What outlives its parent is ours now, and counted when it ends.
        try:
            os.wait()
        except ChildProcessError:
            break
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if status != 0:
        sys.exit(f"{command[0]} ended with {status}; see {folder}/log")
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def stat(pid):
    """The fields of /proc/PID/stat behind the name; none of a process that is gone."""
    try:
        return pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return []


def kill_a_worker(process):
    """Kills the JVM of an executor whose task has a hotspot that is at work; a child of ours, by its id."""
    while process.poll() is None:
        time.sleep(0.1)
        parents = {int(path.name): int((stat(path.name) + ["0", "0"])[1])
                   for path in pathlib.Path("/proc").glob("[0-9]*")}
        for pid in parents:
            if "--framed" not in words_of(pid) or worked(pid) < 0.1:
                continue
            line = [pid]
            while parents.get(line[-1], 0) > 1:
                line.append(parents[line[-1]])
            workers = [pid for pid in line if "CoarseGrainedExecutorBackend" in words_of(pid)]
            if process.pid in line and workers:
                os.kill(workers[0], signal.SIGKILL)
                return


def words_of(pid):
    try:
        return pathlib.Path(f"/proc/{pid}/cmdline").read_text()
    except OSError:
        return ""


def worked(pid):
    words = stat(pid)
    return (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK") if words else 0


def spark(readings, partitions, *conf, kill=False):
    """One job; wall and CPU seconds, sums from the event log."""
    events = folder / "events"
    subprocess.run(["rm", "-rf", events, folder / "out"], check=True)
    events.mkdir()
    settings = {
        "spark.eventLog.enabled": "true", "spark.eventLog.dir": events.as_uri(),
        "spark.eventLog.rolling.enabled": "false", "spark.eventLog.compress": "false",
        "spark.ui.enabled": "false", **dict(word.split("=", 1) for word in conf)}
    command = [f"{home}/bin/spark-submit", "--master", "local-cluster[2,1,1024]"]
    for name, value in settings.items():
        command += ["--conf", f"{name}={value}"]
    command += [
        f"{root}/Distributed/detect_power.py", readings.as_uri(), "-o", (folder / "out").as_uri(),
        "--csv", f"{folder}/spark.csv", "--hotspot", hotspot, "--partitions", str(partitions),
        "--ledger", (folder / "meter/ledger.csv").as_uri(), "--orders", (folder / "meter/orders.csv").as_uri(),
        "--as-of", "2019-01-01"]
    wall, cpu = measured(command, kill_a_worker if kill else None)
    shuffle = spill = lost = 0
    for path in events.iterdir():
        for line in path.open():
            event = json.loads(line)
            if event["Event"] != "SparkListenerTaskEnd":
                continue
            if event["Task End Reason"]["Reason"] != "Success":
                lost += 1
                continue
            metrics = event["Task Metrics"]
            shuffle += metrics["Shuffle Write Metrics"]["Shuffle Bytes Written"]
            spill += metrics["Disk Bytes Spilled"]
    return wall, cpu, shuffle, spill, lost


def lines(path):
    return sorted(path.read_bytes().splitlines())


def report(what, wall, cpu, shuffle=0, spill=0, lost=0):
    print(f"{what:<44} {wall:7.0f} s wall {cpu:7.0f} CPU s {readings / cpu / 1e6:6.2f} M/CPU s "
          f"{shuffle / readings:6.1f} B/reading shuffled {spill / readings:6.1f} spilled {lost:3d} tasks lost", flush=True)


environment = dict(
    os.environ, PYSPARK_PYTHON=sys.executable, SPARK_HOME=home, SPARK_LOCAL_IP="127.0.0.1",
    SPARK_WORKER_DIR=f"{folder}/workers", SPARK_LOCAL_DIRS=f"{folder}/local")
ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
folder.mkdir(parents=True, exist_ok=True)
for name, count, more in [("meter", sites, []), ("time", sites, ["--by-time"]), ("few", 10, [])]:
    if not (folder / name / "truth.csv").exists():
        subprocess.run([hotspot, "detect", "power-trial", "--sites", str(count), "--write", folder / name, *more],
                       check=True)
readings = sum(block.count(b"\n") for block in iter(lambda f=open(folder / "meter/readings.csv", "rb"): f.read(1 << 24), b"")) - 1
print(f"{readings} readings, {os.path.getsize(folder / 'meter/readings.csv')} bytes", flush=True)

meter, by_time = folder / "meter/readings.csv", folder / "time/readings.csv"
one = [hotspot, "detect", "power", "--ledger", folder / "meter/ledger.csv", "--orders", folder / "meter/orders.csv",
       "--as-of", "2019-01-01", "--quiet", "--overwrite", "-o", folder / "one.csv"]
cases = {
    "one process, by meter": lambda: measured(one + [meter]),
    "one process, by time": lambda: measured(one + [by_time]),
    "Spark, 10 sites: starting": lambda: spark(folder / "few/readings.csv", 2),
    "Spark, by meter, 1 partition": lambda: spark(meter, 1),
    "Spark, by meter, 2 partitions": lambda: spark(meter, 2),
    "Spark, by meter, 4 partitions": lambda: spark(meter, 4),
    "Spark, by meter, 4 partitions, worker killed": lambda: spark(meter, 4, kill=True),
    "Spark, by time, 4 partitions": lambda: spark(by_time, 4),
    "Spark, by time, 4 partitions, zstd": lambda: spark(by_time, 4, "spark.io.compression.codec=zstd"),
}
for number, (what, case) in enumerate(cases.items()):
    if len(sys.argv) > 3 and str(number) not in sys.argv[3:]:
        continue
    report(what, *case())
    if what.startswith("Spark, by") and (folder / "one.csv").exists():
        print("    the same bytes as one process after sorting" if lines(folder / "spark.csv") == lines(folder / "one.csv")
              else "    NOT the anomalies of one process", flush=True)
