"""Writes a pool of people, the plan's 290 teams and some sites, for Benchmarks/crews.sh.

  crews_pool.py FOLDER [--people 3000] [--teams 290] [--seed 1] [--ranked 0.08] [--leaders 0.34]
                [--one-province SHARE]

Real provinces, cities and inspected cities; invented people. Deterministic.
"""
import argparse
import csv
import pathlib
import random

root = pathlib.Path(__file__).resolve().parent.parent
tables = root / "Data" / "tables"
TRADES = ["火电", "钢铁", "水泥", "有色", "平板玻璃", "电解铝", "化工"]
SITES = TRADES + ["建材", "铸造", "焦化", "家具", "金属制品"]


def table(name):
    return list(csv.DictReader(open(tables / f"{name}.csv", encoding="utf-8-sig")))


def write(path, heads, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(heads)
        out.writerows(rows)


def team_counts(cities, count):
    """200 of 290 to 2+26, 90 to Fenwei; within each by townships, one at least."""
    counts = {}
    for region, part in (("2+26", 200 / 290), ("fenwei", 90 / 290)):
        own = [c for c in cities if c["region"] == region]
        share = round(count * part) if region == "2+26" else count - sum(counts.values())
        towns = sum(int(c["townships"]) for c in own)
        exact = {c["code"]: max(1, share * int(c["townships"]) / towns) for c in own}
        for code in exact:
            counts[code] = int(exact[code])
        order = sorted(exact, key=lambda c: (int(exact[c]) - exact[c], c))
        i = 0
        while sum(counts[c] for c in exact) < share:
            counts[order[i % len(order)]] += 1
            i += 1
        while sum(counts[c] for c in exact) > share:
            big = max(exact, key=lambda c: (counts[c], c))
            counts[big] -= 1
    return counts


def main():
    ask = argparse.ArgumentParser()
    ask.add_argument("folder")
    ask.add_argument("--people", type=int, default=3000)
    ask.add_argument("--teams", type=int, default=290)
    ask.add_argument("--cities", type=int, default=39)
    ask.add_argument("--senders", type=int, default=0)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--ranked", type=float, default=0.08)
    ask.add_argument("--leaders", type=float, default=0.34)
    ask.add_argument("--one-province", type=float, default=0)
    args = ask.parse_args()
    draw = random.Random(args.seed)
    folder = pathlib.Path(args.folder)
    folder.mkdir(parents=True, exist_ok=True)
    cities = table("cities")[-args.cities:]
    counts = (team_counts(cities, args.teams) if args.cities == 39
              else {c["code"]: args.teams // args.cities for c in cities})
    write(folder / "teams.csv", ["编号", "督查组", "城市", "中心组"],
          [[f"{code}-{n:02d}", f"{code}第{n}组", code, "是" if n == 1 else "否"]
           for code, number in counts.items() for n in range(1, number + 1)])
    counties = {c["city_code"]: c["code"] for c in table("counties")}
    sites = []
    for city in cities:
        weights = [draw.expovariate(1) for _ in SITES]
        for n in range(60):
            sites.append([f"{city['code']}-{n}", f"示例{city['code']}厂{n}",
                          draw.choices(SITES, weights)[0], counties[city["code"]],
                          city["lon"], city["lat"]])
    write(folder / "sites.csv", ["编号", "名称", "行业", "区县代码", "lon", "lat"], sites)
    senders = table("sending_cities")
    draw.shuffle(senders)
    senders = senders[:args.senders] if args.senders else senders
    guangdong = [s for s in senders if s["province"] == "广东"] or senders[:1]
    people = []
    for n in range(args.people):
        lot = draw.random()
        own = guangdong if draw.random() < args.one_province else senders
        place = own[n % len(own)]
        ministry = lot < 0.04
        barred = 0.04 <= lot < 0.05
        province, city = ("", "") if ministry else ("河南", "信阳") if barred else (
            place["province"], place["city"])
        ranked = draw.random() < args.ranked
        people.append([
            f"p{n:04d}", province, city, f"示例{n}",
            "生态环境部华东督察局" if ministry else f"{city}市环境保护局",
            draw.choice(["副处长", "调研员"] if ranked else ["科员", "科长", "副支队长"]),
            "；".join(t for t in TRADES if draw.random() < 0.25),
            "是" if draw.random() < 0.7 else "否",
            "" if draw.random() < 0.01 else f"SL{n:08d}", f"1300000{n:04d}",
            "建议担任组长" if draw.random() < args.leaders and not ministry else "",
            "是" if ministry else "否"])
    write(folder / "people.csv",
          ["编号", "所属省份", "所属地市", "姓名", "工作单位", "职务", "擅长行业", "是否党员", "环境监察执法证件号",
           "手机号码", "组长推荐", "部属单位"], people)


main()
