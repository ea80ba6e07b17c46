/// Puts routes on days: those of equal capacity are exchangeable.
struct DayOrdering {
  let problem: RoundProblem

  /// The most urgent routes first, and no day left empty before one with stops.
  ///
  /// Routes with the most overdue townships come first, then those with the most expected problems,
  /// since what is found early can be verified within the round.
  func earliestFirst(_ routes: [[Int]]) -> [[Int]] {
    filled(ranked(routes))
  }

  private func ranked(_ routes: [[Int]]) -> [[Int]] {
    reorder(routes) { places in
      let ranked = places.map { place in
        (
          overdue: routes[place].count { problem.overdue.contains(problem.groups[$0]) },
          prize: routes[place].reduce(0) { $0 + problem.prizes[$1] }, place: place
        )
      }
      return ranked.sorted {
        (-$0.overdue, -$0.prize, $0.place) < (-$1.overdue, -$1.prize, $1.place)
      }.map(\.place)
    }
  }

  /// Gives an empty day the first stops of the next day that has some, as many as it takes.
  ///
  /// A day of fewer visits can be empty although another's stops would do for both.
  private func filled(_ routes: [[Int]]) -> [[Int]] {
    var filled = routes
    for day in filled.indices where filled[day].isEmpty && problem.limits[day] > 0 {
      guard let next = filled[day...].firstIndex(where: { !$0.isEmpty }) else { break }
      let stops = filled[next]
      let parts = (
        Array(stops.prefix(problem.limits[day])), Array(stops.dropFirst(problem.limits[day]))
      )
      // Measured times need not obey the triangle inequality.
      guard problem.isInTime(parts.0), problem.isInTime(parts.1) else { continue }
      (filled[day], filled[next]) = parts
    }
    return filled
  }

  /// Every day gets the route that shares the most stops with what is given for that day, such as an
  /// earlier plan; the pairs with the most in common are settled first.
  func nearest(to given: [[Int]], _ routes: [[Int]]) -> [[Int]] {
    let stops = routes.map(Set.init)
    return reorder(routes) { places in
      var pairs: [(common: Int, day: Int, route: Int)] = []
      for day in places {
        for route in places {
          pairs.append((given[day].count { stops[route].contains($0) }, day, route))
        }
      }
      pairs.sort { (-$0.common, $0.day, $0.route) < (-$1.common, $1.day, $1.route) }
      var routeOfDay: [Int: Int] = [:]
      var used: Set<Int> = []
      for pair in pairs where routeOfDay[pair.day] == nil && !used.contains(pair.route) {
        routeOfDay[pair.day] = pair.route
        used.insert(pair.route)
      }
      return places.map { routeOfDay[$0] ?? $0 }
    }
  }

  /// Deals the routes of each capacity out anew among its days.
  private func reorder(_ routes: [[Int]], _ order: ([Int]) -> [Int]) -> [[Int]] {
    var ordered = routes
    for limit in Set(problem.limits).sorted() {
      let places = problem.limits.indices.filter { problem.limits[$0] == limit }
      for (place, route) in zip(places, order(places)) { ordered[place] = routes[route] }
    }
    return ordered
  }
}
