import CampaignData
import Geo
import Inspection

extension HandoverPage {
  /// Rows of sites visited in vain that people are shown.
  private static let shownVain = 10

  /// Townships that the round has not been to.
  var townshipSection: ReportSection {
    let sentence: ReportPhrase
    if handover.unvisited.isEmpty {
      sentence = ReportText.handoverAllVisited.phrase("\(round.number)")
    } else {
      sentence = ReportText.handoverUnvisitedList.phrase([
        Self.list(handover.unvisited.map(township)),
        ReportPhrase("\(handover.neverVisited.count)"),
      ])
    }
    var table = ReportTable(
      key: "handover_unvisited", caption: ReportText.handoverUnvisited.phrase(),
      columns: [
        .init("township", ReportText.columnTownship.phrase(), isNumber: false),
        .init("county", ReportText.columnCounty.phrase(), isNumber: false),
        .init("ever", ReportText.columnVisitedEver.phrase(), isNumber: false),
      ], shownRows: 0)
    for index in handover.unvisited {
      let township = facts.townships[index]
      let isNew = handover.neverVisited.contains(index)
      table.append(
        "\(team.id):\(township.code)",
        [
          .text(self.township(index)), .text(names.county(township.countyCode)),
          .text(isNew ? ReportText.handoverNo.phrase() : ReportText.handoverYes.phrase()),
        ])
    }
    return ReportSection(
      "townships", ReportText.handoverUnvisited.phrase(), [.paragraph(sentence), .table(table)])
  }

  /// Sites where a visit came to nothing.
  var vainSection: ReportSection {
    guard !handover.inVain.isEmpty else {
      return ReportSection(
        "vain", ReportText.handoverVain.phrase(), [.paragraph(ReportText.handoverNone.phrase())])
    }
    var table = ReportTable(
      key: "handover_vain", caption: ReportText.handoverVainAbout.phrase(),
      columns: [
        .init("site", ReportText.columnSite.phrase(), isNumber: false),
        .init("township", ReportText.columnTownship.phrase(), isNumber: false),
        .init("outcome", ReportText.columnOutcome.phrase(), isNumber: false),
        .init("last", ReportText.columnLastVisit.phrase(), isNumber: false),
        .init("times", ReportText.columnTimes.phrase()),
      ], shownRows: Self.shownVain)
    for vain in handover.inVain {
      table.append(
        "\(team.id):\(facts.sites[vain.site].id)",
        [
          .text(site(vain.site)), .text(township(vain.township)),
          .text(names.word(vain.outcome, of: "outcome")),
          .text(ReportPhrase(vain.day.description)), .count(vain.times),
        ])
    }
    return ReportSection("vain", ReportText.handoverVain.phrase(), [.table(table)])
  }

  /// What there is: industries of the counties.
  var groundSection: ReportSection {
    var table = ReportTable(
      key: "handover_industries", caption: ReportText.handoverIndustries.phrase(),
      columns: [
        .init("county", ReportText.columnCounty.phrase(), isNumber: false),
        .init("industry", ReportText.columnIndustry.phrase(), isNumber: false),
        .init("sites", ReportText.columnAllSites.phrase()),
        .init("with_problem", ReportText.columnProblems.phrase()),
      ], shownRows: 0)
    for count in handover.industries {
      table.append(
        "\(team.id):\(count.countyCode):\(count.industry)",
        [
          .text(names.county(count.countyCode)), .text(names.word(count.industry, of: "industry")),
          .count(count.sites), .count(count.withProblem),
        ])
    }
    return ReportSection(
      "industries", ReportText.handoverIndustries.phrase(),
      [.paragraph(industrySentence), .table(table)])
  }

  /// The first industries of the counties that have most sites.
  private var industrySentence: ReportPhrase {
    let counties = Dictionary(grouping: handover.industries, by: \.countyCode)
    let sizes = counties.mapValues { $0.reduce(0) { $0 + $1.sites } }
    let largest = counties.keys.sorted { (sizes[$1] ?? 0, $0) < (sizes[$0] ?? 0, $1) }
    guard !largest.isEmpty else { return ReportText.handoverNone.phrase() }
    let sentences = largest.prefix(4).map { county in
      let words = (counties[county] ?? []).prefix(largest.count > 2 ? 3 : 5).map { count in
        ReportText.handoverIndustry.phrase([
          names.word(count.industry, of: "industry"), ReportPhrase("\(count.sites)"),
          ReportPhrase("\(count.withProblem)"),
        ])
      }
      return ReportText.handoverCounty.phrase([names.county(county), Self.list(Array(words))])
    }
    return ReportPhrase(
      zh: sentences.map(\.zh).joined(), en: sentences.map(\.en).joined(separator: " "))
  }
}
