"""DuckDB: the rules of `hotspot detect power` in SQL over the same CSV, compared in what they find.

Arguments: the program, a folder of `hotspot detect power-trial --write`, a folder for what is made,
how many runs. Ten of the thirteen rules; the others (offline, over_limit, hidden_industrial), severity,
explanations and all care for bad rows are left out, which is to DuckDB's advantage. Thirty days of one
month without holidays are assumed: one stretch, whole days, each reading once.
Fails where a rule that is the same finds something else.
"""

import csv
import os
import subprocess
import sys
import time

import duckdb
import peer

# What each circuit's readings are compared with, all floats as in the program.
PREPARE = """
CREATE TEMP TABLE orders AS
  SELECT site_id AS site, kind = 'stop' AS stop, (epoch(started_at) + 28800)::BIGINT // 900 AS first
  FROM read_csv('{folder}/orders.csv', types = {{'started_at': 'TIMESTAMPTZ'}});
CREATE TEMP TABLE banned AS
  SELECT site_id AS site FROM read_csv('{folder}/ledger.csv') WHERE status = 'banned';
CREATE TEMP TABLE r AS
  SELECT site, i, m, p, t, coalesce(p, CASE WHEN bare THEN m END) AS l, (i - base) // 96 AS day,
    CASE WHEN i >= o.first THEN CASE WHEN o.stop THEN 1 ELSE 2 END ELSE 0 END AS ordered
  FROM (
    SELECT *, min(i) OVER () AS base, bool_and(p IS NULL) OVER (PARTITION BY site) AS bare FROM (
      SELECT site_id AS site, (epoch(time) + 28800)::BIGINT // 900 AS i,
        max((energy * 4)::FLOAT) FILTER (circuit = 'main') AS m,
        max((energy * 4)::FLOAT) FILTER (circuit = 'production') AS p,
        max((energy * 4)::FLOAT) FILTER (circuit = 'treatment') AS t
      FROM read_csv('{folder}/readings.csv', types = {{'time': 'TIMESTAMPTZ', 'energy': 'DOUBLE'}})
      GROUP BY ALL)) LEFT JOIN orders o USING (site);
CREATE TEMP TABLE peaks AS
  SELECT *, greatest(0.05::FLOAT, 0.15::FLOAT * pm) AS hm, greatest(0.05::FLOAT, 0.15::FLOAT * pp) AS hp,
    greatest(0.05::FLOAT, 0.15::FLOAT * pt) AS ht, greatest(0.05::FLOAT, 0.15::FLOAT * pl) AS hl
  FROM (SELECT site, quantile_disc(m, 0.95) AS pm, quantile_disc(p, 0.95) AS pp,
      quantile_disc(t, 0.95) AS pt, quantile_disc(l, 0.95) AS pl
    FROM r WHERE ordered = 0 GROUP BY site);
CREATE TEMP TABLE ref AS
  SELECT * FROM peaks LEFT JOIN (
    SELECT site, quantile_disc(t / l, 0.5) AS ratio, quantile_disc(m - p - t, 0.5) AS rest
    FROM r JOIN peaks USING (site) WHERE ordered = 0 AND l > hl AND t > ht GROUP BY site) USING (site)
  LEFT JOIN (
    SELECT site, quantile_disc(part, 0.5) AS daily FROM (
      SELECT site, (sum(t) / sum(l))::FLOAT AS part FROM r JOIN peaks USING (site)
      WHERE ordered = 0 AND l > hl AND t IS NOT NULL GROUP BY site, day) GROUP BY site) USING (site);
CREATE TEMP TABLE usual AS
  SELECT site, (i // 96 + 3) % 7 AS weekday, i // 4 % 24 AS hour, quantile_disc(l, 0.5) AS usual
  FROM r WHERE ordered = 0 GROUP BY ALL;
CREATE TEMP TABLE x AS
  SELECT r.*, ref.* EXCLUDE (site), usual FROM r JOIN ref USING (site)
  LEFT JOIN usual u ON u.site = r.site AND u.weekday = (r.i // 96 + 3) % 7 AND u.hour = r.i // 4 % 24;
CREATE TEMP MACRO off(l, hl, t, ht) AS l > hl AND t <= ht;
CREATE TEMP MACRO idles(l, hl, t, ht, ratio) AS l > hl AND t > ht AND t < 0.5::FLOAT * ratio * l;
CREATE TEMP TABLE falling AS
  SELECT site, min(day) AS first, max(day) AS last FROM (
    SELECT site, day, day - row_number() OVER (PARTITION BY site ORDER BY day) AS island FROM (
      SELECT site, day, corr(l, t) AS c, count(*) AS n, var_pop(l) AS vl, avg(l) AS ml,
        var_pop(t) AS vt, avg(t) AS mt
      FROM x WHERE l > hl AND t IS NOT NULL GROUP BY ALL)
    WHERE n >= 24 AND vl > 0.01 * ml * ml AND vt > 0.01 * mt * mt AND c < -0.5)
  GROUP BY site, island HAVING count(*) >= 2;
"""


