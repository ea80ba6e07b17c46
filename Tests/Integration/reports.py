"""Counts a report anew from the workspace's tables, and reads the page as a browser's parser does.

  reports.py figures FOLDER REPORT.csv ROUND AS_OF [DAYS METRES]
  reports.py page PAGE.html LANGUAGE [NAMES.txt]

FOLDER has a CSV for each table (ogr2ogr). Nothing is shared with the program but the tables. Prints
what differs, one a line, and ends with 1 if anything does.
"""

import csv
import html.parser
import math
import re
import sys
from collections import Counter, defaultdict
from datetime import date, datetime, timedelta

csv.field_size_limit(1 << 30)


def table(folder, name, as_of="9999"):
    """The newest version of each row by its identifier, of those known at a moment."""
    with open(f"{folder}/{name}.csv", encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["known_at"] <= as_of]
    if not rows or "id" not in rows[0]:
        return rows
    rows.sort(key=lambda row: (row["known_at"], row["imported_at"]))
    return list({row["id"]: row for row in rows}.values())


def wilson(hits, trials):
    """The rates at which a score test of 5 % just does not reject, by bisection."""
    z = 1.959963984540054

    def edge(low, high, is_low):
        for _ in range(200):
            middle = (low + high) / 2
            spread = math.sqrt(middle * (1 - middle) / trials)
            rejected = abs(hits / trials - middle) > z * spread
            if rejected == is_low:
                low = middle
            else:
                high = middle
        return (low + high) / 2

    rate = hits / trials
    return (edge(0, rate, True) if hits else 0.0), (edge(rate, 1, False) if hits < trials else 1.0)


def metres(one, other):
    """On a sphere: near enough for half a kilometre."""
    (lon1, lat1), (lon2, lat2) = one, other
    east = math.radians(lon2 - lon1) * math.cos(math.radians((lat1 + lat2) / 2))
    return 6371008.8 * math.hypot(east, math.radians(lat2 - lat1))


