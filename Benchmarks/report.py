"""Makes the Markdown tables of `scripts/bench` from the records of a folder.

Arguments: the folder and a step. Exits 1 if engines disagree.
"""

import csv
import sys

FIELDS = ("layer", "order", "points", "engine", "threads", "runs", "prepare", "cpu", "wall", "peak",
          "matched", "checksum", "index")
OURS = ("hotspot", "memory stream")
NUMBERS = ("points", "prepare", "cpu", "wall", "peak", "index")


def records(path):
    with open(path, newline="") as file:
        rows = [dict(zip(FIELDS, row)) for row in csv.reader(file)]
    for row in rows:
        row.update({name: float(row[name]) for name in NUMBERS if name in row})
    return rows


def table(heading, rows):
    lines = ["| " + " | ".join(row) + " |" for row in [heading, *rows]]
    lines.insert(1, "|" + " --- |" + " ---: |" * (len(heading) - 1))
    print("\n".join(lines) + "\n")


def seconds(value):
    return f"{value:.4f}" if value < 0.1 else f"{value:.2f}"


def rate(row):
    value = row["points"] / row["cpu"] / 1e6
    return f"{value:,.0f}" if value >= 20 else f"{value:.2f}"


def ratio(value):
    return f"{value:.0f}" if value >= 10 else f"{value:.1f}"


def name(row):
    is_ours_on_two = (row["engine"], row["threads"]) == ("hotspot", "2")
    return row["engine"] + (", 2 threads" if is_ours_on_two else "")


def same(row, reference):
    if row["engine"] == "memory stream":
        return "-"
    if reference is None:
        return "not compared"
    equal = (row["matched"], row["checksum"]) == (reference["matched"], reference["checksum"])
    return "yes" if equal else "**NO**"


def join(rows):
    summary(rows)
    agree = True
    for key in dict.fromkeys((row["layer"], row["points"], row["order"]) for row in rows):
        group = [row for row in rows if (row["layer"], row["points"], row["order"]) == key]
        ours = next((r for r in group if r["engine"] == "hotspot" and r["threads"] == "1"), None)
        two = next((r for r in group if r["engine"] == "hotspot" and r["threads"] == "2"), None)
        reference = next((r for r in group if r["engine"].startswith("shapely")), None)
        lines = []
        for row in group:
            verdict = same(row, reference)
            agree = agree and verdict != "**NO**"
            ratios = ["-", "-"]
            if ours and row["engine"] not in OURS:
                ratios = [ratio(row["cpu"] / ours["cpu"]),
                          ratio((row["cpu"] + row["prepare"]) / (ours["cpu"] + ours["prepare"]))]
            lines.append([
                name(row), seconds(row["cpu"]), rate(row), seconds(row["wall"]),
                seconds(row["prepare"]), *ratios, f"{row['peak']:,.0f}", row["runs"], verdict])
        print(f"### {key[0]}, {key[1] / 1e6:g} million points, {key[2]}\n")
        table(["engine", "join CPU s", "M points per core-second", "wall s", "prepare CPU s",
               "join: times ours", "with prepare: times ours", "peak MB", "runs", "ids of GEOS"],
              lines)
        if ours and two:
            print(f"Index {ours['index']:.0f} MB, built in {ours['prepare']:.3f} s; two threads "
                  f"are {ours['wall'] / two['wall']:.2f} times as fast as one.\n")
    return agree


def summary(rows):
    """A line for every question with the most points: ours, and how many times it peers take."""
    most = max(row["points"] for row in rows)
    rows = [row for row in rows if row["points"] == most]
    peers = list(dict.fromkeys(r["engine"] for r in rows if r["engine"] not in OURS))
    lines = []
    for key in dict.fromkeys((row["layer"], row["order"]) for row in rows):
        group = {(r["engine"], r["threads"]): r for r in rows if (r["layer"], r["order"]) == key}
        ours, two = group.get(("hotspot", "1")), group.get(("hotspot", "2"))
        stream = group.get(("memory stream", "1"))
        if not (ours and two and stream):
            continue
        times = {engine: ratio(row["cpu"] / ours["cpu"]) for (engine, _), row in group.items()}
        lines.append([
            f"{key[0]}, {key[1]}", rate(ours), rate(stream), f"{ours['wall'] / two['wall']:.2f}",
            f"{ours['index']:.0f}", f"{ours['prepare']:.2f}",
            *(times.get(engine, "-") for engine in peers)])
    print(f"### In short: {most / 1e6:g} million points, CPU seconds of the join\n")
    table(["points", "M points per core-second", "memory stream", "two threads: times one",
           "index MB", "built in s", *(f"{engine}: times ours" for engine in peers)], lines)


def shares(rows):
    ours = next(row for row in rows if row["engine"] == "hotspot")
    table(["engine", "CPU s", "times ours", "peak MB", "shares", "runs"],
          [[row["engine"], seconds(row["cpu"]), ratio(row["cpu"] / ours["cpu"]),
            f"{row['peak']:,.0f}", row["matched"], row["runs"]] for row in rows])
    return len({row["matched"] for row in rows}) == 1


def whole(rows):
    lines = []
    for row in rows:
        ours = next((other for other in rows if other["points"] == row["points"]
                     and other["engine"] == "hotspot"), None)
        times = "-" if ours in (None, row) else ratio(row["cpu"] / ours["cpu"])
        lines.append([f"{row['points'] / 1e6:g}", row["engine"], seconds(row["cpu"]), rate(row),
                      seconds(row["wall"]), times, f"{row['peak']:,.0f}", row["runs"]])
    table(["million rows", "engine", "CPU s", "M rows per core-second", "wall s", "times ours",
           "peak MB", "runs"], lines)
    return True


