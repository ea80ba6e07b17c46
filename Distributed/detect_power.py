#!/usr/bin/env python3
"""`hotspot detect power` on Apache Spark: the rules, over more readings than fit one machine.

    spark-submit --master MASTER Distributed/detect_power.py READINGS... -o OUTPUT \
        --ledger firms.csv --orders orders.csv --partitions 400

READINGS are CSV (.csv, .txt, .tsv, also .gz) or Parquet files or folders on any file system that Hadoop
knows (file:, hdfs:, s3a:). OUTPUT is a folder that gets `anomalies` and `rejects`, both Parquet.

Spark moves lines and knows nothing of readings. Every partition is piped through one process,
`hotspot detect power - --stream --framed --order meter`, which parses, judges and rejects; its answer
counts only if it is whole and the process ended well, else the task fails and is tried again elsewhere.
docs/distributed.md tells how to run it, docs/formats.md what the lines are.
"""

import argparse
import csv
import datetime
import io
import os
import re
import subprocess
import sys
import tempfile
import uuid

from pyspark import SparkFiles, TaskContext
from pyspark.errors import AnalysisException
from pyspark.sql import SparkSession
from pyspark.sql import functions as F

ANOMALY = [
    "id", "site_id", "rule", "started_at", "ended_at", "severity", "explained_by", "circuit",
    "hours", "detail", "detail_en", "detected_by", "rule_version", "input_hash",
]
REJECT = ["reason", "column", "value", "explanation", "line"]
TEXT = (".csv", ".txt", ".tsv", ".csv.gz", ".txt.gz", ".tsv.gz")


class Refused(Exception):
    """What the user has to see to; the job ends with status 65."""


def arguments(words=None):
    parser = argparse.ArgumentParser(description="hotspot detect power on Apache Spark")
    parser.add_argument("readings", nargs="+", help="CSV or Parquet, files or folders, as URIs")
    parser.add_argument("-o", "--output", required=True, help="folder to write, as a URI")
    parser.add_argument("--overwrite", action="store_true", help="replace the output if it is there")
    parser.add_argument("--csv", help="local file that gets the anomalies as CSV too, sorted by line")
    parser.add_argument("--ledger", help="metered sites, as for hotspot detect power")
    parser.add_argument("--orders", help="ordered stops and limits")
    parser.add_argument("--hotspot", default="hotspot", help="the program, on every worker")
    parser.add_argument("--partitions", type=int, help="default: spark.sql.shuffle.partitions")
    parser.add_argument("--site-column", default="site_id", help="heading of the site (site_id)")
    parser.add_argument("--format", choices=["csv", "parquet"], help="default: by the files' names")
    parser.add_argument("--separator", default=",", help="between the fields of CSV (,)")
    parser.add_argument("--as-of", help="readings later than this are of the future (default: now)")
    for option in ("--zone", "--stamp", "--map", "--encoding"):
        parser.add_argument(option, help="as for hotspot detect power")
    return parser.parse_args(words)


# ---- Reading: every reading a line of text, with its site and its place in the files ----


def first_lines(spark, paths):
    """The first line of every file, read by the driver through Hadoop; bytes as Latin-1."""
    java, hadoop = spark._jvm, spark._jsc.hadoopConfiguration()
    codecs = java.org.apache.hadoop.io.compress.CompressionCodecFactory(hadoop)
    for name in paths:
        path = java.org.apache.hadoop.fs.Path(java.java.net.URI(name))
        stream = path.getFileSystem(hadoop).open(path)
        try:
            codec = codecs.getCodec(path)
            text = java.java.io.InputStreamReader(
                codec.createInputStream(stream) if codec else stream, "ISO-8859-1")
            yield name, java.java.io.BufferedReader(text).readLine() or ""
        finally:
            stream.close()


def read_text(spark, options):
    """Lines as they stand: what is no reading is hotspot's to say."""
    lines = spark.read.option("lineSep", "\n").text(options.readings)
    heads = list(first_lines(spark, sorted(lines.inputFiles())))
    if not heads:
        raise Refused(f"{options.readings[0]}: there is no file")
    head = heads[0][1]
    for name, other in heads:
        if other != head:
            raise Refused(f"{name}: its headings are not those of {heads[0][0]}; run them apart")
    raw = head.encode("latin-1")
    text = raw.removeprefix(b"\xef\xbb\xbf").decode(options.encoding or "utf-8", "replace")
    names = [name.strip(' "\t\r') for name in text.split(options.separator)]
    place = site_place(names, options, heads[0][0])
    # The same bytes as the headings, in a later file of the same, are headings again.
    is_head = F.btrim("value", F.lit(" \r")).cast("binary") == F.lit(raw.strip(b" \r"))
    site = F.substring_index("value", options.separator, place + 1)
    if place > 0:
        site = F.substring_index(site, options.separator, -1)
    return lines.where(~is_head), F.col("value"), site, raw + b"\n"


