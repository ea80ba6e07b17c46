import CampaignData
import Glibc

/// The invented visits of a trial, round by round.
struct TrialGround {
  private let settings: CallTrial.Settings

  init(_ settings: CallTrial.Settings) { self.settings = settings }

  static func teamID(_ number: Int) -> String {
    let digits = String(number)
    return "T" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  /// The teams of a round: crews change, so their diligence is drawn anew; the ground stays.
  func teams(round: Int) -> [TrialTeam] {
    let ordinary = TeamSkills(settings.shape).fine
    var random = DemoRandom(seed: settings.seed, stream: "trial-teams", number: round)
    return (0..<settings.teams).map { number in
      let place = random.unit()
      let inspector: CallTrial.Inspector = place < 0.1 ? .lazy : place < 0.3 ? .good : .mean
      let own = random.pick(ordinary)
      let factor =
        switch inspector {
        case .good: 1.4
        case .mean: 1.0
        case .lazy: settings.lazyShare
        }
      return TrialTeam(
        inspector: inspector, isEasy: number.isMultiple(of: 2), skill: own * factor)
    }
  }

  /// The visits of a round, in the first rounds of the calendar that have two weeks.
  func visits(round: Int) -> [JudgedVisit] {
    let full = CampaignData.rounds.all.filter { $0.length == 14 }
    let calendar = full[round % full.count]
    var random = DemoRandom(seed: settings.seed, stream: "trial-visits", number: round)
    return teams(round: round).enumerated().flatMap { number, team in
      (0..<calendar.length).flatMap { day in
        (0..<(8 + random.below(5) + random.below(5))).map { _ in
          visit(
            of: team, id: Self.teamID(number), round: calendar.number,
            day: calendar.firstDay + day, &random)
        }
      }
    }
  }

  private func visit(
    of team: TrialTeam, id: String, round: Int, day: CalendarDate, _ random: inout DemoRandom
  ) -> JudgedVisit {
    let median = team.isEasy ? settings.easyChance : settings.hardChance
    let truth = log(median / (1 - median)) + 0.8 * random.normal()
    let given = 0.4 + 1.2 * truth + 0.4 * random.normal()
    let odds = team.skill * exp(truth)
    let isFound = random.chance(odds / (1 + odds))
    let severity = random.unit()
    let points = severity < 0.2 ? 0.5 : severity < 0.8 ? 1.0 : 2.0
    return JudgedVisit(
      id: "", teamID: id, round: round, day: day, chance: 1 / (1 + exp(-given)),
      problems: isFound ? 1 : 0, points: isFound ? points : 0)
  }
}
