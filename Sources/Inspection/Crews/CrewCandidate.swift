internal import CampaignData

/// An inspector as crews are made of: one however many rounds somebody is named for.
public struct CrewCandidate: Sendable, Hashable {
  /// The newest of what was told of the person.
  public let person: Person
  /// The rounds for which the person is named; empty: any.
  public let rounds: Set<Int>
  /// The sending province in short; nil for the ministry's and where it is missing.
  public let province: String?
  /// The sending city in short; nil as the province.
  public let city: String?
  /// Whether from the ministry's agencies.
  public let isMinistry: Bool
  /// Whether of division rank 处级 or above.
  public let isOfDivisionRank: Bool
  /// Whether recommended as a leader.
  public var isRecommended: Bool { person.isLeaderRecommended ?? false }
  /// Whether a licence number is there.
  public var hasLicence: Bool { !(person.licence ?? "").isEmpty }
  /// Whether a local officer: of a province that is known.
  public var isLocal: Bool { !isMinistry && province != nil }

  /// The people of a pool, by identifier: lines of the same person for several rounds become one.
  ///
  /// A person without a province counts as the ministry's where the file says so or the employer is
  /// the ministry.
  public static func all(of people: [Person]) -> [CrewCandidate] {
    let groups = Dictionary(grouping: people, by: \.id)
    return groups.keys.sorted().compactMap { id in groups[id].flatMap(CrewCandidate.init) }
  }

  init?(_ lines: [Person]) {
    guard
      let person = lines.max(by: { ($0.knownAt, $0.round ?? 0) < ($1.knownAt, $1.round ?? 0) })
    else { return nil }
    self.person = person
    rounds =
      lines.contains { $0.round == nil } ? [] : Set(lines.compactMap(\.round))
    let employer = person.employer ?? ""
    let isOfMinistry = employer.hasPrefix("生态环境部") || employer.hasPrefix("环境保护部")
    isMinistry = person.isMinistry ?? (person.province == nil && isOfMinistry)
    province = isMinistry ? nil : person.province.map(PlaceOfOrigin.province)
    city = isMinistry ? nil : person.city.map(PlaceOfOrigin.city)
    isOfDivisionRank = CampaignData.isOfDivisionRank(
      position: person.position ?? "", employer: employer)
  }
}
