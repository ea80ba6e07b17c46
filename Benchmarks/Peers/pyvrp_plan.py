"""PyVRP: INSTANCE SECONDS OUT. Processor seconds count from the finished model.

Every site is an optional client with a prize against travel; of each town the site of the highest
prize is required, the form of "at least one" that does best here. Prizes are scaled so that travel
only breaks ties, which beats a cost of travel of 0 by far.
"""

import json
import math
import sys
import time

import numpy as np
import plan_instance
import pyvrp

CHAO_SCALE, TOWN_SCALE = 1000, 3000


class ProcessorTime:
    """Stops after this much processor time."""

    def __init__(self, seconds):
        self.end = time.process_time() + seconds

    def __call__(self, _best_cost):
        return time.process_time() >= self.end


def alike(instance):
    """The numbers of the trips between the same two places."""
    kinds = {}
    for number, (_, _, start, end) in enumerate(instance.trips):
        kinds.setdefault((start, end), []).append(number)
    return kinds


def model(instance):
    is_planar = not instance.towns
    unit = CHAO_SCALE if is_planar else 1
    prize_unit = CHAO_SCALE if is_planar else TOWN_SCALE
    count = len(instance.prizes)
    depots = sorted({place for trip in instance.trips for place in trip[2:]})
    nodes = [*depots, *range(count)]
    times = np.array([[math.ceil(instance.leg(a, b) * unit - 1e-9) if a != b else 0 for b in nodes]
                      for a in nodes], dtype=np.int64)
    place = {node: index for index, node in enumerate(nodes)}
    needed = plan_instance.representatives(instance)
    clients = [
        pyvrp.Client(place[site], delivery=[1], service_duration=int(instance.service * unit),
                     prize=int(instance.prizes[site] * prize_unit), required=site in needed)
        for site in range(count)]
    # Times are limited as distances where nothing is served, else as a shift.
    limit = int(math.floor(instance.longest * unit))
    limits = {"max_distance": limit} if is_planar else {"shift_duration": limit}
    kinds = [
        pyvrp.VehicleType(len(trips), capacity=[instance.visits], start_depot=place[start],
                          end_depot=place[end], unit_distance_cost=1, **limits)
        for (start, end), trips in alike(instance).items()]
    locations = [pyvrp.Location(round(instance.points[node][0] * 1000),
                                round(instance.points[node][1] * 1000)) for node in nodes]
    return pyvrp.ProblemData(
        locations, clients, [pyvrp.Depot(place[depot]) for depot in depots], kinds, [times], [times])


def visits(route):
    return [activity.idx for activity in route if activity.is_client()]


def main():
    instance = plan_instance.read(sys.argv[1])
    data = model(instance)
    result = pyvrp.solve(data, ProcessorTime(float(sys.argv[2])), seed=1, collect_stats=False)
    trips = [iter(numbers) for numbers in alike(instance).values()]
    routes = [(next(trips[route.vehicle_type()]), visits(route)) for route in result.best.routes()]
    with open(sys.argv[3], "w", encoding="utf-8") as file:
        json.dump(plan_instance.solution(instance, routes if result.is_feasible() else []), file)


if __name__ == "__main__":
    main()
