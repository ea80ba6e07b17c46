public import CampaignData

/// An inspector who can be sent 抽调人员, as a line of the plan's annex 2: somebody named for two rounds
/// has two.
///
/// No part of a snapshot: where teams go does not depend on who they are.
public struct Person: Sendable, Hashable {
  /// The identifier.
  public var id: String
  /// The round 轮次 for which the person is named; nil: any.
  public var round: Int?
  /// The province that sends, as written; nil for one from the ministry.
  public var province: String?
  /// The city that sends, as written.
  public var city: String?
  /// The name.
  public var name: String
  /// Years.
  public var age: Int?
  /// Vocabulary `sex`.
  public var sex: String?
  /// Where the person works.
  public var employer: String?
  /// The post there.
  public var position: String?
  /// Trades that the person knows (vocabulary `industry`).
  public var industries: [String]
  /// Whether a member of the party.
  public var isPartyMember: Bool?
  /// The number of the licence to inspect 环境监察执法证件号.
  public var licence: String?
  /// The telephone number.
  public var phone: String?
  /// Whether recommended as a leader 组长.
  public var isLeaderRecommended: Bool?
  /// The team that the sender proposes, by name.
  public var team: String?
  /// Whether from the ministry's agencies.
  public var isMinistry: Bool?
  /// When this version was known.
  public var knownAt: Moment

  /// What tells one line from another: person and round.
  public var order: String {
    let number = round.map { String($0) } ?? ""
    let padded = String(repeating: "0", count: max(0, 3 - number.count)) + number
    return [id, padded].joined(separator: "\u{1F}")
  }

  /// Makes a person.
  public init(
    id: String, round: Int? = nil, province: String? = nil, city: String? = nil, name: String,
    age: Int? = nil, sex: String? = nil, employer: String? = nil, position: String? = nil,
    industries: [String] = [], isPartyMember: Bool? = nil, licence: String? = nil,
    phone: String? = nil, isLeaderRecommended: Bool? = nil, team: String? = nil,
    isMinistry: Bool? = nil, knownAt: Moment
  ) {
    self.id = id
    self.round = round
    self.province = province
    self.city = city
    self.name = name
    self.age = age
    self.sex = sex
    self.employer = employer
    self.position = position
    self.industries = industries
    self.isPartyMember = isPartyMember
    self.licence = licence
    self.phone = phone
    self.isLeaderRecommended = isLeaderRecommended
    self.team = team
    self.isMinistry = isMinistry
    self.knownAt = knownAt
  }
}
