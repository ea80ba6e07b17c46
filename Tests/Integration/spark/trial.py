"""Runs Distributed/detect_power.py again and again in one Spark session of two workers.

    trial.py FOLDER: reads FOLDER/{csv,trial,one.csv,one.rejects.csv}; prints lines "ok WHAT" and "FAILED WHAT".
HOTSPOT is the program. Processes that are killed are children of this session alone.
"""

import contextlib
import csv
import gzip
import io
import json
import os
import pathlib
import signal
import sys
import threading
import time

import detect_power
import pyarrow
import pyarrow.parquet
from pyspark.sql import SparkSession
from pyspark.sql import functions as F

folder = pathlib.Path(sys.argv[1])
hotspot = os.environ["HOTSPOT"]
tables = ["--ledger", f"file://{folder}/trial/ledger.csv", "--orders", f"file://{folder}/trial/orders.csv"]
runs = iter(range(1000))


def check(what, holds):
    print("ok" if holds else "FAILED", what, flush=True)


def session():
    return (
        SparkSession.builder.master("local-cluster[2,1,1024]").appName("hotspot trial")
        .config("spark.eventLog.enabled", "true").config("spark.eventLog.dir", f"file://{folder}/events")
        .config("spark.eventLog.rolling.enabled", "false").config("spark.eventLog.compress", "false")
        .config("spark.sql.shuffle.partitions", "2").config("spark.ui.enabled", "false")
        .config("spark.task.maxFailures", "2")
        # So that a small file comes in parts too.
        .config("spark.sql.files.maxPartitionBytes", "4m").getOrCreate())


def detect(readings, *options, program=hotspot):
    """Runs the job; its output, status and what it said."""
    out = folder / f"out{next(runs)}"
    words = io.StringIO()
    with contextlib.redirect_stderr(words), contextlib.redirect_stdout(words):
        status = detect_power.job(spark, detect_power.arguments([
            f"file://{readings}", "-o", f"file://{out}", "--csv", f"{out}.csv", "--hotspot", str(program),
            "--as-of", "2019-01-01", *options]))
    return out, status, words.getvalue().strip()


def lines(path):
    return sorted(pathlib.Path(path).read_bytes().splitlines())


def rejected(path):
    if path.is_dir():
        rows = pyarrow.parquet.read_table(path).to_pylist()
        return sorted((row["column"] or "", row["value"] or "", row["explanation"]) for row in rows)
    with open(path, encoding="utf-8-sig", newline="") as file:
        return sorted((row["column"], row["value"], row["reason"]) for row in csv.DictReader(file))


def same(what, out, status, words):
    if status != 0:
        print(words)
    check(f"{what}: the same anomalies as one process", status == 0 and lines(f"{out}.csv") == one)
    check(f"{what}: the same rejected rows", status == 0 and rejected(out / "rejects") == one_rejected)


def refused(what, out, status, words, expected, told):
    print(words)
    check(f"{what}: exit {expected}", status == expected)
    check(f"{what}: told in one line", "\n" not in words and told in words)
    check(f"{what}: nothing is written", not list(folder.glob(out.name + "*")))


def script(name, text):
    path = folder / name
    path.write_text("#!/usr/bin/env bash\n" + text)
    path.chmod(0o755)
    return path


# ---- A worker or a process killed in the middle ----


def parent(pid):
    return int(pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[1])


def executor(pid):
    """The executor's JVM above a process of its task."""
    while "CoarseGrainedExecutorBackend" not in pathlib.Path(f"/proc/{pid}/cmdline").read_text():
        pid = parent(pid)
    return pid


def with_kill(what, victim):
    """Runs the job while the first process of a task reads no further until `victim` of it is killed."""
    hold = folder / f"hold-{what}"
    hold.mkdir()
    os.mkfifo(hold / "never")
    program = script(f"held-{what}", f"""
if [ "$2" = power ] && mkdir '{hold}/taken' 2>/dev/null; then
  head -c 100000 >/dev/null
  echo $$ >'{hold}/part' && mv '{hold}/part' '{hold}/pid'
  exec cat '{hold}/never'
fi
exec '{hotspot}' "$@"
""")

    def kill():
        while not (hold / "pid").exists():
            time.sleep(0.05)
        pid = victim(int((hold / "pid").read_text()))
        name = pathlib.Path(f"/proc/{pid}/cmdline").read_text().split("\0")[0]
        os.kill(pid, signal.SIGKILL)
        # Not to standard output as it is just now: that is the job's.
        print(f"killed {what}: process {pid}, {name}", file=sys.__stdout__, flush=True)

    killer = threading.Thread(target=kill, daemon=True)
    killer.start()
    result = detect(folder / "csv", "--partitions", "2", *tables, program=program)
    same(f"{what} killed", *result)


def attempt(task):
    """A stage that lost what it read is tried again too, and counts its tasks' attempts anew."""
    return task["Stage Attempt ID"], task["Task Info"]["Attempt"]


def partition(task):
    """What the task works on; its index counts the tasks of one attempt of the stage."""
    return task["Task Info"].get("Partition ID", task["Task Info"]["Index"])


