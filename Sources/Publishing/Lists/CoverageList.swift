import CampaignData
import Inspection

/// Every township's standing in a round as a table.
enum CoverageList {
  /// The table `coverage.csv`, a row a township in the order of the facts.
  static func text(
    of coverage: [TownshipCoverage], facts: Facts, language: Language
  ) -> String {
    var table = DelimitedText(list: "coverage", language: language)
    for standing in coverage { table.append(row(standing, facts: facts)) }
    return table.text
  }

  private static func row(_ standing: TownshipCoverage, facts: Facts) -> [String] {
    let township = facts.townships[standing.township]
    let team = standing.team.map { facts.teams[$0] }
    return [
      township.code, township.name, township.countyCode, township.county, township.cityCode,
      CityNames.name(township.cityCode, in: .zh), team?.id ?? "", team?.name ?? "",
      String(standing.visitsEver), String(standing.visitsInRound), String(standing.planned),
      standing.firstPlanned?.description ?? "", standing.isCovered ? "yes" : "no",
      standing.gap?.rawValue ?? "", standing.gap?.zh ?? "", standing.gap?.en ?? "",
      township.source,
    ]
  }
}

extension TownshipCoverage {
  /// True if the round has been there or will be.
  var isCovered: Bool { visitsInRound > 0 || planned > 0 }
}
