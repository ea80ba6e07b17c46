import CampaignData
public import Geo

/// How long a team drove on a day, by the positions of its visits in order of time.
///
/// Straight lines times the detour over the mean speed, from the base and back to it: the terrain
/// between is not known to the program, so a mountain county's roads count as long as their straight
/// lines say.
public struct TeamDriving: Sendable, Hashable {
  /// The team and the day.
  public let date: TeamDate
  /// Minutes on the road.
  public let minutes: Double

  /// How lines become minutes: settings `speed_kmh` and `detour`.
  public struct Pace: Sendable, Hashable {
    /// Kilometres an hour.
    public var speed: Double
    /// Road length over straight line.
    public var detour: Double

    /// Makes a pace.
    public init(speed: Double, detour: Double) {
      self.speed = speed
      self.detour = detour
    }
  }

  /// The driving of each team and day, by team and day; visits without a place add nothing.
  public static func days(
    of visits: WorkedVisits, bases: [String: Coordinate], pace: Pace
  ) -> [TeamDriving] {
    var lines: [TeamDate: [(time: Int64, id: String, position: Coordinate)]] = [:]
    for row in visits.rows where !row.teamID.isEmpty {
      guard let position = row.position, position.isFinite else { continue }
      lines[TeamDate(teamID: row.teamID, day: row.day), default: []]
        .append((row.visitedAt.secondsSince1970, row.visitID, position))
    }
    return lines.keys.sorted().map { date in
      let stops = (lines[date] ?? []).sorted { ($0.time, $0.id) < ($1.time, $1.id) }
      let base = bases[date.teamID].map { $0.isFinite ? [$0] : [] } ?? []
      let metres = Geodesic.length(base + stops.map(\.position) + base)
      return TeamDriving(
        date: date, minutes: metres * pace.detour / (pace.speed * 1000) * 60)
    }
  }
}
