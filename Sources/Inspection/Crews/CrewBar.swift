/// Why a person cannot be in a round at all.
public enum CrewBar: String, Sendable, Hashable, CaseIterable {
  /// Of a province that sends nobody for now, section 7.1.
  case barredProvince = "barred_province"
  /// Neither a province nor the ministry is told.
  case unknownOrigin = "unknown_origin"
  /// No licence number, section 8.4.
  case noLicence = "licence"
  /// Named for other rounds, annex 2.
  case otherRound = "named_round"
  /// In a team in the round before or after, section 7.4.
  case consecutive

  /// In Chinese, for a count of people.
  var zh: String {
    switch self {
    case .barredProvince: "来自暂不抽调省份"
    case .unknownOrigin: "派出地不明"
    case .noLicence: "无执法证件号"
    case .otherRound: "报送的是其他轮次"
    case .consecutive: "前后一轮已参加"
    }
  }

  /// In English, for a count of people.
  var en: String {
    switch self {
    case .barredProvince: "are of provinces that send nobody"
    case .unknownOrigin: "are of unknown origin"
    case .noLicence: "have no licence number"
    case .otherRound: "are named for other rounds"
    case .consecutive: "serve in the round before or after"
    }
  }
}