def read_parquet(spark, options):
    """Rows as lines: an instant as seconds since 1970, all else as text."""
    rows = spark.read.parquet(*options.readings)
    if rows.limit(1).count() == 0:
        raise Refused(f"{options.readings[0]}: there are no readings")
    place = site_place(rows.columns, options, options.readings[0])
    fields = []
    for name, kind in rows.dtypes:
        column = F.col(f"`{name}`")
        text = F.unix_seconds(column) if kind == "timestamp" else column
        text = F.coalesce(text.cast("string"), F.lit(""))
        # Nothing in a field may look like the end of it.
        fields.append(F.translate(text, "\t\n", "  ") if kind == "string" else text)
    heading = "\t".join(rows.columns) + "\n"
    return rows, F.concat_ws("\t", *fields), fields[place], heading.encode()


def site_place(names, options, file):
    if options.site_column not in names:
        raise Refused(
            f"{file}: no column {options.site_column} among {', '.join(names)}; "
            "say which is the site by --site-column")
    return names.index(options.site_column)


def read(spark, options):
    """Lines with their site, their place in the input, and the headings above them."""
    names = spark.read.text(options.readings).inputFiles()
    texts = [name for name in names if name.lower().endswith(TEXT)]
    if not options.format and 0 < len(texts) < len(names):
        raise Refused(f"{options.readings[0]}: some files are CSV and some are not; say --format")
    is_text = options.format == "csv" if options.format else len(texts) > 0
    rows, line, site, head = (read_text if is_text else read_parquet)(spark, options)
    # Of two values for one interval the first counts, so readings have to come in the order of the
    # files, whatever ways the shuffle takes: file by name, part of the file, row of the part.
    files = sorted(set(rows.inputFiles()))
    # Of local files Spark says file:/// here and file:/ there.
    spelt = [(number, name) for number, path in enumerate(files)
             for name in sorted({path, path.replace("file:///", "file:/", 1)})]
    numbers = spark.createDataFrame(spelt, "file int, path string")
    placed = rows.select(
        F.concat(line, F.lit("\n")).alias("line"),
        # Blanks and quotes around a name do not count, as in hotspot.
        F.btrim(site, F.lit(' "\t\r')).alias("site"),
        F.col("_metadata.file_path").alias("path"),
        F.col("_metadata.file_block_start").alias("block"),
        F.monotonically_increasing_id().alias("row"))
    # A line of blanks is no row for hotspot, so it must not be counted here either.
    placed = placed.where(F.btrim("line", F.lit(" \t\r\n")) != "")
    if len(files) == 1:
        return placed.withColumn("file", F.lit(0)).drop("path"), head
    placed = placed.join(F.broadcast(numbers), "path", "left")
    # A file without a number would be lost or come first unnoticed.
    unknown = F.raise_error(F.concat(F.lit("Failed: no such input as "), "path")).cast("int")
    return placed.withColumn("file", F.coalesce("file", unknown)).drop("path"), head


# ---- Partitions: a site's readings go together, and those of the sites of a feeder ----


def partition(spark, lines, options):
    """Deals the lines out: all of a group to one partition, all of a site behind each other."""
    site = F.xxhash64("site")
    group = site
    if options.ledger:
        command = [options.hotspot, "detect", "power-groups", "--ledger", local(options.ledger)]
        if options.encoding:
            command += ["--encoding", options.encoding]
        groups = list(csv.reader(io.StringIO(run_here(command).lstrip("\ufeff"))))[1:]
        if groups:
            table = spark.createDataFrame(groups, "site string, feeder string")
            lines = lines.join(F.broadcast(table), "site", "left")
            group = F.xxhash64(F.coalesce("feeder", "site"))
    number = options.partitions or int(spark.conf.get("spark.sql.shuffle.partitions"))
    # Hashes stand for names: 8 bytes to move, and a sort that compares numbers.
    keyed = lines.select(
        group.alias("group"), site.alias("site"), "file", "block", "row", "line")
    return keyed.repartition(number, "group").sortWithinPartitions("site", "file", "block", "row")


