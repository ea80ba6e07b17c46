import CampaignData

/// The townships of a report and the visits in them, by round.
struct RoundGround {
  private let all: [Township]
  private let townships: [Int]
  private let visited: [Int: Set<Int>]

  init(_ all: [Township], townships: [Int], visits: [WorkedVisits.Row]) {
    self.all = all
    self.townships = townships
    var visited: [Int: Set<Int>] = [:]
    for visit in visits where visit.township >= 0 {
      visited[visit.round, default: []].insert(visit.township)
    }
    self.visited = visited
  }

  /// Townships with a stop in a round on a day up to the last one.
  func planned(
    _ stops: [PlannedVisit], in round: CampaignRound, through lastDay: CalendarDate
  ) -> Set<Int> {
    let codes = Dictionary(all.indices.map { (all[$0].code, $0) }) { first, _ in first }
    let own = Set(townships)
    return Set(
      stops.filter { round.days.contains($0.day) && $0.day <= lastDay }
        .compactMap { $0.townshipCode.flatMap { codes[$0] } }.filter(own.contains))
  }

  /// By city.
  func reach(in round: Int, planned: Set<Int>) -> [TownshipReach] {
    let members = Dictionary(grouping: townships) { all[$0].cityCode }
    return members.keys.sorted().map { city in
      TownshipReach(
        cityCode: city, townships: members[city] ?? [], visited: visited[round] ?? [],
        planned: planned)
    }
  }

  /// All townships together, for each round with a visit up to one, whose plan is known.
  func totals(through last: Int, planned: Set<Int>) -> [(round: Int, reach: TownshipReach)] {
    visited.keys.filter { $0 <= last }.sorted().map { round in
      let reach = TownshipReach(
        cityCode: "", townships: townships, visited: visited[round] ?? [],
        planned: round == last ? planned : [])
      return (round, reach)
    }
  }
}