class Figures:
    def __init__(self, folder, path, number, as_of):
        self.report = defaultdict(dict)
        with open(path, encoding="utf-8-sig", newline="") as file:
            for row in csv.reader(file):
                self.report[row[0]][(row[1], row[2])] = row[5]
        self.faults, self.checked = [], 0
        self.number, self.open_day = number, as_of[:10]
        self.table = lambda name: table(folder, name, as_of + "Z")
        self.sites = {row["id"]: row for row in self.table("sites")}
        self.towns = {row["code"]: row for row in self.table("townships")}
        self.visits = [v for v in self.table("visits") if v["visited_at"][:10] < self.open_day]
        self.own = [v for v in self.visits if int(v["round"]) == number]

    def check(self, name, row, column, value):
        self.checked += 1
        found = self.report[name].get((row, column))
        if found is None or abs(float(found) - value) > 6e-5 * max(1, abs(value)):
            self.faults.append(f"{name} {row} {column}: {found}, expected {value:.6g}")

    def town(self, visit):
        return self.sites.get(visit["site_id"], {}).get("township_code", "")

    def city(self, visit):
        town = self.towns.get(self.town(visit))
        return town["city_code"] if town else visit["team_id"][:6]

    def rates(self, name, visits, key):
        hits, trials = Counter(), Counter()
        for visit in visits:
            for part in key(visit):
                trials[part] += 1
                hits[part] += visit["outcome"] == "problem"
        for part, count in trials.items():
            low, high = wilson(hits[part], count)
            self.check(name, part, "visits", count)
            self.check(name, part, "problems", hits[part])
            self.check(name, part, "per_100", 100 * hits[part] / count)
            self.check(name, part, "low", 100 * low)
            self.check(name, part, "high", 100 * high)
        rows = {row for row, _ in self.report[name]}
        if rows != set(trials):
            self.faults.append(f"{name}: rows {sorted(rows ^ set(trials))} in one of both only")

    def townships(self):
        visited = {self.town(v) for v in self.own}
        stops = newest_stops(self)
        planned = {s["township_code"] for s in stops}
        for city in {t["city_code"] for t in self.towns.values()}:
            codes = {c for c, t in self.towns.items() if t["city_code"] == city}
            self.check("townships", city, "townships", len(codes))
            self.check("townships", city, "visited", len(codes & visited))
            self.check("townships", city, "planned", len((codes & planned) - visited))
            self.check("townships", city, "missing", len(codes - planned - visited))
            self.check("townships", city, "share", 100 * len(codes & visited) / len(codes))

    def complaints(self, days, near, first, last):
        places = []
        for visit in self.visits:
            at = visit if visit["X"] else self.sites.get(visit["site_id"], visit)
            if at["X"]:
                places.append((moment(visit["visited_at"]), (float(at["X"]), float(at["Y"]))))
        due, seen = Counter(), Counter()
        for complaint in self.table("complaints"):
            came = moment(complaint["received_at"])
            end = (came.date() + timedelta(days)).isoformat()
            if complaint["accepted"] == "0" or not first <= end <= last or end >= self.open_day:
                continue
            if not complaint["X"]:
                continue
            town = self.towns.get(complaint["township_code"])
            city = town["city_code"] if town else ""
            due[city] += 1
            place = (float(complaint["X"]), float(complaint["Y"]))
            seen[city] += any(
                came <= at < came + timedelta(days) and metres(place, where) <= near
                for at, where in places
                if abs(where[1] - place[1]) < 0.1
            )
        for city in due:
            self.check("complaints", city, "due", due[city])
            self.check("complaints", city, "visited", seen[city])

    def types(self):
        ids = {v["id"] for v in self.own}
        problems = [p for p in self.table("problems") if p["visit_id"] in ids]
        counts = Counter(p["type"] for p in problems)
        if set(counts) - {""}:
            for type, count in counts.items():
                masked = re.sub(r"\d{7,}", lambda digits: digits.group()[:3] + "*" * (len(digits.group()) - 3), type)
                self.check("problem_types", masked, "number", count)

    def survey(self):
        draws = [d for d in self.table("draws") if int(d["round"]) == self.number]
        first = {}
        for visit in sorted(self.own, key=lambda v: v["visited_at"]):
            if visit["outcome"] != "refused":
                first.setdefault(visit["site_id"], visit["outcome"] == "problem")
        made = [d for d in draws if d["site_id"] in first]
        if not made:
            return
        weights = [1 / float(d["inclusion_probability"]) for d in made]
        hits = sum(w for w, d in zip(weights, made) if first[d["site_id"]])
        self.check("survey", "all", "drawn", len(draws))
        self.check("survey", "all", "visited", len(made))
        self.check("survey", "all", "per_100", 100 * hits / sum(weights))


def moment(text):
    return datetime.fromisoformat(text)


def newest_stops(figures):
    """The stops of each day that is over by the newest plan that has it."""
    plans = sorted(
        (p for p in figures.table("plans") if int(p["round"]) == figures.number),
        key=lambda p: p["made_as_of"],
    )
    stops = defaultdict(list)
    for stop in figures.table("stops"):
        stops[stop["plan_id"], stop["day"]].append(stop)
    result = []
    for day in sorted({day for _, day in stops if day < figures.open_day}):
        having = [p for p in plans if not p["date"] or p["date"] <= day]
        if having:
            result += stops[having[-1]["id"], day]
    return result


