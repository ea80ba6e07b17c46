import CampaignData
import Geo

/// An invented team and the ground that it keeps to.
struct DemoTeam: Sendable {
  let id: String
  let name: String
  let city: Int
  let isCentre: Bool
  /// Its townships, by index: whole counties, or a part of one shared with the next team.
  let townships: [Int]
  /// The township of its base.
  let base: Int
}

/// Gives every city's counties to its teams, so that each has about as many townships.
struct TeamLayout {
  let ground: DemoTerritory
  /// How far from a county's border a cut may lie to be moved there, in parts of a team's load.
  private static let snap = 0.25

  /// The teams of all cities, by city and number; the first of a city is its centre team.
  func teams() -> [DemoTeam] {
    ground.quotas.indices.flatMap(teams(ofCity:))
  }

  private func teams(ofCity city: Int) -> [DemoTeam] {
    let quota = ground.quotas[city]
    let tour = countyTour(ofCity: city)
    let townships = tour.flatMap { sweep(ground.counties[$0].townships) }
    var borders: [Int] = [0]
    for county in tour {
      borders.append((borders.last ?? 0) + ground.counties[county].townships.count)
    }
    let cuts = cuts(of: townships.count, into: quota.teams, borders: borders)
    return (0..<quota.teams).map { number in
      let own = Array(townships[cuts[number]..<cuts[number + 1]])
      let short =
        quota.city.nameZH.hasSuffix("市")
        ? String(quota.city.nameZH.dropLast()) : quota.city.nameZH
      return DemoTeam(
        id: quota.city.code + "-" + padded(number + 1, to: 2), name: "\(short)\(number + 1)组",
        city: city, isCentre: number == 0, townships: own, base: middle(of: own))
    }
  }

  /// The counties of a city as a short path: from the outermost one, each time to the nearest not
  /// yet named, then with stretches turned around while that shortens it.
  ///
  /// Without the turning the last team gets what is left over on opposite sides of the city.
  private func countyTour(ofCity city: Int) -> [Int] {
    var rest = ground.counties.indices.filter { ground.counties[$0].city == city }
    var tour: [Int] = []
    while !rest.isEmpty {
      let here = tour.last.map { ground.counties[$0].middle } ?? ground.centres[city]
      let sign = tour.isEmpty ? -1.0 : 1.0
      let next = rest.min {
        let left = sign * squaredDistance(ground.counties[$0].middle, here)
        let right = sign * squaredDistance(ground.counties[$1].middle, here)
        return left != right ? left < right : $0 < $1
      }
      guard let next else { break }
      tour.append(next)
      rest.removeAll { $0 == next }
    }
    while turnOneStretch(of: &tour) {}
    return tour
  }

  /// Turns the first stretch around whose turning shortens an open path; false if there is none.
  private func turnOneStretch(of tour: inout [Int]) -> Bool {
    func step(_ from: Int?, _ to: Int?) -> Double {
      guard let from, let to else { return 0 }
      let gap = squaredDistance(ground.counties[from].middle, ground.counties[to].middle)
      return gap.squareRoot()
    }
    for first in tour.indices {
      let before = first > 0 ? tour[first - 1] : nil
      for last in tour.indices.dropFirst(first + 1) {
        let after = last + 1 < tour.count ? tour[last + 1] : nil
        let gain =
          step(before, tour[first]) + step(tour[last], after)
          - step(before, tour[last]) - step(tour[first], after)
        if gain > 1e-6 {
          tour[first...last].reverse()
          return true
        }
      }
    }
    return false
  }

  /// A county's townships from one side to the other, so that a part of them hangs together.
  private func sweep(_ townships: Range<Int>) -> [Int] {
    townships.sorted {
      let left = ground.mesh.centre(of: ground.townships[$0].middle)
      let right = ground.mesh.centre(of: ground.townships[$1].middle)
      return left.x != right.x ? left.x < right.x : $0 < $1
    }
  }

  /// Where a sequence is cut into equal parts, moved to county borders that are near.
  private func cuts(of count: Int, into parts: Int, borders: [Int]) -> [Int] {
    let load = Double(count) / Double(parts)
    var cuts = [0]
    for part in 1..<max(parts, 1) {
      let exact = Double(part) * load
      let nearest = borders.min { abs(Double($0) - exact) < abs(Double($1) - exact) } ?? 0
      let cut =
        abs(Double(nearest) - exact) <= Self.snap * load ? nearest : Int(exact.rounded())
      cuts.append(max(cut, (cuts.last ?? 0) + 1))
    }
    return cuts + [count]
  }

  private func middle(of townships: [Int]) -> Int {
    let places = townships.map { ground.mesh.centre(of: ground.townships[$0].middle) }
    let x = places.reduce(0) { $0 + $1.x } / Double(max(1, places.count))
    let y = places.reduce(0) { $0 + $1.y } / Double(max(1, places.count))
    var best = (township: townships.first ?? 0, gap: Double.infinity)
    for (township, place) in zip(townships, places) {
      let gap = (place.x - x) * (place.x - x) + (place.y - y) * (place.y - y)
      if gap < best.gap { best = (township, gap) }
    }
    return best.township
  }

  private func squaredDistance(_ a: Int, _ b: Int) -> Double {
    let (p, q) = (ground.mesh.centre(of: a), ground.mesh.centre(of: b))
    return (p.x - q.x) * (p.x - q.x) + (p.y - q.y) * (p.y - q.y)
  }
}

extension TeamLayout {
  /// The teams as facts, by identifier.
  func facts(_ teams: [DemoTeam], plane: inout DemoPlane, knownAt: Moment) -> [Team] {
    let bases = plane.geographic(
      teams.map { ground.mesh.position(in: ground.townships[$0.base].middle, 0.5, 0.5) })
    return zip(teams, bases).map { team, base in
      let counties = Set(team.townships.map { ground.townships[$0].county })
      return Team(
        id: team.id, name: team.name, cityCode: ground.quotas[team.city].city.code,
        countyCodes: counties.map { ground.counties[$0].county.code }.sorted(),
        isCentre: team.isCentre, base: base, knownAt: knownAt)
    }.sorted { $0.id < $1.id }
  }
}
