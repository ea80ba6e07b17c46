import CampaignData
import Geo

/// The targets of a tour by city, the best first.
struct TourGround: Sendable {
  /// The cities.
  let cities: [TourCity]
  /// For every city: indices in the target list, by chance, the highest first.
  let members: [[Int]]
  /// The targets.
  let targets: TargetList

  /// Puts each target into its city: that of its township, else that of the site's county code, else
  /// for what is no site the nearest city of the delta within reach.
  ///
  /// Patrols are left out, which are there to cover a township, and what was visited in the round
  /// already.
  init(
    _ cities: [TourCity], snapshot: Snapshot, targets: TargetList, reachKM: Double,
    visited: Set<String>
  ) {
    self.cities = cities
    self.targets = targets
    let facts = snapshot.facts
    let number = Dictionary(cities.indices.map { (cities[$0].code, $0) }) { first, _ in first }
    var members = [[Int]](repeating: [], count: cities.count)
    for index in targets.chances.indices {
      let place = targets.places[index]
      guard place.kind != .patrol, targets.positions[index].isFinite else { continue }
      let city: Int?
      if targets.townships[index] >= 0 {
        city = number[facts.townships[Int(targets.townships[index])].cityCode]
      } else if case .site(let site) = place.origin {
        city = facts.sites[site].countyCode.flatMap(Self.cityCode).flatMap { number[$0] }
      } else {
        city = Self.nearestDelta(to: targets.positions[index], in: cities, reachKM)
      }
      guard let city, !visited.contains(targets.identifier(at: index)) else { continue }
      members[city].append(index)
    }
    self.members = members.map { own in
      own.sorted { (targets.chances[$1], $0) < (targets.chances[$0], $1) }
    }
  }

  /// The inspected city or that of the delta that a county code is of.
  private static func cityCode(ofCounty code: String) -> String? {
    CampaignData.counties.resolve(code).cityCode ?? CampaignData.deltaCity(ofCounty: code)?.code
  }

  private static func nearestDelta(
    to place: Coordinate, in cities: [TourCity], _ reachKM: Double
  ) -> Int? {
    let near = cities.indices.filter { cities[$0].isDelta }.map { city in
      (metres: greatCircleDistance(place, cities[city].centre), city: city)
    }.min { ($0.metres, $0.city) < ($1.metres, $1.city) }
    return near.flatMap { $0.metres <= reachKM * 1000 ? $0.city : nil }
  }

  /// No tour of so many group-days finds more: the best days of all cities, each of the city's best
  /// targets that no better day has, without any way to drive.
  ///
  /// A day is spent in one city and holds at most `limit` visits, so the k-th day in a city finds no
  /// more than the k-th `limit` of its targets by chance; these only fall, so the best `days` of all
  /// such parts are the best choice of any.
  func bound(days: Int, limit: Int) -> Double {
    var parts: [Double] = []
    for own in members {
      for start in stride(from: 0, to: min(own.count, days * limit), by: max(1, limit)) {
        let part = own[start..<min(own.count, start + limit)]
        parts.append(part.reduce(0) { $0 + targets.chances[$1] })
      }
    }
    return parts.sorted(by: >).prefix(days).reduce(0, +)
  }
}
