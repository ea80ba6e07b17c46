import CampaignData
import Inspection
import Publishing

/// The pool of people by province, and whose names came late, for people and programs.
struct PoolReport {
  let people: [CrewCandidate]
  let round: Int?
  let rules: CrewRules

  /// What is counted of a province's people.
  private static var counts: [(key: String, zh: String, en: String, of: (CrewCandidate) -> Bool)] {
    [
      ("people", "人数", "people", { _ in true }),
      ("leaders", "推荐组长", "leaders", \.isRecommended),
      ("division_rank", "处级", "division rank", \.isOfDivisionRank),
      ("party_members", "党员", "party members", { $0.person.isPartyMember == true }),
      ("without_licence", "无证件号", "no licence", { !$0.hasLicence }),
      ("without_trade", "未填专长", "no trade", { $0.person.industries.isEmpty }),
    ]
  }

  private var provinces: [(name: String, people: [CrewCandidate])] {
    let groups = Dictionary(grouping: people) { person in
      person.isMinistry ? "\u{10FFFF}" : person.province ?? ""
    }
    return groups.keys.sorted().map { ($0, groups[$0] ?? []) }
  }

  private func name(_ province: String, _ language: Language) -> String {
    switch province {
    case "": language.pick(zh: "(未填)", en: "(not told)")
    case "\u{10FFFF}": language.pick(zh: "部派出机构", en: "(ministry)")
    default:
      rules.barredProvinces.contains(province)
        ? province + language.pick(zh: "（暂不抽调）", en: " (sends nobody)") : province
    }
  }

  /// People who were named for a round after its day, with the day they came and the day due.
  private var late: [(person: CrewCandidate, round: Int, came: CalendarDate, due: CalendarDate)] {
    people.flatMap { person in
      person.rounds.sorted().filter { self.round == nil || $0 == self.round }.compactMap { round in
        guard let due = NamesDue.day(ofRound: round, rules: rules),
          person.person.knownAt.date > due
        else { return nil }
        return (person, round, person.person.knownAt.date, due)
      }
    }
  }

  /// A line a province, then who is late.
  func text(_ language: Language) -> String {
    var table = TextTable(
      [(language.pick(zh: "派员省份", en: "province"), .left)]
        + Self.counts.map { (language.pick(zh: $0.zh, en: $0.en), .right) })
    for province in provinces {
      table.append(
        [name(province.name, language)]
          + Self.counts.map { count in String(province.people.count(where: count.of)) })
    }
    table.appendFooter(
      [language.pick(zh: "合计", en: "in all")]
        + Self.counts.map { count in String(people.count(where: count.of)) })
    return table.text
      + late.map { item in
        language.pick(
          zh:
            "第\(item.round)轮：\(item.person.province ?? "")\(item.person.person.name)于 \(item.came) 报送，"
            + "应不晚于 \(item.due)\n",
          en:
            "round \(item.round): \(item.person.person.name) (\(item.person.province ?? "?")) came "
            + "on \(item.came), due by \(item.due)\n")
      }.joined()
  }

  /// The same as JSON.
  var json: JSONText {
    .object([
      .init(
        "provinces",
        .array(
          provinces.map { province in
            .object(
              [.init("province", .string(name(province.name, .zh)))]
                + Self.counts.map { count in
                  .init(count.key, .integer(province.people.count(where: count.of)))
                })
          })),
      .init(
        "late",
        .array(
          late.map { item in
            .object([
              .init("person_id", .string(item.person.person.id)),
              .init("name", .string(item.person.person.name)),
              .init("province", .optional(item.person.province)),
              .init("round", .integer(item.round)), .init("came", .string(item.came.description)),
              .init("due", .string(item.due.description)),
            ])
          })),
    ])
  }
}