def cases(path):
    """The records of a file of cases, and those of how far engines are apart."""
    with open(path, newline="") as file:
        rows = list(csv.reader(file))
    found = [row for row in rows if row[0] != "apart"]
    for row in found:
        row[3:5] = [float(value) for value in row[3:5]]
    return found, [row for row in rows if row[0] == "apart"]


def hotspots(path):
    """A line a case, ours and each peer; z must agree to 1e-9 of the largest."""
    rows, apart = cases(path)
    peers = list(dict.fromkeys(row[1] for row in rows if row[1] != "hotspot"))
    by_engine = {(row[1], row[0]): row for row in rows}
    lines = []
    for case, engine, _, cpu, _, peak in rows:
        if engine != "hotspot":
            continue
        line = [case, seconds(cpu), peak]
        for peer in peers:
            other = by_engine.get((peer, case))
            line += [seconds(other[3]), ratio(other[3] / cpu), other[5]] if other else ["-"] * 3
        lines.append(line)
    heading = ["67,000 cells", "CPU s", "peak MB so far"]
    for peer in peers:
        heading += [f"{peer} CPU s", "times ours", "peak MB"]
    table(heading, lines)
    differ, largest = (float(value) for value in apart[0][3:5])
    print(f"z of Gi* differ by {differ:.1e} at most; the largest is {largest:.1f}.\n")
    return differ <= 1e-9 * largest


def engines(path, of="1 million points"):
    """A line for each engine of each case."""
    rows, apart = cases(path)
    ours = {row[0]: row[3] for row in rows if row[1] == "hotspot"}
    lines = [[case, engine, seconds(cpu), seconds(wall),
              "-" if engine.startswith("hotspot") else ratio(cpu / ours[case]), peak, runs]
             for case, engine, runs, cpu, wall, peak in rows]
    table([of, "engine", "CPU s", "wall s", "times ours", "peak MB", "runs"], lines)
    return apart


def density(path):
    """Ours must be direct summation to 1e-12 of the highest value."""
    agree = True
    for _, engine, _, differ, highest, _ in engines(path):
        differ, highest = float(differ), float(highest)
        print(f"{engine}: at most {differ:.1e} from ours, {differ / highest:.1e} of the highest.\n")
        agree = agree and (engine != "direct summation" or differ <= 1e-12 * highest)
    return agree


def clusters(path):
    """Labels must be the same, in the same order of numbers."""
    agree = True
    for _, engine, _, differ, points, count in engines(path):
        print(f"{engine}: {int(differ):,} of {int(points):,} labels differ, {count} clusters.\n")
        agree = agree and int(differ) == 0
    return agree


def planning(path):
    """The inspection family by instance, Chao's by set; no prize may exceed its bound."""
    names = ("set", "instance", "budget", "engine", "cpu", "prize", "covered", "towns", "reference",
             "bound")
    with open(path, newline="") as file:
        rows = [dict(zip(names, row)) for row in csv.reader(file)]
    for row in rows:
        row.update({name: float(row[name]) for name in names[4:]})
    family = [row for row in rows if row["set"] == "inspection"]
    bounds = {row["instance"]: row["bound"] for row in family if row["engine"] == "hotspot"}
    table(["instance, CPU s given", "engine", "prize", "townships", "below the bound %", "CPU s"],
          [[f"{row['instance']}, {row['budget']}", row["engine"], f"{row['prize']:.0f}",
            f"{row['covered']:.0f} of {row['towns']:.0f}",
            f"{100 - 100 * row['prize'] / bounds[row['instance']]:.2f}", seconds(row["cpu"])]
           for row in family])
    chao = [row for row in rows if row["set"] == "chao"]
    for row in chao:
        row["gap"] = 100 - 100 * row["prize"] / row["reference"]
    shared = {row["instance"] for row in chao if row["engine"] != "hotspot"}
    lines = []
    for group in ("p1", "p2", "p3", "p4", "p"):
        ours = [r for r in chao if r["engine"] == "hotspot" and r["instance"].startswith(group)]
        cells = [mean(ours, "gap"), str(sum(row["gap"] <= 0 for row in ours)), str(len(ours)),
                 mean([{"gap": 100 - 100 * r["prize"] / r["bound"]} for r in ours], "gap")]
        for engine in ("hotspot", "pyvrp", "ortools"):
            same = [row for row in chao if row["engine"] == engine and row["instance"] in shared
                    and row["instance"].startswith(group)]
            cells.append(mean(same, "gap"))
        lines.append(["all" if group == "p" else group, *cells, str(len(same))])
    table(["set", "hotspot: mean gap %", "reached", "of", "below the bound %",
           "sample: hotspot %", "pyvrp %", "ortools %", "instances"], lines)
    return all(row["prize"] <= row["bound"] for row in rows if row["engine"] == "hotspot")


def mean(rows, name):
    return f"{sum(row[name] for row in rows) / len(rows):.3f}" if rows else "-"


folder, step = sys.argv[1:]
path = f"{folder}/{step}.csv"
of_cases = {"hotspots": hotspots, "density": density, "clusters": clusters,
            "planning": planning,
            "scan": lambda path: engines(path, "windows") == []}
if step in of_cases:
    sys.exit(not of_cases[step](path))
sys.exit(not {"join": join, "shares": shares, "csv": whole}[step](records(path)))