def figures(folder, path, number, as_of, days="14", near="500"):
    figures = Figures(folder, path, int(number), as_of)
    monday = lambda day: (day - timedelta(day.weekday())).isoformat()
    own = figures.own
    figures.rates("teams", [v for v in own if v["team_id"]], lambda v: [v["team_id"]])
    figures.rates("cities", own, lambda v: [figures.city(v)])
    figures.rates("counties", own, lambda v: [figures.town(v)[:6]])
    figures.rates("kinds", own, lambda v: [figures.sites[v["site_id"]]["kind"]])
    figures.rates(
        "topics", own, lambda v: set(figures.sites[v["site_id"]]["topics"].split(";"))
    )
    basis = {s["id"]: s["basis"] for s in figures.table("stops")}
    figures.rates("basis", own, lambda v: [basis.get(v["stop_id"], "")])
    last = max((v["visited_at"][:10] for v in own), default="")
    known = [v for v in figures.visits if v["visited_at"][:10] <= last]
    figures.rates("weeks", known, lambda v: [monday(date.fromisoformat(v["visited_at"][:10]))])
    for outcome, count in Counter(v["outcome"] for v in own).items():
        figures.check("outcomes", outcome, "visits", count)
    figures.townships()
    first = date(2018, 12, 10) + timedelta(14 * (int(number) - 13))
    figures.complaints(
        int(days), float(near), first.isoformat(), (first + timedelta(13)).isoformat()
    )
    figures.types()
    figures.survey()
    print(f"{figures.checked} figures compared")
    return figures.faults


class Page(html.parser.HTMLParser):
    """Remembers what is open, and finds what should not be there."""

    VOID = {"meta", "br", "hr", "img", "input", "link"}

    def __init__(self, language):
        super().__init__()
        self.language, self.open, self.faults = language, [], []
        self.tables = self.charts = self.described = 0
        self.text = []

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        for name, value in attributes:
            if re.search(r"https?:|//|url\(|data:", value or "") or name.startswith("on"):
                self.faults.append(f"{tag} {name}={value}")
        if tag in ("script", "link", "img", "iframe", "object", "base"):
            self.faults.append(f"<{tag}>")
        self.tables += tag == "table"
        self.charts += tag == "svg" and values.get("role") == "img"
        self.described += tag in ("title", "desc") and "svg" in [t for t, _ in self.open]
        if tag not in self.VOID:
            self.open.append((tag, values.get("lang")))

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in self.VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        if not self.open or self.open.pop()[0] != tag:
            self.faults.append(f"</{tag}> closes nothing")

    def handle_data(self, data):
        self.text.append(data)
        spoken = next((lang for _, lang in reversed(self.open) if lang), "")
        if spoken == "en" and re.search("[\u3000-\u9fff\uff00-\uffef]", data):
            self.faults.append(f"Chinese on an English page: {data[:60]}")


def page(path, language, names=None):
    with open(path, encoding="utf-8") as file:
        content = file.read()
    parser = Page(language)
    parser.feed(content)
    parser.close()
    faults = parser.faults + [f"<{tag}> is not closed" for tag, _ in parser.open]
    if parser.described != 2 * parser.charts:
        faults.append(f"{parser.charts} charts, {parser.described} titles and descriptions")
    text = "".join(parser.text)
    if re.search(r"\{\d\}|undefined|\bnan\b|\binf\b", text):
        faults.append("a value is missing in a sentence")
    if language == "zh":
        words = set(re.findall(r"[A-Za-z]{3,}", re.sub(r"<style>.*?</style>", "", text, flags=re.S)))
        style = content.split("<style>")[1].split("</style>")[0]
        words -= set(re.findall(r"[A-Za-z]{3,}", style)) | {"csv", "hotspot", "Wilson", "random", "share"}
        if words:
            faults.append(f"English on a Chinese page: {sorted(words)[:10]}")
    if names:
        with open(names, encoding="utf-8") as file:
            told = [name for name in file.read().split("\n") if name and name in text]
        faults += [f"names a target: {name}" for name in told[:5]]
    print(f"{parser.charts} charts, {parser.tables} tables, {len(content)} characters")
    return faults


if __name__ == "__main__":
    found = {"figures": figures, "page": page}[sys.argv[1]](*sys.argv[2:])
    print("\n".join(found[:20]))
    sys.exit(1 if found else 0)
