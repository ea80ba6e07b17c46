import CampaignData
public import Geo

/// How many complaints had a visit near them in time.
///
/// A complaint is due when its days are over, and counts in the period in which that falls: one that
/// came in yesterday has had no time yet.
public struct ComplaintFollowUp: Sendable, Hashable {
  /// What counts as a visit of a complaint.
  public struct Rule: Sendable, Hashable {
    /// Days after it came in.
    public var days: Int
    /// Metres on the ground between the complaint and the visit.
    public var metres: Double

    /// Makes a rule.
    public init(days: Int = 14, metres: Double = 500) {
      self.days = days
      self.metres = metres
    }
  }

  /// The city's code; empty outside all.
  public let cityCode: String
  /// Due complaints with a place that had a visit, of all due with a place.
  public let visited: Proportion
  /// Whole days from the complaint to its first visit, ascending.
  public let waits: [Int]
  /// Due complaints without a place: nobody can say.
  public let withoutPlace: Int

  /// Each city with due complaints, by code; those that the hotline refused are left out.
  static func cities(
    _ snapshot: Snapshot, visits: [WorkedVisits.Row], in period: ReportPeriod, by rule: Rule
  ) throws -> [ComplaintFollowUp] {
    let facts = snapshot.facts
    let due = facts.complaints.indices.filter { number in
      let complaint = facts.complaints[number]
      return complaint.accepted != false
        && period.contains(complaint.receivedAt.date + rule.days)
    }
    let waits = try waits(
      of: due.map { facts.complaints[$0] }, visits: visits.filter { $0.day < period.openDay },
      by: rule)
    let members = Dictionary(grouping: due.indices) { place -> String in
      let township = Int(snapshot.complaintTownships[due[place]])
      return township < 0 ? "" : facts.townships[township].cityCode
    }
    return members.keys.sorted().map { city in
      let own = members[city] ?? []
      let placed = own.filter { facts.complaints[due[$0]].position?.isFinite == true }
      let found = placed.compactMap { waits[$0] }.sorted()
      return ComplaintFollowUp(
        cityCode: city, visited: Proportion(found.count, of: placed.count), waits: found,
        withoutPlace: own.count - placed.count)
    }
  }

  /// For each complaint the whole days to its first visit within the rule; nil without one.
  static func waits(
    of complaints: [Complaint], visits: [WorkedVisits.Row], by rule: Rule
  ) throws -> [Int?] {
    let places = visits.map { $0.position ?? Coordinate(.nan, .nan) }
    let planes = try Plane.positions(of: places)
    let index = PointIndex(xs: planes.xs, ys: planes.ys)
    let own = try Plane.positions(
      of: complaints.map { $0.position ?? Coordinate(.nan, .nan) })
    return complaints.indices.map { number in
      guard let position = complaints[number].position, own.xs[number].isFinite else { return nil }
      let received = complaints[number].receivedAt
      var first: Int?
      index.forEach(
        within: rule.metres * Plane.margin, of: Coordinate(own.xs[number], own.ys[number])
      ) { visit, _ in
        let seconds = visits[visit].visitedAt - received
        guard seconds >= 0, seconds < rule.days * 86_400, first.map({ seconds < $0 }) ?? true,
          Geodesic.distance(position, places[visit]) <= rule.metres
        else { return }
        first = seconds
      }
      return first.map { $0 / 86_400 }
    }
  }
}