def run_here(command):
    """The output of a command on the driver."""
    try:
        done = subprocess.run(command, capture_output=True, text=True)
    except OSError as error:
        raise Refused(f"{command[0]}: {error.strerror}; say by --hotspot where the program is")
    if done.returncode != 0:
        raise Refused(done.stderr.strip())
    return done.stdout


def local(uri):
    """Where a file that was given to all workers lies on this one."""
    return SparkFiles.get(os.path.basename(uri))


# ---- Judging: one process a partition ----


class Failed(Exception):
    """A process that failed; the task is tried again."""


def judge(options, head):
    """What a task does with its partition; runs on the workers."""
    command = [options.hotspot, "detect", "power", "-", "--stream", "--framed", "--order", "meter",
               "--as-of", options.as_of, "--quiet"]
    for name in ("zone", "stamp", "map", "encoding"):
        if getattr(options, name):
            command += [f"--{name}", getattr(options, name)]

    def judged(batches):
        import pyarrow

        batches = (batch for batch in batches if batch.num_rows > 0)
        first = next(batches, None)
        if first is None:
            return
        call = list(command)
        for name in ("ledger", "orders"):
            if getattr(options, name):
                call += [f"--{name}", local(getattr(options, name))]
        # The answer waits on disk until it is known to be whole.
        with tempfile.TemporaryFile() as answer, tempfile.TemporaryFile() as messages:
            talk(call, head, first, batches, answer, messages)
            answer.seek(0)
            yield from table(pyarrow, answer)

    return judged


def talk(command, head, first, rest, answer, messages):
    """Pipes a partition through a process; raises Failed unless it takes all and answers all."""
    where = f"partition {TaskContext.get().partitionId()}: {command[0]}"
    try:
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=answer, stderr=messages)
    except OSError as error:
        raise Failed(f"{where}: {error.strerror}; say by --hotspot where workers have the program")
    try:
        try:
            process.stdin.write(head)
            count = write(process.stdin, first)
            for batch in rest:
                count += write(process.stdin, batch)
            process.stdin.write(b"end\t%d\n" % count)
            process.stdin.close()
        except BrokenPipeError:
            pass  # It went before the end; its status and its words tell why.
        status = process.wait()
    finally:
        # When Spark gives up the task, the process must not be left waiting.
        process.kill()
        process.wait()
    messages.seek(0)
    words = messages.read()[-2000:].decode("utf-8", "replace").strip()
    if status != 0:
        raise Failed(f"{where} ended with status {status}: {words}")
    answer.seek(max(0, answer.seek(0, os.SEEK_END) - 4096))
    if not answer.read().split(b"\n")[-2:][0].startswith(b"end\t"):
        raise Failed(f"{where} said nothing of an end, so its answer is cut off: {words}")


def write(pipe, batch):
    """Writes a batch of lines, whose text stands in one piece, and gives how many they are."""
    lines = batch.column(0)
    _, offsets, text = lines.buffers()
    starts = memoryview(offsets).cast("i")[lines.offset:lines.offset + len(lines) + 1]
    pipe.write(memoryview(text)[starts[0]:starts[-1]])
    return len(lines)


def table(pyarrow, answer):
    """The answer as batches of `kind` and `fields`."""
    kinds, fields = [], []
    for line in answer:
        kind, *rest = line.decode("utf-8", "replace").rstrip("\n").split("\t")
        kinds.append(kind)
        fields.append(rest)
        if len(kinds) == 10_000 or kind == "end":
            yield pyarrow.RecordBatch.from_arrays(
                [pyarrow.array(kinds, pyarrow.string()),
                 pyarrow.array(fields, pyarrow.list_(pyarrow.string()))], ["kind", "fields"])
            kinds, fields = [], []


# ---- Writing: all or nothing ----


def field(number, name):
    column = F.col("fields")[number]
    if name in ("severity", "hours"):
        column = column.cast("double")
    elif name.endswith("_at"):
        column = F.to_timestamp(column)
    elif name in ("explained_by", "circuit", "column", "value"):
        column = F.nullif(column, F.lit(""))
    return column.alias(name)


