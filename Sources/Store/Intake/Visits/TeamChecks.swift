internal import CampaignData
internal import Geo
internal import Inspection

/// Tells where one team was at places that it cannot have come between, or in two cities on a day.
struct TeamChecks {
  private let limits: VisitLimits
  private let counties: CountyLocator?
  private let site: (String) -> Coordinate?

  /// - Parameter site: the position of a site, by identifier.
  init(
    _ limits: VisitLimits, counties: CountyLocator?, site: @escaping (String) -> Coordinate?
  ) {
    self.limits = limits
    self.counties = counties
    self.site = site
  }

  /// The doubts about the reports of a file beside those of the same teams and days that the
  /// workspace has; of a pair each of the file's two is told.
  func doubts(_ reports: [FieldReport], beside earlier: [FieldReport]) -> [VisitDoubt] {
    var days: [String: [(report: FieldReport, place: Coordinate, isNew: Bool)]] = [:]
    for (group, isNew) in [(reports, true), (earlier, false)] {
      for report in group where !report.teamID.isEmpty {
        guard let place = report.position ?? site(report.siteID) else { continue }
        let key = "\(report.teamID)|\(report.visitedAt.date.daysSince1970)"
        days[key, default: []].append((report, place, isNew))
      }
    }
    var doubts: [VisitDoubt] = []
    for (_, day) in days where day.count > 1 && day.contains(where: \.isNew) {
      guard isSpread(day.map(\.place)) else { continue }
      doubts += impossible(day) + cities(day)
    }
    return doubts.sorted { ($0.row, $0.kind, $0.found) < ($1.row, $1.kind, $1.found) }
  }

  private typealias Day = [(report: FieldReport, place: Coordinate, isNew: Bool)]

  /// False where all places are near one another: most days, at the cost of one comparison each.
  private func isSpread(_ places: [Coordinate]) -> Bool {
    places.contains { greatCircleDistance($0, places[0]) > limits.apart / 2 }
  }

  private func impossible(_ day: Day) -> [VisitDoubt] {
    // A day without a time of day is midnight, which says nothing.
    let timed = day.filter { $0.report.visitedAt.secondOfDay != 0 }
    let presences = timed.map {
      TeamMovements.Presence(time: $0.report.visitedAt.secondsSince1970, place: $0.place)
    }
    let pairs = TeamMovements.impossible(presences, speed: limits.speed, apart: limits.apart)
    return pairs.flatMap { first, second in
      both("elsewhere", timed[first], timed[second])
    }
  }

  private func cities(_ day: Day) -> [VisitDoubt] {
    guard let counties else { return [] }
    let held = day.map { counties.locate($0.place).flatMap { counties.counties[$0].cityCode } }
    guard let first = held.firstIndex(where: { $0 != nil }) else { return [] }
    var doubts: [VisitDoubt] = []
    for index in day.indices where held[index] != nil && held[index] != held[first] {
      guard greatCircleDistance(day[index].place, day[first].place) > limits.apart else {
        continue
      }
      doubts += both("two_cities", day[first], day[index])
    }
    return doubts
  }

  private func both(_ kind: String, _ first: Day.Element, _ second: Day.Element) -> [VisitDoubt] {
    let km = Int((greatCircleDistance(first.place, second.place) / 1000).rounded())
    return [(first, second), (second, first)].compactMap { own, other in
      guard own.isNew else { return nil }
      let report = other.report
      return VisitDoubt(
        kind, row: own.report.row, column: "team_id", found: own.report.teamID,
        expected: "not \(km) km from its visit of \(report.siteID) at \(report.visitedAt)"
          + (other.isNew ? " (row \(report.row))" : ""))
    }
  }
}
