import Geo
import Inspection

extension FollowUpReport {
  /// Due complaints with a place that had a visit in time, of all.
  var complaintTotal: Proportion {
    Proportion(
      figures.complaints.reduce(0) { $0 + $1.visited.successes },
      of: figures.complaints.reduce(0) { $0 + $1.visited.trials })
  }

  /// What became of complaints and alerts.
  var complaintSection: ReportSection {
    let total = complaintTotal
    let unplaced = figures.complaints.reduce(0) { $0 + $1.withoutPlace }
    var blocks: [ReportBlock] = []
    if total.trials == 0 {
      blocks.append(.paragraph(ReportText.complaintsNone.phrase("\(figures.rule.days)")))
    } else {
      blocks.append(
        .paragraph(
          ReportText.complaintsSentence.phrase(
            ReportCell.grouped(total.trials), "\(figures.rule.days)",
            ReportCell.grouped(total.successes), Decimal.text(figures.rule.metres, places: 0),
            Self.per100(total.rate), Self.per100(total.interval.lowerBound),
            Self.per100(total.interval.upperBound), ReportCell.grouped(unplaced))))
      blocks.append(.note(ReportText.complaintsNote.phrase()))
      let waits = figures.complaints.flatMap(\.waits)
      if !waits.isEmpty {
        blocks.append(
          .chart(
            ReportChart(
              key: "chart-waits", title: ReportText.chartWaits.phrase(),
              about: ReportText.chartWaitsAbout.phrase(),
              plot: .histogram(
                HistogramPlot(
                  waits, valueName: ReportText.axisDays.phrase(),
                  countName: ReportText.axisComplaints.phrase())))))
      }
      blocks.append(.table(complaintTable))
    }
    let alerts = figures.alerts
    blocks.append(
      .paragraph(
        ReportText.alertsSentence.phrase(
          ReportCell.grouped(alerts.alerts), ReportCell.grouped(alerts.cells.trials),
          ReportCell.grouped(alerts.cells.successes))))
    return ReportSection("complaints", ReportText.sectionComplaints.phrase(), blocks)
  }

  private var complaintTable: ReportTable {
    var table = ReportTable(
      key: "complaints", caption: ReportText.tableComplaints.phrase(),
      columns: [
        .init("city", ReportText.columnCity.phrase(), isNumber: false),
        .init("due", ReportText.columnDue.phrase()),
        .init("visited", ReportText.columnInTime.phrase()),
        .init("share", ReportText.columnShare.phrase()),
        .init("low", ReportText.columnLow.phrase()),
        .init("high", ReportText.columnHigh.phrase()),
        .init("without_place", ReportText.columnUnplaced.phrase()),
      ])
    for city in figures.complaints {
      let visited = city.visited
      let isKnown = visited.trials > 0
      table.append(
        city.cityCode,
        [
          .text(names.city(city.cityCode)), .count(visited.trials), .count(visited.successes),
          .decimal(visited.rate * 100, places: 1),
          .decimal(isKnown ? visited.interval.lowerBound * 100 : .nan, places: 1),
          .decimal(isKnown ? visited.interval.upperBound * 100 : .nan, places: 1),
          .count(city.withoutPlace),
        ])
    }
    return table
  }
}
