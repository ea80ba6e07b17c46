import CampaignData
import Geo
import Inspection

/// Townships as the round has them: whose they are, and which have been visited.
enum CoverageLayers {
  /// The layers `areas` and `coverage` of a round.
  /// - Parameters:
  ///   - standing: every township's standing by what is known.
  ///   - planned: released stops of the round by township code.
  static func layers(
    _ standing: [TownshipCoverage], _ facts: Facts, round: Int, planned: [String: Int]
  ) -> [ServedLayer] {
    var areas = LayerDraft("areas", .teams, .area, fields: areaFields)
    var coverage = LayerDraft("coverage", .coverage, .area, fields: coverageFields)
    for item in standing {
      let township = facts.townships[item.township]
      let team = item.team.map { facts.teams[$0] }
      let names: [FieldValue] = [
        .text(township.code), .text(township.name), .text(township.countyCode),
        .text(township.county), .text(township.cityCode),
        .text(CampaignData.city(code: township.cityCode)?.nameZH ?? township.cityCode),
      ]
      let owner: [FieldValue] = [.init(team?.id), .init(team?.name)]
      areas.append(names + owner, .area(township.area))
      let stops = planned[township.code] ?? 0
      let word = item.visitsInRound > 0 ? "visited" : stops > 0 ? "planned" : "missing"
      coverage.append(
        names + [
          .init(round), .integer(Int64(item.visitsEver)), .integer(Int64(item.visitsInRound)),
          .integer(Int64(stops)), .text(word), .text(township.source),
        ], .area(township.area))
    }
    return [areas.layer(team: "team_id"), coverage.layer()]
  }

  private static let nameFields: [LayerField] = [
    "code", "name", "county_code", "county", "city_code", "city",
  ].map { LayerField($0, LayerWords.heading($0, ofList: "coverage"), .text) }

  private static let areaFields =
    nameFields
    + ["team_id", "team"].map {
      LayerField($0, LayerWords.heading($0, ofList: "coverage"), .text)
    }

  private static let coverageFields =
    nameFields
    + ["round", "visits_ever", "visits_in_round"].map {
      LayerField($0, LayerWords.heading($0, ofList: "coverage"), .integer)
    } + [
      LayerField(
        "planned", LayerWords.heading("planned", ofList: "coverage"), .integer, privacy: .plans),
      LayerField(
        "standing", LayerWords.heading("standing", ofList: "coverage"), .text, privacy: .plans),
      LayerField("source", LayerWords.heading("source", ofList: "coverage"), .text),
    ]
}
