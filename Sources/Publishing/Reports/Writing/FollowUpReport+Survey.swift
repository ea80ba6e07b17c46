import Inspection

extension FollowUpReport {
  /// Fewer drawn sites are no line of their own.
  private static let fewestDrawn = 10

  /// What the random share says of all sites.
  var surveySection: ReportSection {
    guard let all = figures.survey.first(where: { $0.kind == "all" }), all.estimate.visited > 0
    else {
      return ReportSection(
        "survey", ReportText.sectionSurvey.phrase(), [.paragraph(ReportText.surveyNone.phrase())])
    }
    let estimate = all.estimate
    var blocks: [ReportBlock] = [
      .paragraph(
        ReportText.surveySentence.phrase(
          ReportCell.grouped(estimate.visited + estimate.missing),
          ReportCell.grouped(estimate.visited), Self.per100(estimate.rate),
          Self.per100(estimate.interval.lowerBound), Self.per100(estimate.interval.upperBound)))
    ]
    if estimate.missing > 0 {
      blocks.append(.note(ReportText.surveyMissing.phrase(ReportCell.grouped(estimate.missing))))
    }
    return ReportSection(
      "survey", ReportText.sectionSurvey.phrase(), blocks + [.table(surveyTable)])
  }

  private var surveyTable: ReportTable {
    var table = ReportTable(
      key: "survey", caption: ReportText.tableSurvey.phrase(),
      columns: [
        .init("group", ReportText.columnGroup.phrase(), isNumber: false),
        .init("drawn", ReportText.columnDrawn.phrase()),
        .init("visited", ReportText.columnVisited.phrase()),
        .init("not_visited", ReportText.columnNotVisited.phrase()),
        .init("per_100", ReportText.columnRate.phrase()),
        .init("low", ReportText.columnLow.phrase()),
        .init("high", ReportText.columnHigh.phrase()),
        .init("sites", ReportText.columnSites.phrase()),
      ])
    for domain in figures.survey {
      let estimate = domain.estimate
      let drawn = estimate.visited + estimate.missing
      guard domain.kind == "all" || drawn >= Self.fewestDrawn else { continue }
      table.append(
        domain.kind == "all" ? "all" : "\(domain.kind) \(domain.name)",
        [
          .text(name(of: domain)), .count(drawn), .count(estimate.visited),
          .count(estimate.missing), .decimal(estimate.rate * 100, places: 1),
          .decimal(estimate.interval.lowerBound * 100, places: 1),
          .decimal(estimate.interval.upperBound * 100, places: 1),
          .decimal(domain.totalByRound.value, places: 0),
        ])
    }
    return table
  }

  private func name(of domain: SurveyDomain) -> ReportPhrase {
    switch domain.kind {
    case "round": ReportText.roundNumber.phrase(domain.name)
    case "city": names.city(domain.name)
    case "topic": names.word(domain.name, of: "topic")
    default: ReportText.all.phrase()
    }
  }
}
