import CampaignData
import Inspection

/// What teams, places and words of vocabularies are called in a report.
struct ReportNames {
  private let teams: [String: Team]
  private let counties: [String: (name: String, city: String)]

  init(_ facts: Facts) {
    teams = Dictionary(facts.teams.map { ($0.id, $0) }) { first, _ in first }
    counties = Dictionary(facts.townships.map { ($0.countyCode, ($0.county, $0.cityCode)) }) {
      first, _ in first
    }
  }

  /// A team's name, or its identifier.
  func team(_ id: String) -> ReportPhrase {
    guard !id.isEmpty else { return ReportText.unknown.phrase() }
    guard let name = teams[id]?.name, !name.isEmpty else { return ReportPhrase(code: id) }
    return ReportPhrase(recorded: name)
  }

  /// The city that a team is of.
  func city(ofTeam id: String) -> ReportPhrase { city(teams[id]?.cityCode ?? "") }

  /// An inspected city.
  func city(_ code: String) -> ReportPhrase {
    guard !code.isEmpty else { return ReportText.unknown.phrase() }
    guard let city = CampaignData.city(code: code) else { return ReportPhrase(code: code) }
    return ReportPhrase(zh: city.nameZH, en: city.nameEN)
  }

  /// A county.
  func county(_ code: String) -> ReportPhrase {
    guard !code.isEmpty else { return ReportText.unknown.phrase() }
    let name = counties[code].flatMap { $0.name.isEmpty ? nil : $0.name }
    guard let name = name ?? CampaignData.counties.county(code: code)?.name else {
      return ReportPhrase(code: code)
    }
    return ReportPhrase(recorded: name)
  }

  /// The city that a county is of.
  func city(ofCounty code: String) -> ReportPhrase { city(counties[code]?.city ?? "") }

  /// A word of a vocabulary, or what somebody wrote instead.
  func word(_ key: String, of vocabulary: String) -> ReportPhrase {
    guard !key.isEmpty else { return ReportText.unknown.phrase() }
    guard let term = CampaignData.vocabulary(named: vocabulary)?.term(key: key) else {
      return ReportPhrase(recorded: key)
    }
    return ReportPhrase(zh: term.zh, en: term.en)
  }

  /// A part of the visits.
  func part(_ kind: HitRate.Kind, _ key: String) -> ReportPhrase {
    switch kind {
    case .all: ReportText.all.phrase()
    case .round: ReportPhrase(zh: key, en: key)
    case .city: city(key)
    case .county: county(key)
    case .team: team(key)
    case .topic: word(key, of: "topic")
    case .siteKind: word(key, of: "site_kind")
    case .basis: word(key, of: "basis")
    }
  }
}