def tell_of_kills():
    """What Spark's own log says of the tasks that were lost and tried again."""
    events = [json.loads(line) for path in (folder / "events").iterdir()
              for line in path.read_text().splitlines()]
    tasks = [event for event in events if event["Event"] == "SparkListenerTaskEnd"]
    for what, reason, word in [("executor", "ExecutorLostFailure", ""),
                               ("process", "ExceptionFailure", "status -9")]:
        lost = [task for task in tasks if task["Task End Reason"]["Reason"] == reason
                and word in json.dumps(task["Task End Reason"])]
        again = [task for task in tasks for one in lost
                 if task["Stage ID"] == one["Stage ID"] and task["Task End Reason"]["Reason"] == "Success"
                 and partition(task) == partition(one) and attempt(task) > attempt(one)]
        for task in lost + again:
            info = task["Task Info"]
            print("event log: stage {}.{} task {}.{}".format(
                task["Stage ID"], task["Stage Attempt ID"], partition(task), info["Attempt"]),
                f"on executor {info['Executor ID']}: {task['Task End Reason']['Reason']}")
        check(f"{what} killed: the log has the lost task, and its next attempt that succeeds",
              len(lost) > 0 and len(again) > 0)


# ---- Bad input ----


def bad_input(parquet):
    cut = folder / "cut.csv.gz"
    packed = gzip.compress((folder / "csv/1.csv").read_bytes())
    cut.write_bytes(packed[:len(packed) // 2])
    refused("a gzip file cut off", *detect(cut), 70, "cut.csv.gz")
    damaged = folder / "damaged.parquet"
    damaged.mkdir()
    for number, path in enumerate(sorted(parquet.glob("*.parquet"))):
        data = bytearray(path.read_bytes())
        if number == 0:
            data[len(data) // 4:len(data) // 2] = bytes(len(data) // 2 - len(data) // 4)
        (damaged / path.name).write_bytes(data)
    refused("a damaged Parquet file", *detect(damaged), 70, "damaged.parquet")
    noise = folder / "noise.csv"
    noise.write_text("site_id,circuit,time,energy\n" + "\x01\x02,,\n" * 1000)
    refused("a file of noise", *detect(noise), 65, "not one of 1000 rows")
    refused("no program on the workers", *detect(folder / "csv", program="/no/hotspot"), 70, "/no/hotspot")
    refused("no program on the driver", *detect(folder / "csv", *tables, program="/no/hotspot"), 65, "--hotspot")
    refused("a file that is not there", *detect(folder / "nowhere.csv"), 65, "nowhere.csv")
    refused("no such column", *detect(folder / "csv", "--site-column", "户号"), 65, "--site-column")
    few = folder / "few.csv"
    few.write_text("".join((folder / "csv/1.csv").read_text().splitlines(keepends=True)[:20_000]))
    failing = script("failing", f"""
cat >'{folder}'/stream-$$
if grep -q M000007 '{folder}'/stream-$$; then echo 'hotspot: no more room' >&2; exit 74; fi
exec '{hotspot}' "$@" <'{folder}'/stream-$$
""")
    refused("one partition's process fails", *detect(few, program=failing), 70,
            "status 74: hotspot: no more room")
    silent = script("silent", f"""set -o pipefail\n'{hotspot}' "$@" | head -n -1\n""")
    refused("an answer cut off", *detect(few, program=silent), 70, "cut off")
    deaf = script("deaf", f"""head -c 100000 | '{hotspot}' "$@" """)
    refused("a question cut off", *detect(few, program=deaf), 70, "the stream is not whole")


one = lines(folder / "one.csv")
one_rejected = rejected(folder / "one.rejects.csv")
(folder / "events").mkdir()
spark = session()
for partitions in ("1", "2", "4"):
    same(f"CSV, {partitions} partitions", *detect(folder / "csv", "--partitions", partitions, *tables))
# As Parquet, time as an instant where it is one; rows that are no such table are left to CSV.
parquet = folder / "readings.parquet"
(spark.read.option("header", True).csv(f"file://{folder}/trial/readings.csv")
 .withColumn("time", F.to_timestamp("time")).withColumn("energy", F.col("energy").cast("double"))
 .repartition(3).write.parquet(f"file://{parquet}"))
out, status, words = detect(parquet, "--partitions", "3", *tables)
check("Parquet: the same anomalies as one process", status == 0 and lines(f"{out}.csv") == lines(folder / "clean.csv"))
found = pyarrow.parquet.read_table(out / "anomalies")
check("Parquet: as many anomalies, instants with their zone, numbers as numbers",
      found.num_rows == len(lines(folder / "clean.csv")) - 1
      and pyarrow.types.is_timestamp(found.schema.field("started_at").type)
      and found.schema.field("severity").type == "double")
with_kill("executor", executor)
with_kill("process", lambda pid: pid)
again = detect_power.job(spark, detect_power.arguments([f"file://{folder}/csv", "-o", f"file://{out}"]))
check("an output that is there: exit 65, and it stays",
      again == 65 and pyarrow.parquet.read_table(out / "anomalies").num_rows == found.num_rows)
bad_input(parquet)
spark.stop()
tell_of_kills()
