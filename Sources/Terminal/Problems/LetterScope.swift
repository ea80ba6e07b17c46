import CampaignData
package import Inspection
package import Publishing

/// Whom a formal list goes to.
package enum LetterScope: Sendable, Hashable {
  /// Everybody.
  case all
  /// A city's government.
  case city(String)
  /// A county's government.
  case county(String)
  /// A province's office.
  case province(String)

  /// True for a problem that concerns it.
  package func contains(_ record: ProblemRecord) -> Bool {
    switch self {
    case .all: true
    case .city(let code): record.cityCode == code
    case .county(let code): record.countyCode == code
    case .province(let name): CampaignData.city(code: record.cityCode)?.province == name
    }
  }

  /// Its name; nil for everybody.
  package var name: ReportPhrase? {
    switch self {
    case .all: return nil
    case .city(let code): return ProblemDesk.cityName(code)
    case .county(let code):
      return CampaignData.counties.county(code: code).map { ReportPhrase(recorded: $0.name) }
        ?? ReportPhrase(zh: code, en: code)
    case .province(let name): return ReportPhrase(recorded: name)
    }
  }

  /// What the options name; of several none can be.
  ///
  /// Throws `CommandFailure` for a name that is none.
  package init(city: String?, county: String?, province: String?) throws {
    guard [city, county, province].compactMap(\.self).count <= 1 else {
      throw CommandFailure(
        status: .usage, message: "a letter goes to a city, a county or a province",
        hint: "Give one of --city, --county and --province.")
    }
    if let city {
      self = .city(try PlaceWords.cityCode(city))
    } else if let county {
      self = .county(try PlaceWords.countyCode(county))
    } else if let province {
      self = .province(try PlaceWords.province(province))
    } else {
      self = .all
    }
  }
}