def spells(condition, least, table="x", per="day"):
    """Runs of neighbouring intervals that last long enough; with per, those that begin on one day."""
    runs = (f"SELECT site, min(i) AS first, max(i) + 1 AS last, count(*) AS held FROM ("
            f"SELECT site, i, i - row_number() OVER (PARTITION BY site ORDER BY i) AS island "
            f"FROM {table} WHERE {condition}) GROUP BY site, island HAVING count(*) >= {least}")
    if per is None:
        return runs
    return (f"SELECT site, min(first) AS first, max(last) AS last, sum(held) AS held FROM ({runs}) "
            f"GROUP BY site, first // 96")


def frozen(circuit, threshold):
    pairs = f"{circuit} > {threshold} AND i = before + 1"
    return f"""
      WITH y AS (SELECT *, lag(i) OVER w AS before, lag({circuit}) OVER w AS past FROM x
          WHERE {circuit} IS NOT NULL WINDOW w AS (PARTITION BY site ORDER BY i)),
        z AS (SELECT site, count(*) AS pairs, count(*) FILTER ({circuit} = past) AS equal
          FROM y WHERE {pairs} GROUP BY site),
        runs AS ({spells(f"{pairs} AND {circuit} = past", 7, "y", None)})
      SELECT site, first - 1 AS first, last FROM runs JOIN z USING (site)
      WHERE held + 1 >= greatest(8, ln(0.001 / (pairs + 1)) / ln((equal - held + 1) / (pairs - held + 2)))"""


def silent(circuit, others):
    """Gaps of a circuit while another one of the site reports, longer than its gaps usually are."""
    present = " OR ".join(f"{other} IS NOT NULL" for other in others)
    return f"""
      WITH y AS (SELECT site, i, last_value(i) OVER (PARTITION BY site ORDER BY i
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS final,
          lag(i) OVER (PARTITION BY site ORDER BY i) AS before FROM x WHERE {circuit} IS NOT NULL),
        habit AS (SELECT site, count(*) FILTER (i > before + 1) AS gaps,
          coalesce(sum(i - before - 1), 0) AS missing FROM y GROUP BY site),
        runs AS ({spells(f"{circuit} IS NULL AND ({present})", 8, per=None)})
      SELECT site, first, last FROM runs JOIN habit USING (site)
      WHERE greatest(1, gaps) * pow((greatest(0, missing - held) - greatest(0, gaps - 1) + 1)
        / (greatest(0, missing - held) + 2), held - 1) < 0.05"""


STOPS = """
  WITH y AS (SELECT *, (i - 24) // 96 AS turn, i % 96 >= 88 OR i % 96 < 24 AS night,
      greatest(0.25::FLOAT * usual, hl) AS least FROM x WHERE ordered = 1),
    rests AS (SELECT site, turn, count(*) FILTER (l > least) * 10 <= count(*) AS rests
      FROM y WHERE NOT night AND l IS NOT NULL GROUP BY ALL),
    nights AS (SELECT site, turn, sum(l) AS night, sum(usual) AS usual
      FROM y WHERE night AND l IS NOT NULL AND usual IS NOT NULL GROUP BY ALL),
    found AS (SELECT site, turn, min(first) AS first, max(last) AS last,
        min(first) FILTER (dark) AS dark_first, max(last) FILTER (dark) AS dark_last FROM (
      SELECT *, first % 96 >= 88 OR first % 96 < 24 OR (last - 1) % 96 >= 88 OR (last - 1) % 96 < 24
        AS dark FROM (
        SELECT site, turn, min(i) AS first, max(i) + 1 AS last FROM (
          SELECT site, turn, i, i - row_number() OVER (PARTITION BY site, turn ORDER BY i) AS island
          FROM y WHERE l > least) GROUP BY site, turn, island HAVING count(*) >= 2))
      GROUP BY site, turn),
    judged AS (SELECT found.*, coalesce(night > 0 AND night >= 1.5 * nights.usual
        AND coalesce(today.rests, next.rests, false), false) AS moved
      FROM found LEFT JOIN nights USING (site, turn) LEFT JOIN rests today USING (site, turn)
      LEFT JOIN rests next ON next.site = found.site AND next.turn = found.turn + 1)
"""

