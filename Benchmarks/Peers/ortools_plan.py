"""OR-Tools routing: INSTANCE SECONDS OUT. Processor seconds count from the finished model.

Every site is a disjunction whose penalty is its prize against travel; of each town the site of the
highest prize is required. Parallel cheapest insertion, then guided local search.
"""

import json
import math
import sys
import time

import plan_instance
from ortools.constraint_solver import pywrapcp, routing_enums_pb2

CHAO_SCALE, TOWN_SCALE = 1000, 300


def model(instance):
    unit = 1 if instance.towns else CHAO_SCALE
    prize_unit = TOWN_SCALE if instance.towns else CHAO_SCALE
    manager = pywrapcp.RoutingIndexManager(
        len(instance.points), len(instance.trips), [trip[2] for trip in instance.trips],
        [trip[3] for trip in instance.trips])
    routing = pywrapcp.RoutingModel(manager)
    sites = len(instance.prizes)
    legs = [[math.ceil(instance.leg(a, b) * unit - 1e-9) if a != b else 0
             for b in range(len(instance.points))] for a in range(len(instance.points))]
    busy = [[leg + (int(instance.service * unit) if a < sites else 0) for leg in row]
            for a, row in enumerate(legs)]
    travel = routing.RegisterTransitMatrix(legs)
    routing.SetArcCostEvaluatorOfAllVehicles(travel)
    routing.AddDimension(routing.RegisterTransitMatrix(busy), 0,
                         math.floor(instance.longest * unit), True, "time")
    one = routing.RegisterUnaryTransitVector([int(node < sites)
                                              for node in range(len(instance.points))])
    routing.AddDimension(one, 0, instance.visits, True, "visits")
    needed = plan_instance.representatives(instance)
    for site in set(range(sites)) - needed:
        routing.AddDisjunction([manager.NodeToIndex(site)], int(instance.prizes[site] * prize_unit))
    return manager, routing


def main():
    instance = plan_instance.read(sys.argv[1])
    manager, routing = model(instance)
    settings = pywrapcp.DefaultRoutingSearchParameters()
    settings.first_solution_strategy = (
        routing_enums_pb2.FirstSolutionStrategy.PARALLEL_CHEAPEST_INSERTION)
    settings.local_search_metaheuristic = (
        routing_enums_pb2.LocalSearchMetaheuristic.GUIDED_LOCAL_SEARCH)
    settings.time_limit.seconds = 3600
    end = time.process_time() + float(sys.argv[2])
    routing.AddSearchMonitor(
        routing.solver().CustomLimit(lambda: time.process_time() >= end))
    found = routing.SolveWithParameters(settings)
    routes = []
    for trip in range(len(instance.trips) if found else 0):
        index, stops = routing.Start(trip), []
        while not routing.IsEnd(index):
            index = found.Value(routing.NextVar(index))
            if not routing.IsEnd(index):
                stops.append(manager.IndexToNode(index))
        routes.append((trip, stops))
    with open(sys.argv[3], "w", encoding="utf-8") as file:
        json.dump(plan_instance.solution(instance, routes), file)


if __name__ == "__main__":
    main()
