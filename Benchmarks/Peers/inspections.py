"""Makes a table of past inspections from a seed: arguments ROWS, FILE and, if it is not 1, SEED.

The columns are those of published food inspections: a past and an age of the place, licences, the
weather, densities of complaints and burglaries around it, and who inspected. The truth is a logistic
sum with bends, skewed densities and an effect of the inspector; one in seven inspections finds
something. The last tenth of the rows is the test period.
"""

import sys

import numpy as np


def table(rows, seed):
    """Columns by heading, in order of time."""
    random = np.random.default_rng(seed)
    days = np.sort(random.integers(0, 1096, rows))
    inspectors = np.array([f"sanitarian {number:02}" for number in range(38)])
    skill = random.normal(0, 0.7, inspectors.size)
    own = random.integers(0, inspectors.size, rows)
    serious = random.poisson(0.25, rows)
    critical = random.poisson(0.35, rows)
    age = random.gamma(1.5, 4, rows)
    alcohol = random.random(rows) < 0.25
    tobacco = random.random(rows) < 0.18
    since = np.minimum(random.gamma(2, 0.6, rows), 3)
    season = 55 - 28 * np.cos(2 * np.pi * days / 365.25)
    temperature = season + random.normal(0, 9, rows)
    burglary, sanitation, garbage = (random.gamma(0.9, scale, rows) for scale in (25, 22, 16))
    kind = random.choice(["Restaurant", "Grocery Store", "Bakery", "School", "Cafe"], rows,
                         p=[0.62, 0.2, 0.08, 0.06, 0.04])
    effect = {"Restaurant": 0.2, "Grocery Store": 0, "Bakery": -0.3, "School": -0.6, "Cafe": 0.1}
    linear = (
        -2.75 + skill[own] + 0.35 * np.minimum(serious, 1) + 0.5 * np.minimum(critical, 1)
        - 0.3 * (age > 4) + 0.4 * alcohol + 0.15 * tobacco + 0.25 * since
        + 0.012 * np.maximum(temperature - 60, 0) + 0.18 * np.log1p(burglary)
        + 0.12 * np.log1p(sanitation) - 0.05 * np.log1p(garbage)
        + np.array([effect[name] for name in kind]))
    found = random.random(rows) < 1 / (1 + np.exp(-linear))
    dates = np.datetime64("2011-09-02") + days
    return {
        "Inspection_Date": dates.astype(str), "criticalFound": found.astype(int),
        "sanitarian": inspectors[own], "pastSerious": serious, "pastCritical": critical,
        "ageAtInspection": np.round(age, 4), "alcohol": alcohol.astype(int),
        "tobacco": tobacco.astype(int), "timeSinceLast": np.round(since, 4),
        "temperatureMax": np.round(temperature, 1), "burglary": np.round(burglary, 3),
        "sanitation": np.round(sanitation, 3), "garbage": np.round(garbage, 3),
        "facility": kind, "test": (np.arange(rows) >= rows * 9 // 10).astype(int)}


def main():
    rows, file = int(sys.argv[1]), sys.argv[2]
    columns = table(rows, int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    with open(file, "w") as output:
        output.write(",".join(columns) + "\n")
        for row in zip(*(column.tolist() for column in columns.values())):
            output.write(",".join(map(str, row)) + "\n")


if __name__ == "__main__":
    main()
