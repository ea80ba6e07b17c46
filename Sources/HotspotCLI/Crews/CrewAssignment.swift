import Foundation
import Inspection
import Publishing

/// What making crews came to, for people and programs.
struct CrewAssignment {
  let plan: CrewPlan
  let seconds: Double
  let processorSeconds: Double

  /// A line a round, then what could not be avoided and why.
  func text(_ language: Language) -> String {
    var table = TextTable([
      (language.pick(zh: "轮次", en: "round"), .right),
      (language.pick(zh: "督查组", en: "teams"), .right),
      (language.pick(zh: "席位", en: "seats"), .right),
      (language.pick(zh: "已安排", en: "filled"), .right),
      (language.pick(zh: "空缺", en: "empty"), .right),
      (language.pick(zh: "同市组", en: "one city"), .right),
      (language.pick(zh: "同省组", en: "one province"), .right),
      (language.pick(zh: "每市派员省数", en: "provinces/city"), .right),
      (language.pick(zh: "扣分", en: "cost"), .right),
      (language.pick(zh: "下界", en: "at least"), .right),
    ])
    for round in plan.rounds {
      table.append([
        "\(round.round)", "\(round.teams)", "\(round.seats)", "\(round.members.count)",
        "\(round.seats - round.members.count)", "\(round.teamsOfOneCity)",
        "\(round.teamsOfOneProvince)", String(format: "%.2f", round.provincesPerCity),
        String(format: "%.0f", round.cost),
        String(format: "%.0f", round.bound),
      ])
    }
    return table.text + sentences(language).map { $0 + "\n" }.joined()
  }

  private func sentences(_ language: Language) -> [String] {
    let shortages = plan.rounds.flatMap(\.shortages)
    let horizons = plan.horizons.filter { $0.missing > 0 && plan.rounds.count > 1 }
    guard !shortages.isEmpty || !horizons.isEmpty else {
      return [language.pick(zh: "所有席位按规则安排。", en: "All seats are filled by the rules.")]
    }
    return shortages.map { language.pick(zh: $0.zh, en: $0.en) + "\n  " + rule($0.rule, language) }
      + horizons.map { horizon in
        language.pick(
          zh: "各轮合计（\(horizon.rule)，含更重要的席位）：\(horizon.seats) 个席位中 \(horizon.missing) 个未按规则安排，"
            + "至少 \(horizon.proven) 个不可避免",
          en: "all rounds (\(horizon.rule) and what comes before it): \(horizon.missing) of "
            + "\(horizon.seats) seats are not filled by the rules, at least \(horizon.proven) cannot"
        )
      }
  }

  private func rule(_ key: String, _ language: Language) -> String {
    CrewRuleWords.text(key, language)
  }

  /// The plan as JSON.
  var json: JSONText {
    .object([
      .init("rounds", .array(plan.rounds.map(Self.json))),
      .init(
        "horizons",
        .array(
          plan.horizons.map { horizon in
            .object([
              .init("rule", .string(horizon.rule)), .init("seats", .integer(horizon.seats)),
              .init("missing", .integer(horizon.missing)),
              .init("proven", .integer(horizon.proven)),
            ])
          })),
      .init("seconds", .decimal(seconds, places: 2)),
      .init("cpu_seconds", .decimal(processorSeconds, places: 2)),
    ])
  }

  private static func json(_ round: CrewRoundPlan) -> JSONText {
    .object([
      .init("round", .integer(round.round)), .init("teams", .integer(round.teams)),
      .init("seats", .integer(round.seats)), .init("filled", .integer(round.members.count)),
      .init("teams_of_one_city", .integer(round.teamsOfOneCity)),
      .init("teams_of_one_province", .integer(round.teamsOfOneProvince)),
      .init("provinces_per_city", .decimal(round.provincesPerCity, places: 3)),
      .init("cost", .decimal(round.cost, places: 3)),
      .init("bound", .decimal(round.bound, places: 3)),
      .init("shortages", .array(round.shortages.map(Self.json))),
    ])
  }

  private static func json(_ shortage: CrewShortage) -> JSONText {
    .object([
      .init("rule", .string(shortage.rule)), .init("missing", .integer(shortage.missing)),
      .init("proven", .integer(shortage.proven)), .init("seats", .integer(shortage.seats)),
      .init("people", .integer(shortage.people)),
      .init(
        "others",
        .object(shortage.others.map { .init($0.key, .integer($0.count)) })),
      .init("zh", .string(shortage.zh)), .init("en", .string(shortage.en)),
    ])
  }
}
