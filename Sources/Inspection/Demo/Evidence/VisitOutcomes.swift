import CampaignData
import Geo

/// What past visits found, and how what they found changed the truth.
struct VisitOutcomes {
  /// For every visit the key of its outcome.
  private(set) var outcomes: [String] = []
  /// For every site when it violates, after what was found was mended.
  private(set) var spells: [ViolationSpell]

  /// Problems a visit; 0 without visits.
  var hitRate: Double {
    let problems = outcomes.reduce(0) { $0 + ($1 == "problem" ? 1 : 0) }
    return Double(problems) / Double(max(1, outcomes.count))
  }

  /// How often a found problem is mended, and within how many days.
  private static let mendedShare = 0.72
  private static let mendingDays = 9

  init(
    of visits: [PastVisit], sites: [DemoSite], spells: [ViolationSpell], isFindable: [Bool],
    seed: UInt64
  ) {
    self.spells = spells
    var random = DemoRandom(seed: seed, stream: "outcomes")
    for visit in visits {
      let date = visit.visitedAt.date
      if isFindable[visit.site], self.spells[visit.site].contains(date) {
        outcomes.append("problem")
        if random.chance(Self.mendedShare) {
          self.spells[visit.site].until = date + 1 + random.below(Self.mendingDays)
        }
      } else {
        outcomes.append(Self.clean(sites[visit.site], &random))
      }
    }
  }

  /// What a visit is told as that found nothing wrong.
  static func clean(_ site: DemoSite, _ random: inout DemoRandom) -> String {
    let draw = random.unit()
    if site.isShut { return draw < 0.8 ? "closed" : draw < 0.9 ? "not_found" : "none" }
    if site.status == "stopped" { return draw < 0.7 ? "closed" : "none" }
    return draw < 0.015 ? "not_found" : draw < 0.018 ? "refused" : "none"
  }

  /// The visits as facts, known in the evening of their day, by identifier.
  static func facts(
    _ visits: [PastVisit], outcomes: [String], teams: [DemoTeam], positions: [Coordinate],
    seed: UInt64
  ) -> [Visit] {
    var random = DemoRandom(seed: seed, stream: "visit facts")
    var facts: [Visit] = []
    facts.reserveCapacity(visits.count)
    for (index, visit) in visits.enumerated() {
      let evening = Moment(visit.visitedAt.date, hour: 19, second: random.below(3 * 3600))
      let site = positions[visit.site]
      // A phone's fix: some ten metres off.
      let position = Coordinate(
        site.x + 1e-4 * random.normal(), site.y + 1e-4 * random.normal())
      facts.append(
        Visit(
          id: "V" + padded(index + 1, to: 7), siteID: SiteRegister.id(visit.site),
          teamID: teams[visit.team].id, round: visit.round, visitedAt: visit.visitedAt,
          outcome: outcomes[index], position: position, knownAt: evening))
    }
    return facts
  }
}
