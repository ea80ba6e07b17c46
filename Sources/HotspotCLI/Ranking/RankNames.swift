import CampaignData
import Inspection
import Publishing

/// What rankings call teams and cities.
struct RankNames {
  private let teams: [String: Team]

  init(_ facts: Facts) {
    teams = Dictionary(facts.teams.map { ($0.id, $0) }) { first, _ in first }
  }

  /// A team's name, else its identifier.
  func team(_ id: String) -> ReportPhrase {
    guard let name = teams[id]?.name, !name.isEmpty else { return ReportPhrase(code: id) }
    return ReportPhrase(recorded: name)
  }

  /// The city that a team inspects.
  func city(ofTeam id: String) -> ReportPhrase { Self.city(teams[id]?.cityCode ?? "") }

  /// An inspected city by its code.
  static func city(_ code: String) -> ReportPhrase {
    guard let city = CampaignData.city(code: code) else { return ReportPhrase(code: code) }
    return ReportPhrase(zh: city.nameZH, en: city.nameEN)
  }

  /// A word of a vocabulary.
  static func word(_ key: String, of vocabulary: String) -> ReportPhrase {
    guard let term = CampaignData.vocabulary(named: vocabulary)?.term(key: key) else {
      return key.isEmpty ? ReportPhrase(zh: "未注明", en: "not said") : ReportPhrase(recorded: key)
    }
    return ReportPhrase(zh: term.zh, en: term.en)
  }
}