NIGHTS = """
  WITH e AS (SELECT site, (i - 24) // 96 AS turn, (i - 24) % 96 >= 64 AS dark, sum(m) AS s,
      count(m) AS n, count(*) FILTER (ordered = 1 AND (i % 96 = 88 OR i % 96 = 23)) AS stops
    FROM x GROUP BY ALL),
    days AS (SELECT site, turn, s / n AS mean FROM e WHERE NOT dark AND n >= 48),
    nights AS (SELECT site, turn, s / n AS mean, s / n * 32 AS energy FROM e
      WHERE dark AND n >= 24 AND stops = 0),
    found AS (SELECT nights.site, nights.turn FROM nights JOIN days USING (site, turn)
      LEFT JOIN days after ON after.site = nights.site AND after.turn = nights.turn + 1
      JOIN ref ON ref.site = nights.site
      WHERE nights.mean > 2 * hm
        AND energy >= 1.5 * 64 * greatest(days.mean, coalesce(after.mean, 0))
        AND nights.turn < (SELECT max(turn) FROM e WHERE NOT dark))
  SELECT site, min(turn) * 96 + 88 AS first, max(turn) * 96 + 120 AS last FROM (
    SELECT *, turn - row_number() OVER (PARTITION BY site ORDER BY turn) AS island FROM found)
  GROUP BY site, island
"""

DAYS = """
  WITH told AS (SELECT site, day, sum(held) AS told FROM (
      SELECT site, day, count(*) AS held FROM (
        SELECT site, day, i - row_number() OVER (PARTITION BY site, day ORDER BY i) AS island FROM x
        WHERE off(l, hl, t, ht) OR idles(l, hl, t, ht, ratio))
      GROUP BY site, day, island HAVING count(*) >= 2) GROUP BY ALL)
  SELECT site, first, last FROM (
    SELECT site, day, min(i) AS first, max(i) + 1 AS last, count(*) AS n, sum(t) / sum(l) AS part,
      any_value(daily) AS daily FROM x WHERE l > hl AND t IS NOT NULL GROUP BY site, day)
  LEFT JOIN told USING (site, day)
  WHERE n >= 24 AND part < 0.5 * daily AND coalesce(told, 0) * 2 < n
"""

# Dips of less than a quarter of the running hours are told by the negative correlation.
IDLES = f"""
  WITH running AS (SELECT site, day, i // 96 AS date, count(*) FILTER (l > hl) AS running
    FROM x GROUP BY ALL)
  SELECT s.site, s.first, s.last FROM ({spells("idles(l, hl, t, ht, ratio)", 2)}) s
  JOIN running g ON g.site = s.site AND g.date = s.first // 96
  LEFT JOIN falling f ON f.site = s.site AND g.day BETWEEN f.first AND f.last
  WHERE f.site IS NULL OR held * 4 >= running
"""

RULES = {
    ("treatment_off", "treatment"): spells("off(l, hl, t, ht)", 2),
    ("treatment_idle", "treatment"): IDLES,
    ("treatment_ratio", "treatment"): DAYS,
    ("ordered_stop", "load"): STOPS + "SELECT site, first, last FROM judged WHERE NOT moved",
    ("moved_to_night", "load"):
        STOPS + "SELECT site, dark_first, dark_last FROM judged WHERE moved AND dark_first IS NOT NULL",
    ("disconnected", "main"): silent("m", "pt") + " UNION ALL SELECT site, first, last FROM ("
        + spells("p > hp AND m < 0.8::FLOAT * (p + coalesce(t, 0))", 8) + ")",
    ("disconnected", "production"): silent("p", "mt") + " UNION ALL SELECT site, first, last FROM ("
        + spells("p = 0 AND m - t - rest > 0.5::FLOAT * usual AND m - t - rest > hp", 8) + ")",
    ("disconnected", "treatment"): silent("t", "mp"),
    ("frozen", "main"): frozen("m", "hm"),
    ("frozen", "production"): frozen("p", "hp"),
    ("frozen", "treatment"): frozen("t", "ht"),
    ("night_use", "main"): NIGHTS,
    ("negative_correlation", "treatment"):
        "SELECT site, (first + base) * 96, (last + 1 + base) * 96 FROM falling, "
        "(SELECT min(i) // 96 AS base FROM r)",
    ("banned_running", "main"): spells("m > 3 AND site IN (FROM banned)", 2),
}


