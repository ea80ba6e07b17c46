/// What a schedule has reached, compared in the order of the objective.
struct Tally: Equatable {
  var requiredMissing: Int
  var groupVisitsMissing: Int
  var prize: Int64
  /// Seconds on the road.
  var drive: Int64

  init(_ model: Model) {
    requiredMissing = (0..<model.siteCount).count { model.required[$0] }
    groupVisitsMissing = (0..<model.groupCount).reduce(0) { $0 + Int(model.minimum[$1]) }
    prize = 0
    drive = 0
  }

  /// Whether some rule is broken more often than in another.
  func breaksMore(than other: Tally) -> Bool {
    requiredMissing > other.requiredMissing || groupVisitsMissing > other.groupVisitsMissing
  }

  /// Fewer required sites missing, then fewer visits of groups, then more prize, then less travel.
  func isBetter(than other: Tally) -> Bool {
    if requiredMissing != other.requiredMissing { return requiredMissing < other.requiredMissing }
    if groupVisitsMissing != other.groupVisitsMissing {
      return groupVisitsMissing < other.groupVisitsMissing
    }
    return prize != other.prize ? prize > other.prize : drive < other.drive
  }
}
