import CampaignData

/// What a team did in a round, day by day from the round's first day on.
struct RoundWork {
  let teamID: String
  let round: Int
  /// The chances of each day's visits, as past visits bear them out.
  var trials: [[Double]]
  /// Points found each day, in whole units.
  var found: [Int]

  /// The rounds of all teams, by team and round, up to a day.
  static func all(
    of visits: [JudgedVisit], calibration: ChanceCalibration, units: PointUnits,
    through day: CalendarDate
  ) -> [RoundWork] {
    var members: [Key: RoundWork] = [:]
    for visit in visits where visit.day <= day {
      guard let round = CampaignData.rounds.round(visit.round), round.days.contains(visit.day)
      else { continue }
      let key = Key(team: visit.teamID, round: visit.round)
      let length = min(round.lastDay, day) - round.firstDay + 1
      var own =
        members[key]
        ?? RoundWork(
          teamID: visit.teamID, round: visit.round,
          trials: [[Double]](repeating: [], count: length),
          found: [Int](repeating: 0, count: length))
      let place = visit.day - round.firstDay
      own.trials[place].append(calibration.chance(of: visit))
      own.found[place] += units.units(visit.points)
      members[key] = own
    }
    return members.keys.sorted().compactMap { members[$0] }
  }

  private struct Key: Hashable, Comparable {
    let team: String
    let round: Int

    static func < (lhs: Key, rhs: Key) -> Bool {
      (lhs.team, lhs.round) < (rhs.team, rhs.round)
    }
  }
}
