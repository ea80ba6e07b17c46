"""What a day's sheets must show, computed from its route files alone.

expected.py urls FOLDER   the addresses of all stops' codes, one a line, sorted
expected.py names FOLDER  the names of all stops, without blanks, one a line
"""

import json
import math
import pathlib
import sys
import urllib.parse


def bend(x, y):
    """The part of the shift that both coordinates share, in metres."""
    return 20 * (math.sin(6 * math.pi * x) + math.sin(2 * math.pi * x)) * 2 / 3


def gcj02(lon, lat):
    """The Chinese shift of a WGS-84 position, by the formula that is in public use."""
    x, y = lon - 105, lat - 35
    north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * math.sqrt(abs(x)) + bend(x, y)
    north += (20 * math.sin(math.pi * y) + 40 * math.sin(math.pi * y / 3)) * 2 / 3
    north += (160 * math.sin(math.pi * y / 12) + 320 * math.sin(math.pi * y / 30)) * 2 / 3
    east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * math.sqrt(abs(x)) + bend(x, y)
    east += (20 * math.sin(math.pi * x) + 40 * math.sin(math.pi * x / 3)) * 2 / 3
    east += (150 * math.sin(math.pi * x / 12) + 300 * math.sin(math.pi * x / 30)) * 2 / 3
    axis, square = 6378245.0, 0.00669342162296594323  # of Krasovsky's ellipsoid
    phi = math.radians(lat)
    w = 1 - square * math.sin(phi) ** 2
    dlat = math.degrees(north * w * math.sqrt(w) / (axis * (1 - square)))
    dlon = math.degrees(east * math.sqrt(w) / (axis * math.cos(phi)))
    return lon + dlon, lat + dlat


def stops(folder):
    for path in sorted(pathlib.Path(folder).glob("*.geojson")):
        for feature in json.loads(path.read_text("utf-8"))["features"]:
            if feature["properties"]["feature"] == "stop":
                yield feature


def url(stop):
    lon, lat = gcj02(*stop["geometry"]["coordinates"])
    name = stop["properties"]["site"].replace("（示例）", "")
    if len(name) > 8:
        name = name[:7] + "…"
    label = urllib.parse.quote(f'{stop["properties"]["order"]} {name}', safe="")
    return (
        f"https://uri.amap.com/navigation?to={lon:.6f},{lat:.6f},{label}"
        "&mode=car&src=hotspot&callnative=1"
    )


what, folder = sys.argv[1:]
if what == "urls":
    print("\n".join(sorted(url(stop) for stop in stops(folder))))
else:
    for stop in stops(folder):
        print("".join(stop["properties"]["site"].split()))
