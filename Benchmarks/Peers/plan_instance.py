"""Instances of orienteering: Chao's text and the JSON of the inspection family, read for the peers
and for a check of solutions that shares nothing with the solver.
"""

import json
import math
from dataclasses import dataclass, field

EARTH_RADIUS_KM = 6371.0088


@dataclass
class Instance:
    """Sites are the points 0..n-1; start and end of a trip are points after them."""

    points: list  # (x, y) or (lon, lat)
    prizes: list
    trips: list  # (name of the team, day, start, end)
    longest: float  # of a trip, in the unit of `leg`
    visits: int  # most of a trip
    service: float
    ids: list  # what a solution calls each site
    towns: list = field(default_factory=list)  # of each site, or empty
    town_count: int = 0
    seconds_per_km: float = 0  # 0 for the plane

    def leg(self, a, b):
        """Travel from point a to b: seconds, whole, or the distance in the plane."""
        (ax, ay), (bx, by) = self.points[a], self.points[b]
        if not self.seconds_per_km:
            return math.hypot(ax - bx, ay - by)
        lat_a, lat_b = math.radians(ay), math.radians(by)
        half = (math.sin((lat_a - lat_b) / 2) ** 2
                + math.cos(lat_a) * math.cos(lat_b) * math.sin(math.radians(ax - bx) / 2) ** 2)
        kilometres = 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(half))
        return math.ceil(kilometres * self.seconds_per_km - 1e-9)


def read(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    return from_json(json.loads(text)) if text.lstrip().startswith("{") else from_text(text)


def from_text(text):
    rows = [line.split() for line in text.splitlines() if line.strip()]
    count, teams, longest = int(rows[0][1]), int(rows[1][1]), float(rows[2][1])
    points = [tuple(float(value) for value in row) for row in rows[3:3 + count]]
    inner = points[1:-1]
    places = [point[:2] for point in [*inner, points[0], points[-1]]]
    trips = [(team, 0, count - 2, count - 1) for team in range(teams)]
    return Instance(places, [point[2] for point in inner], trips, longest, count, 0,
                    list(range(1, count - 1)))


def from_json(content):
    sites, teams = content["candidates"], content["teams"]
    points = [(place["lon"], place["lat"]) for place in [*sites, *teams]]
    trips = [(team["id"], day, len(sites) + place, len(sites) + place)
             for place, team in enumerate(teams) for day in range(content["days"])]
    return Instance(
        points, [site["prize"] for site in sites], trips, content["day_s"], content["max_visits"],
        content["service_s"], [site["id"] for site in sites], [site["town"] for site in sites],
        len(content["townships"]), content["detour"] / content["speed_kmh"] * 3600)


def representatives(instance):
    """The site of the highest prize of each town."""
    best = {}
    for site, town in enumerate(instance.towns):
        if town not in best or instance.prizes[site] > instance.prizes[best[town]]:
            best[town] = site
    return set(best.values())


def solution(instance, routes):
    """The JSON of a solution from the sites of each trip."""
    return {"routes": [
        {"team": instance.trips[trip][0], "day": instance.trips[trip][1],
         "stops": [instance.ids[site] for site in route]}
        for trip, route in routes if route]}


def check(instance, found):
    """The prize and the towns covered by a solution; an AssertionError names a broken rule."""
    site_of = {name: site for site, name in enumerate(instance.ids)}
    trip_of = {(team, day): (start, end) for team, day, start, end in instance.trips}
    seen = set()
    for route in found["routes"]:
        start, end = trip_of.pop((route["team"], route["day"]), (None, None))
        assert start is not None, f"{route['team']} has no day {route['day']} left"
        stops = [site_of[name] for name in route["stops"]]
        assert len(stops) <= instance.visits, f"{len(stops)} visits"
        assert seen.isdisjoint(stops) and len(set(stops)) == len(stops), "a site twice"
        seen.update(stops)
        path = [start, *stops, end]
        length = sum(instance.leg(a, b) for a, b in zip(path, path[1:]))
        length += instance.service * len(stops)
        assert length <= instance.longest + 1e-9, f"{length} of {instance.longest}"
    covered = len({instance.towns[site] for site in seen}) if instance.towns else 0
    return sum(instance.prizes[site] for site in seen), covered
