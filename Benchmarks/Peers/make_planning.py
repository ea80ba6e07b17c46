"""Makes further instances of the inspection family, so that the search is not fitted to three files.

Arguments: a folder. Writes an instance for each of SHAPES, the same on every machine, and prints
their names. Townships stand on a jittered square grid or, clustered, around a few centres; sites
scatter around them; few sites have much evidence.
"""

import json
import math
import pathlib
import random
import sys

# name: townships, sites, days, visits, teams, hours a day, kilometres between townships, centres
SHAPES = {
    "small20_100_12v": (20, 100, 14, 12, 1, 9, 10, 0),
    "wide30_300_14d": (30, 300, 14, 10, 1, 9, 14, 0),
    "town100_1000_2t": (100, 1000, 12, 8, 2, 9, 9, 0),
    "far60_800_5h": (60, 800, 20, 8, 1, 5, 9, 0),
    "short40_400_3v": (40, 400, 20, 3, 1, 6, 12, 0),
    "cluster50_700": (50, 700, 12, 8, 1, 9, 6, 5),
    "long25_500_16v": (25, 500, 8, 16, 1, 16, 12, 0),
    "tight15_200_5d": (15, 200, 5, 8, 1, 8, 18, 0),
}
NORTH, EAST = 111.2, 88.8  # kilometres a degree near 37 degrees north


def places(chance, count, apart, centres):
    """Kilometres east and north of the middle."""
    if not centres:
        side = math.ceil(math.sqrt(count))
        return [((index % side - side / 2 + chance.uniform(-0.3, 0.3)) * apart,
                 (index // side - side / 2 + chance.uniform(-0.3, 0.3)) * apart)
                for index in range(count)]
    spread = apart * math.sqrt(count)
    middles = [(chance.uniform(-spread, spread), chance.uniform(-spread, spread))
               for _ in range(centres)]
    return [(x + chance.gauss(0, apart), y + chance.gauss(0, apart))
            for x, y in (middles[index % centres] for index in range(count))]


def prize(chance):
    """A ledger's one to seven, and for a fifth of the sites evidence on top."""
    return chance.choice((1, 1, 3, 3, 5, 7)) + (chance.randint(5, 45) if chance.random() < 0.2 else 0)


def instance(name, number):
    towns, sites, days, visits, teams, hours, apart, centres = SHAPES[name]
    chance = random.Random(1000 + number)

    def place(x, y):
        return {"lon": round(115 + x / EAST, 6), "lat": round(37 + y / NORTH, 6)}

    grounds = places(chance, towns, apart, centres)
    candidates = []
    for index in range(sites):
        town = index if index < towns else chance.randrange(towns)
        x, y = grounds[town]
        candidates.append({
            "id": f"S{index:05}", **place(x + chance.gauss(0, 2.5), y + chance.gauss(0, 2.5)),
            "town": town, "prize": prize(chance)})
    bases = [grounds[towns // 2 if teams == 1 else (2 * team + 1) * towns // (2 * teams)]
             for team in range(teams)]
    return {
        "name": name, "seed": 1000 + number, "days": days, "max_visits": visits,
        "service_s": 2700, "day_s": hours * 3600, "speed_kmh": 45.0, "detour": 1.3,
        "teams": [{"id": f"team{team + 1}", **place(x, y)} for team, (x, y) in enumerate(bases)],
        "townships": [{"id": f"T{town:03}", **place(x, y)} for town, (x, y) in enumerate(grounds)],
        "candidates": candidates}


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for number, name in enumerate(SHAPES):
        path = folder / f"{name}.json"
        path.write_text(json.dumps(instance(name, number)), encoding="utf-8")
        print(path)


if __name__ == "__main__":
    main()