def detect(folder):
    """Anomalies of all rules: rule, circuit, site, first and last interval since 1970."""
    connection = duckdb.connect(config={"threads": 1})
    connection.execute("SET TimeZone = 'Asia/Shanghai'")
    connection.execute(PREPARE.format(folder=folder))
    return {(rule, circuit, *row[:3]) for (rule, circuit), sql in RULES.items()
            for row in connection.execute(sql).fetchall()}


def ours(program, folder, made, runs):
    """The least CPU seconds and wall time of the program, its peak memory, and its anomalies."""
    out, clock = f"{made}/anomalies.csv", f"{made}/time"
    # By way of time: a child of this process would count its memory too.
    command = ["/usr/bin/time", "-f", "%U %S %e %M", "-o", clock, program, "detect", "power",
               f"{folder}/readings.csv", "--ledger", f"{folder}/ledger.csv", "--orders",
               f"{folder}/orders.csv", "-o", out, "--overwrite", "-q"]
    cpu = wall = float("inf")
    for _ in range(runs):
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        with open(clock) as file:
            user, system, elapsed, kilobytes = map(float, file.read().split())
        cpu, wall = min(cpu, user + system), min(wall, elapsed)
    found = set()
    with open(out, encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            # Rests of a whole plant are the program's own explanation.
            if row["explained_by"] == "plant_stopped":
                continue
            stops = row["rule"] in ("ordered_stop", "moved_to_night")
            found.add((row["rule"], "load" if stops else row["circuit"], row["site_id"],
                       interval(row["started_at"]), interval(row["ended_at"])))
    return cpu, wall, int(kilobytes * 1024 // 1_000_000), found


def interval(text):
    day = (time.strptime(text[:10], "%Y-%m-%d"))
    days = int(time.mktime(day) - time.timezone) // 86400
    return days * 96 + int(text[11:13]) * 4 + int(text[14:16]) // 15


def main(program, folder, made, runs):
    os.environ["TZ"] = "UTC"
    time.tzset()
    os.makedirs(made, exist_ok=True)
    with open(f"{folder}/readings.csv", "rb") as file:
        readings = sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(1 << 24), b"")) - 1
    cpu, wall, memory, mine = ours(program, folder, made, runs)
    clock = peer.Clock()
    for _ in range(runs):
        theirs = clock.measure(detect, folder)
    print(f"{readings:,} readings, by meter:\n\n| | CPU s | wall s | million readings a CPU s | peak MB |\n"
          f"| --- | ---: | ---: | ---: | ---: |\n"
          f"| hotspot, 13 rules | {cpu:.2f} | {wall:.2f} | {readings / cpu / 1e6:.1f} | {memory} |\n"
          f"| DuckDB {duckdb.__version__}, 10 rules, one thread | {clock.cpu:.2f} | {clock.wall:.2f} | "
          f"{readings / clock.cpu / 1e6:.1f} | {peer.peak_megabytes()} |\n\n"
          f"| rule | hotspot | DuckDB | the same | hotspot only | DuckDB only |\n"
          f"| --- | ---: | ---: | ---: | ---: | ---: |")
    wrong = 0
    for rule in dict.fromkeys(rule for rule, _ in RULES):
        one = {entry for entry in mine if entry[0] == rule}
        other = {entry for entry in theirs if entry[0] == rule}
        wrong += len(one ^ other)
        print(f"| `{rule}` | {len(one)} | {len(other)} | {len(one & other)} | {len(one - other)} | "
              f"{len(other - one)} |")
        for entry in sorted(one - other)[:5] + sorted(other - one)[:5]:
            print("hotspot" if entry in one else "DuckDB", *entry, file=sys.stderr)
    print()
    if wrong:
        sys.exit(f"MISMATCH: {wrong} anomalies")


main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]))