def write_all(spark, answers, options):
    """Writes to a folder beside the output and renames it at last; returns the sum of the counts."""
    java, hadoop = spark._jvm, spark._jsc.hadoopConfiguration()
    target = java.org.apache.hadoop.fs.Path(options.output)
    files = target.getFileSystem(hadoop)
    if files.exists(target) and not options.overwrite:
        raise Refused(f"{options.output}: it is there already; say --overwrite to replace it")
    part = f"{options.output.rstrip('/')}.part-{uuid.uuid4().hex[:8]}"
    try:
        # First the answers as they come, so that no process runs twice for the two tables.
        answers.write.parquet(part + "/answers")
        answers = spark.read.parquet(part + "/answers")
        counts = {}
        for row in answers.where("kind = 'end'").collect():
            for name, count in (pair.split("=") for pair in row.fields):
                counts[name] = counts.get(name, 0) + int(count)
        if not counts.get("used"):
            most = (answers.where("kind = 'reject'").groupBy(F.col("fields")[4]).count()
                    .orderBy(F.desc("count"), F.asc_nulls_last("fields[4]")).first())
            raise Refused(
                f"{options.readings[0]}: not one of {counts.get('read', 0)} rows can be used"
                + (f"; most of them: {most[0]}" if most else ""))
        found = answers.where("kind = 'anomaly'")
        columns = [field(number, name) for number, name in enumerate(ANOMALY)]
        found.select(columns).orderBy("site_id", "started_at", "rule", "circuit").write.parquet(
            part + "/anomalies")
        # Rejected: key of the reason, column, value, the reason in words, the line.
        columns = [field(number, name) for number, name in enumerate(REJECT, start=1)]
        answers.where("kind = 'reject'").select(columns).write.parquet(part + "/rejects")
        if options.csv:
            write_csv(found, options.csv)
        files.delete(java.org.apache.hadoop.fs.Path(part + "/answers"), True)
        if options.overwrite:
            files.delete(target, True)
        if not files.rename(java.org.apache.hadoop.fs.Path(part), target):
            raise Refused(f"{options.output}: it cannot be written")
    except BaseException:
        files.delete(java.org.apache.hadoop.fs.Path(part), True)
        raise
    return counts


def write_csv(found, path):
    """The anomalies as `hotspot import power-anomalies` reads them: lines of `-o`, sorted."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    lines = []
    for row in found.select("fields").toLocalIterator():
        out.seek(0)
        out.truncate()
        rows.writerow(row.fields)
        lines.append(out.getvalue())
    with open(path + ".part", "w", encoding="utf-8", newline="") as file:
        file.write(",".join(ANOMALY) + "\n")
        file.writelines(sorted(lines))
    os.replace(path + ".part", path)


# ---- The job ----


def run(spark, options):
    # A file that is damaged or gone is an error, never fewer readings.
    spark.conf.set("spark.sql.files.ignoreCorruptFiles", "false")
    spark.conf.set("spark.sql.files.ignoreMissingFiles", "false")
    # One clock for all tasks.
    options.as_of = options.as_of or datetime.datetime.now(datetime.timezone.utc).strftime(
        "%Y-%m-%dT%H:%M:%SZ")
    for uri in filter(None, (options.ledger, options.orders)):
        spark.sparkContext.addFile(uri)
    lines, head = read(spark, options)
    lines = partition(spark, lines, options).select("line")
    answers = lines.mapInArrow(judge(options, head), "kind string, fields array<string>")
    return write_all(spark, answers, options)


def message(error):
    """The line that tells, of pages of stack traces: of a process, of a file, else the first one."""
    text = str(error)
    told = re.search(r"Failed: (.*)", text)
    if told:
        return told.group(1)
    causes = re.findall(r"^Caused by: (.*)", text, re.MULTILINE)
    told = re.search(r"Encountered error while reading file .*", text)
    lines = [line.lstrip(": ") for line in text.splitlines() if "error occurred while call" not in line]
    return "; ".join([told.group() if told else (lines or [repr(error)])[0]] + causes[-1:])


def job(spark, options):
    """Runs the job and gives its exit status; what went wrong is told in one line."""
    try:
        counts = run(spark, options)
    except Refused as error:
        print(f"detect_power: {error}", file=sys.stderr)
        return 65
    except AnalysisException as error:  # No such path, no such column.
        print(f"detect_power: {message(error)}", file=sys.stderr)
        return 65
    except Exception as error:  # Of Spark, Java or a task: all of them end the job.
        print(f"detect_power: {message(error)}", file=sys.stderr)
        return 70
    print("read {read} = used {used} + duplicates {duplicates} + rejected {rejected}; "
          "{sites} sites, {anomalies} anomalies.".format(**counts))
    return 0


def main():
    options = arguments()
    spark = SparkSession.builder.appName("hotspot detect power").getOrCreate()
    try:
        return job(spark, options)
    finally:
        spark.stop()


if __name__ == "__main__":
    sys.exit(main())
