import CampaignData
import Geo
import Inspection

/// One team's page of a hand-over.
struct HandoverPage {
  let handover: TeamHandover
  let round: CampaignRound
  let facts: Facts
  let asOf: Moment
  let names: ReportNames

  init(
    _ handover: TeamHandover, round: CampaignRound, facts: Facts, asOf: Moment, names: ReportNames
  ) {
    self.handover = handover
    self.round = round
    self.facts = facts
    self.asOf = asOf
    self.names = names
  }

  var team: Team { facts.teams[handover.team] }

  /// How many names a sentence lists.
  static let named = 14

  /// The page.
  var document: ReportDocument {
    let counties = Set(handover.townships.map { facts.townships[$0].countyCode }).sorted()
    var document = ReportDocument(
      title: ReportText.handoverTeam.phrase([names.team(team.id), names.city(team.cityCode)]),
      subtitle: ReportText.handoverGround.phrase([
        ReportPhrase(recorded: counties.map { names.county($0).zh }.joined(separator: "、")),
        ReportPhrase("\(handover.townships.count)"),
      ]), asOf: asOf)
    document.key = "team-" + Self.anchor(team.id)
    document.figures = figures
    document.sections = [
      placeSection, problemSection, townshipSection, vainSection, groundSection, followSection,
    ]
    return document
  }

  private var figures: [KeyFigure] {
    let due = handover.problems.count(where: \.isDue)
    return [
      KeyFigure(
        "\(handover.found.trials)", ReportText.handoverVisits.phrase("\(round.number)"),
        detail: ReportText.handoverFound.phrase("\(handover.found.successes)")),
      KeyFigure(
        "\(handover.problems.count)", ReportText.handoverOpen.phrase(),
        detail: ReportText.handoverOverdue.phrase(
          "\(handover.problems.count(where: \.isOverdue))", "\(due)")),
      KeyFigure(
        "\(handover.unvisited.count)", ReportText.handoverUnvisited.phrase(),
        detail: ReportText.ofAll.phrase("\(handover.townships.count)")),
      KeyFigure(
        "\(handover.alerts.count + handover.complaints.count)",
        ReportText.handoverClues.phrase(),
        detail: ReportText.handoverFollowDetail.phrase(
          "\(handover.alerts.count)", "\(handover.complaints.count)")),
    ]
  }

  /// A name as part of an address within a page.
  static func anchor(_ name: String) -> String {
    name.unicodeScalars.map { scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "-"
        ? String(scalar) : "_" + String(scalar.value, radix: 16)
    }.joined()
  }

  /// Some names in a row; of many the first ones and how many more there are.
  static func list(_ names: [ReportPhrase]) -> ReportPhrase {
    let first = names.prefix(named)
    let zh = first.map(\.zh).joined(separator: "、")
    let en = first.map(\.en).joined(separator: ", ")
    guard names.count > named else { return ReportPhrase(zh: zh, en: en) }
    return ReportText.handoverMore.phrase([
      ReportPhrase(zh: zh, en: en), ReportPhrase("\(names.count - named)"),
    ])
  }

  func township(_ index: Int) -> ReportPhrase {
    guard index >= 0 else { return ReportText.unknown.phrase() }
    return ReportPhrase(recorded: facts.townships[index].name)
  }

  func site(_ index: Int) -> ReportPhrase {
    guard index >= 0 else { return ReportText.unknown.phrase() }
    return ReportPhrase(recorded: facts.sites[index].name)
  }
}
