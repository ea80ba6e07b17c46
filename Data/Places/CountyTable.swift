/// The counties of the inspected cities, and the codes that other years give them.
///
/// A city is found by this table and never by the first digits of a code: Jiyuan (419001) belongs
/// to Jiaozuo (410800) by the plan.
public struct CountyTable: Sendable {
  /// The 457 counties of August 2018, by code.
  public let counties: [County]
  /// The codes of other vintages that are known.
  public let recodings: [Recoding]
  /// Development zones and what joined a city later.
  public let unlisted: [UnlistedUnit]

  private let positions: [String: Int]
  private let recodingPositions: [String: Int]
  private let unlistedPositions: [String: Int]
  private let namesByCode: [String: [String]]

  init(
    counties: [County], recodings: [Recoding], unlisted: [UnlistedUnit],
    renamings: [(code: String, name: String)]
  ) {
    self.counties = counties
    self.recodings = recodings
    self.unlisted = unlisted
    positions = Self.index(counties.map(\.code))
    recodingPositions = Self.index(recodings.map(\.code))
    unlistedPositions = Self.index(unlisted.map(\.code))
    var names: [String: [String]] = [:]
    for county in counties { names[county.code, default: []].append(county.name) }
    for renaming in renamings { names[renaming.code, default: []].append(renaming.name) }
    for recoding in recodings where recoding.kind != .statistical {
      for code in recoding.countyCodes { names[code, default: []].append(recoding.name) }
    }
    namesByCode = names
  }

  private static func index(_ codes: [String]) -> [String: Int] {
    var positions: [String: Int] = [:]
    for (index, code) in codes.enumerated() { positions[code] = index }
    return positions
  }

  /// The county of August 2018 with exactly this six-digit code.
  public func county(code: String) -> County? {
    positions[code].map { counties[$0] }
  }

  /// The inspected city of a county, township or village code of any known vintage.
  public func city(ofCounty code: String) -> City? {
    resolve(code).cityCode.flatMap(CampaignData.city(code:))
  }

  /// The counties of August 2018 that the plan puts in a city, by code.
  public func counties(ofCity cityCode: String) -> [County] {
    counties.filter { $0.cityCode == cityCode }
  }

  /// What a code stands for; of 9 and 12 digits (township, village) the first six count.
  public func resolve(_ code: String) -> CountyResolution {
    guard [6, 9, 12].contains(code.utf8.count), code.utf8.allSatisfy({ 48...57 ~= $0 }) else {
      return .unknown
    }
    let six = String(code.prefix(6))
    if let county = county(code: six) { return .known(county) }
    if let position = recodingPositions[six] {
      let recoding = recodings[position]
      if let county = recoding.countyCodes.first.flatMap({ self.county(code: $0) }) {
        return .recoded(county, recoding)
      }
    }
    return unlistedPositions[six].map { .unlisted(unlisted[$0]) } ?? .unknown
  }

  /// The names of a county of August 2018: its own first, then those of other years.
  public func names(ofCounty code: String) -> [String] {
    namesByCode[code] ?? []
  }
}
