import CampaignData
public import Inspection

/// Who is in which team in a round, a row a person: the arrangement of annex 2.
public struct CrewList: Sendable {
  /// A row: a seat with its person and team; nil for one that is not known.
  public struct Row: Sendable {
    /// The seat.
    public let seat: CrewMember
    /// Who sits there.
    public let person: CrewCandidate?
    /// The team.
    public let team: Team?
    /// Whether the team's party members form a temporary branch.
    public let hasBranch: Bool
  }

  /// The rows, by inspected city, team and role.
  public let rows: [Row]
  private let isMasked: Bool

  /// - Parameters:
  ///   - crews: the seats of a round.
  ///   - isMasked: false for the planner alone: telephone and licence numbers in full.
  public init(
    _ crews: [CrewMember], people: [CrewCandidate], teams: [Team], rules: CrewRules,
    isMasked: Bool
  ) {
    let persons = Dictionary(people.map { ($0.person.id, $0) }, uniquingKeysWith: { $1 })
    let known = Dictionary(teams.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let members = Dictionary(grouping: crews, by: \.teamID).mapValues { crew in
      crew.count { persons[$0.personID]?.person.isPartyMember == true }
    }
    self.isMasked = isMasked
    rows = crews.map { seat in
      Row(
        seat: seat, person: persons[seat.personID], team: known[seat.teamID],
        hasBranch: (members[seat.teamID] ?? 0) >= rules.branchSize)
    }.sorted {
      ($0.seat.teamID, Self.rank($0.seat.role), $0.seat.personID)
        < ($1.seat.teamID, Self.rank($1.seat.role), $1.seat.personID)
    }
  }

  /// The list as comma-separated text.
  public func csv(_ language: Language) -> String {
    var table = DelimitedText(list: "crews", language: language)
    for row in rows { table.append(values(row, language).map(\.text)) }
    return table.text
  }

  /// The list as a table for a terminal: without numbers and identifiers unless they are wanted.
  public func text(_ language: Language) -> String {
    let shown =
      ["team", "role", "name", "province", "sending_city", "position", "industries"]
      + ["branch", "phone"] + (isMasked ? [] : ["licence"])
    let columns = CampaignData.columns(ofList: "crews").filter { shown.contains($0.key) }
    var table = TextTable(
      columns.map { (language.pick(zh: $0.headingZH, en: $0.headingEN), .left) })
    for row in rows {
      let values = Dictionary(
        values(row, language).map { ($0.key, $0.text) }, uniquingKeysWith: { $1 })
      table.append(columns.map { values[$0.key] ?? "" })
    }
    return table.text
  }

  /// The list as JSON, an object a person.
  public var json: JSONText {
    .array(
      rows.map { row in
        .object(values(row, .en).map { .init($0.key, .string($0.text)) })
      })
  }

  /// What stands in a row, by the keys of `list_columns.csv`, in their order.
  private func values(_ row: Row, _ language: Language) -> [(key: String, text: String)] {
    let person = row.person?.person
    let yes = { (flag: Bool) in
      flag ? language.pick(zh: "是", en: "yes") : language.pick(zh: "否", en: "no")
    }
    let values: [String: String] = [
      "round": String(row.seat.round), "team_id": row.seat.teamID,
      "team": row.team?.name ?? row.seat.teamID,
      "city": row.team.map { CityNames.name($0.cityCode, in: language) } ?? "",
      "role": Self.word(row.seat.role, of: "crew_role", language),
      "person_id": row.seat.personID, "name": person?.name ?? "",
      "province": row.person?.province ?? "", "sending_city": row.person?.city ?? "",
      "employer": person?.employer ?? "", "position": person?.position ?? "",
      "industries": (person?.industries ?? []).map { Self.word($0, of: "industry", language) }
        .joined(separator: language.pick(zh: "、", en: ", ")),
      "party_member": person?.isPartyMember.map(yes) ?? "", "branch": yes(row.hasBranch),
      "licence": shown(person?.licence), "phone": shown(person?.phone),
      "arrives_on": row.seat.arrivesOn?.description ?? "",
      "leaves_on": row.seat.leavesOn?.description ?? "",
    ]
    return CampaignData.columns(ofList: "crews").map { ($0.key, values[$0.key] ?? "") }
  }

  private func shown(_ number: String?) -> String {
    guard let number else { return "" }
    return isMasked ? PersonalNumber.masked(number) : number
  }

  private static func word(_ key: String, of name: String, _ language: Language) -> String {
    guard let term = CampaignData.vocabulary(named: name)?.term(key: key) else { return key }
    return language.pick(zh: term.zh, en: term.en)
  }

  private static func rank(_ role: String) -> Int {
    ["centre_leader": 0, "leader": 1][role] ?? 2
  }
}
