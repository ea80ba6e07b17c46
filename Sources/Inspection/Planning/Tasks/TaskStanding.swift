import CampaignData

/// How far a plan meets a line of the task plan in a city or county.
public struct TaskStanding: Sendable, Hashable {
  /// Why fewer visits are planned than the line asks for.
  public enum Reason: String, Sendable, Hashable, CaseIterable {
    /// There are not so many sites of the topic that are not visited yet.
    case tooFew = "too_few"
    /// What there is more is known only from localities, which may not choose.
    case onlyLocal = "only_local"
    /// What there is more is farther than a day.
    case tooFar = "too_far"
    /// The team's visits and hours are needed for townships, drawn sites and other topics.
    case capacity
  }

  /// The inspected city.
  public var city: String
  /// The county, if the line is one of a county.
  public var county: String?
  /// Key of the topic 督查内容.
  public var topic: String
  /// The ledger, if the line names one.
  public var ledger: String?
  /// Visits that it asks for, those made in the round included.
  public var wanted: Int
  /// Visits made and planned that count for it.
  public var planned: Int
  /// By reason: how many are missing with the teams that fall short.
  public var missing: [Reason: Int]

  /// How many are missing.
  public var short: Int { missing.values.reduce(0, +) }

  /// What lines are added up by and sorted by.
  var order: String {
    [city, county ?? "", topic, ledger ?? ""].joined(separator: "\u{1F}")
  }

  /// The standings of teams added up by line.
  static func joined(_ all: [TaskStanding]) -> [TaskStanding] {
    var byLine: [String: TaskStanding] = [:]
    for standing in all {
      guard var sum = byLine[standing.order] else {
        byLine[standing.order] = standing
        continue
      }
      sum.wanted += standing.wanted
      sum.planned += standing.planned
      sum.missing.merge(standing.missing, uniquingKeysWith: +)
      byLine[standing.order] = sum
    }
    return byLine.keys.sorted().compactMap { byLine[$0] }
  }
}

extension TaskStanding.Reason {
  /// In Chinese.
  public var zh: String {
    switch self {
    case .tooFew: "点位不足"
    case .onlyLocal: "仅有地方独报点位"
    case .tooFar: "距离过远"
    case .capacity: "能力不足"
    }
  }

  /// In English.
  public var en: String {
    switch self {
    case .tooFew: "too few sites"
    case .onlyLocal: "only sites that localities name"
    case .tooFar: "too far"
    case .capacity: "no visits or hours left"
    }
  }
}
