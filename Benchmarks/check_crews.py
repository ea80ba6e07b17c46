"""Recounts every rule and the cost of crews from the files alone, sharing no code with the program.

  check_crews.py FOLDER PLAN.json CREWS.csv... [--exact]

FOLDER holds people.csv, teams.csv and sites.csv of crews_pool.py, PLAN.json is what
`hotspot crew assign --json` said, each CREWS.csv what `hotspot crew show N --of csv --unmasked --lang
en` gave. --exact solves the first round as a mixed integer program (scipy, HiGHS) and tells how far
the program's cost is from the best; for small pools only.
"""
import collections
import csv
import itertools
import json
import math
import pathlib
import sys

BARRED = set("北京 天津 河北 山西 山东 河南 陕西 西藏 新疆".split())
RANKED = ("处长", "调研员")
W = dict(city=10, province=30, spread=60, skill=20, person=15, sender=10)
ROLES = {"leader": "leader", "member": "member", "leader of the centre team": "centre"}


def read(path):
    return list(csv.DictReader(open(path, encoding="utf-8-sig")))


class Pool:
    def __init__(self, folder):
        folder = pathlib.Path(folder)
        self.people = {r["编号"]: r for r in read(folder / "people.csv")}
        self.teams = {r["编号"]: r for r in read(folder / "teams.csv")}
        root = pathlib.Path(__file__).resolve().parent.parent / "Data" / "tables"
        self.city_province = {c["code"]: c["province"].rstrip("省市") for c in read(root / "cities.csv")}
        counties = {c["code"]: c["city_code"] for c in read(root / "counties.csv")}
        count = collections.defaultdict(collections.Counter)
        for s in read(folder / "sites.csv"):
            count[counties[s["区县代码"]]][s["行业"]] += 1
        self.shares = {c: {k: v / sum(n.values()) for k, v in n.items()} for c, n in count.items()}

    def ministry(self, p):
        return self.people[p]["部属单位"] == "是"

    def province(self, p):
        return self.people[p]["所属省份"]

    def origin(self, p):
        return self.people[p]["所属省份"], self.people[p]["所属地市"]

    def ranked(self, p):
        return any(w in self.people[p]["职务"] for w in RANKED)

    def leads(self, p):
        return self.people[p]["组长推荐"] != ""

    def able(self, p):
        return self.people[p]["环境监察执法证件号"] != "" and self.province(p) not in BARRED

    def city(self, t):
        return self.teams[t]["城市"]

    def skill(self, p, city):
        known = sum(self.shares.get(city, {}).get(t, 0)
                    for t in self.people[p]["擅长行业"].split("；"))
        return round(W["skill"] * 1000 * max(0, 1 - known) + 1e-9) / 1000

    def pair(self, p, q):
        if self.ministry(p) or self.ministry(q):
            return 0
        if self.province(p) != self.province(q):
            return W["province"]
        return 0 if self.origin(p) == self.origin(q) else W["city"]

    def quotas(self, seats, sent):
        pool = collections.Counter(
            self.province(p) for p in self.people if self.able(p) and not self.ministry(p))
        due, everyone = seats + sum(sent.values()), max(1, sum(pool.values()))
        return {k: max(0, -(-due * v // everyone) - sent[k]) for k, v in pool.items()}


def cost(pool, crews, served, sent, seats):
    total, cities = 0.0, collections.defaultdict(set)
    teams = collections.defaultdict(list)
    count = collections.Counter()
    for p, t, _ in crews:
        teams[t].append(p)
        total += pool.skill(p, pool.city(t)) + W["person"] * served[p]
        if not pool.ministry(p):
            cities[pool.city(t)].add(pool.province(p))
            count[pool.province(p)] += 1
    for crew in teams.values():
        total += sum(pool.pair(p, q) for p, q in itertools.combinations(crew, 2))
    quota = pool.quotas(seats, sent)
    total += W["spread"] * sum(len(s) - 1 for s in cities.values())
    total += W["sender"] * sum(max(0, n - quota.get(k, 0)) for k, n in count.items())
    return total


def breaches(pool, crews, before):
    found = collections.Counter()
    teams = collections.defaultdict(list)
    for p, t, role in crews:
        teams[t].append((p, role))
        found["not able"] += not pool.able(p)
        found["own province"] += pool.province(p) == pool.city_province[pool.city(t)]
        found["consecutive"] += p in before
    found["two teams"] = len(crews) - len({p for p, _, _ in crews})
    for t in pool.teams:
        crew = teams[t]
        centre = pool.teams[t]["中心组"] == "是"
        base = [p for p, role in crew if role != "centre"]
        found["empty seats"] += 3 + centre - len(crew)
        found["too many"] += len(base) > 3
        found["ministry"] += sum(pool.ministry(p) for p in base) > 1
        found["centre leader"] += centre and not any(
            role == "centre" and pool.ranked(p) and not pool.ministry(p) for p, role in crew)
        found["leader"] += not any(
            role == "leader" and pool.leads(p) and not pool.ministry(p) for p, role in crew)
    return +found


def exact(pool, seats_total, limit=300):
    """The least cost of a first round in which every seat is filled."""
    import numpy
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import csr_array
    people = [p for p in pool.people if pool.able(p)]
    teams = sorted(pool.teams)
    names, costs, rows, low, high = {}, [], [], [], []

    def var(key, price=0.0):
        names[key] = len(costs)
        costs.append(price)
        return names[key]

    def row(terms, least, most):
        rows.append(terms)
        low.append(least)
        high.append(most)

    def fits(p, t, role):
        if pool.province(p) == pool.city_province[pool.city(t)]:
            return False
        if role == "open":
            return True
        return not pool.ministry(p) and {"centre": pool.ranked(p), "leader": pool.leads(p),
                                         "local": True}[role]

    inside = collections.defaultdict(list)
    seats = [(t, r) for t in teams for r in
             (["centre"] if pool.teams[t]["中心组"] == "是" else []) + ["leader", "local", "open"]]
    for t, r in seats:
        terms = []
        for p in people:
            if fits(p, t, r):
                x = var((p, t, r), pool.skill(p, pool.city(t)))
                terms.append((x, 1))
                inside[p, t].append(x)
        row(terms, 1, 1)
    for p in people:
        row([(x, 1) for t in teams for x in inside[p, t]], 0, 1)
    # A pair costs through whole groups: how many of each origin and province are in a team, with the
    # pairs counted by steps, since n (n - 1) / 2 is convex and same-place pairs are saved.
    for t in teams:
        for p, q in itertools.combinations(people, 2):
            price = pool.pair(p, q)
            if price and inside[p, t] and inside[q, t]:
                z = var(("pair", p, q, t), price)
                row([(z, 1)] + [(x, -1) for x in inside[p, t] + inside[q, t]], -1, math.inf)
    quota = pool.quotas(seats_total, collections.Counter())
    locals_ = [p for p in people if not pool.ministry(p)]
    for c in sorted({pool.city(t) for t in teams}):
        used = []
        for k in sorted({pool.province(p) for p in locals_}):
            u = var(("in", c, k), W["spread"])
            used.append((u, 1))
            for p in locals_:
                if pool.province(p) == k:
                    xs = [x for t in teams if pool.city(t) == c for x in inside[p, t]]
                    if xs:
                        row([(u, 1)] + [(x, -1) for x in xs], 0, math.inf)
        row(used, 1, math.inf)
    for k in sorted({pool.province(p) for p in locals_}):
        v = var(("over", k), W["sender"])
        row([(v, 1)] + [(x, -1) for p in locals_ if pool.province(p) == k
                        for t in teams for x in inside[p, t]], -quota.get(k, 0), math.inf)
    data = [(i, j, a) for i, terms in enumerate(rows) for j, a in terms]
    matrix = csr_array(
        ([a for _, _, a in data], ([i for i, _, _ in data], [j for _, j, _ in data])),
        shape=(len(rows), len(costs)))
    whole = numpy.array([0 if k[0] in ("pair", "over") else 1 for k in names])
    upper = numpy.array([numpy.inf if k[0] == "over" else 1 for k in names])
    found = milp(numpy.array(costs), integrality=whole, bounds=Bounds(0, upper),
                 constraints=LinearConstraint(matrix, low, high), options={"time_limit": limit})
    spread = W["spread"] * len({pool.city(t) for t in teams})
    return found.fun - spread, found.mip_dual_bound - spread, found.message


def main():
    names = [a for a in sys.argv[1:] if not a.startswith("--")]
    pool, plan = Pool(names[0]), json.load(open(names[1]))
    served, sent, before, failed = collections.Counter(), collections.Counter(), set(), 0
    for told, path in zip(plan["rounds"], names[2:]):
        crews = [(r["person_id"], r["team_id"], ROLES[r["role"]]) for r in read(path)]
        found = breaches(pool, crews, before)
        own = cost(pool, crews, served, sent, told["seats"])
        hard = {k: v for k, v in found.items() if k not in ("empty seats", "centre leader", "leader")}
        missing = {s["rule"]: s["missing"] for s in told["shortages"]}
        same = (found["empty seats"] == missing.get("size", 0) and not hard
                and found["centre leader"] == missing.get("centre_leader", 0)
                and found["leader"] == missing.get("leader", 0)
                and len(crews) == told["filled"] and abs(own - told["cost"]) < 0.01 * len(crews))
        failed += not same
        print(f"round {told['round']}: {len(crews)} of {told['seats']} seats, breaches {dict(found)}, "
              f"cost {own:.1f} (told {told['cost']:.1f}, at least {told['bound']:.1f}): "
              f"{'as told' if same else 'NOT AS TOLD'}")
        if "--exact" in sys.argv and told is plan["rounds"][0]:
            if found["empty seats"]:
                print("  exact: not asked, since seats must stay empty")
                continue
            best, bound, message = exact(pool, told["seats"])
            print(f"  exact: best {best:.1f}, proven {bound:.1f} ({message}); "
                  f"the program's {told['cost']:.1f}, its bound {told['bound']:.1f}")
            failed += told["cost"] < bound - 0.5 or told["bound"] > best + 0.5
        before = {p for p, _, _ in crews}
        for p in before:
            served[p] += 1
            if not pool.ministry(p):
                sent[pool.province(p)] += 1
    sys.exit(1 if failed else 0)


main()
