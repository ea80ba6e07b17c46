import CampaignData
import Inspection

extension FollowUpReport {
  /// Townships of all cities: how many there are, visited, planned and not visited.
  var reachTotal: (all: Int, visited: Int, planned: Int) {
    figures.reach.reduce((0, 0, 0)) {
      ($0.0 + $1.townships, $0.1 + $1.visited, $0.2 + $1.plannedOnly)
    }
  }

  /// Which townships the round reached.
  var reachSection: ReportSection {
    let total = reachTotal
    guard let round = figures.reachRound, total.all > 0 else {
      return ReportSection("townships", ReportText.sectionReach.phrase())
    }
    return ReportSection(
      "townships", ReportText.sectionReach.phrase(),
      [
        .paragraph(
          ReportText.reachSentence.phrase(
            "\(round.number)", figures.period.lastDay.description,
            ReportCell.grouped(total.all), ReportCell.grouped(total.visited),
            Decimal.text(Self.percent(total.visited, of: total.all), places: 1),
            ReportCell.grouped(total.planned),
            ReportCell.grouped(total.all - total.visited - total.planned))),
        .note(ReportText.reachPlanNote.phrase()), .chart(reachChart), .table(reachTable),
        .table(roundTable),
      ])
  }

  private var reachChart: ReportChart {
    let title = figures.cityCode == nil ? ReportText.chartReach : .chartReachCounties
    let rows = figures.reach.sorted {
      (Self.percent($1.visited, of: $1.townships), $0.cityCode)
        < (Self.percent($0.visited, of: $0.townships), $1.cityCode)
    }.map { reach in
      BarPlot.Row(
        names.city(reach.cityCode),
        [reach.visited, reach.plannedOnly, reach.missing].map {
          Self.percent($0, of: reach.townships)
        })
    }
    return ReportChart(
      key: "chart-reach", title: title.phrase(), about: ReportText.chartReachAbout.phrase(),
      plot: .bars(
        BarPlot(
          series: [
            ReportText.reachVisited.phrase(), ReportText.reachPlanned.phrase(),
            ReportText.reachMissing.phrase(),
          ], rows: rows, unit: ReportText.axisPercent.phrase(), places: 0, limit: 100)))
  }

  private static var columns: [ReportTable.Column] {
    [
      .init("townships", ReportText.columnTownships.phrase()),
      .init("visited", ReportText.columnVisited.phrase()),
      .init("planned", ReportText.columnPlanned.phrase()),
      .init("missing", ReportText.columnMissing.phrase()),
      .init("share", ReportText.columnShare.phrase()),
    ]
  }

  private static func cells(_ reach: TownshipReach) -> [ReportCell] {
    [
      .count(reach.townships), .count(reach.visited), .count(reach.plannedOnly),
      .count(reach.missing), .decimal(percent(reach.visited, of: reach.townships), places: 1),
    ]
  }

  private var reachTable: ReportTable {
    var table = ReportTable(
      key: "townships", caption: ReportText.tableReach.phrase(),
      columns: [.init("city", ReportText.columnCity.phrase(), isNumber: false)] + Self.columns)
    for reach in figures.reach {
      table.append(reach.cityCode, [.text(names.city(reach.cityCode))] + Self.cells(reach))
    }
    return table
  }

  private var roundTable: ReportTable {
    var table = ReportTable(
      key: "townships_by_round", caption: ReportText.tableReachRounds.phrase(),
      columns: [.init("round", ReportText.columnRound.phrase(), isNumber: false)]
        + Self.columns.filter { $0.key == "townships" || $0.key == "visited" || $0.key == "share" })
    for (round, reach) in figures.reachByRound {
      table.append(
        "\(round)",
        [
          .text(ReportPhrase("\(round)")), .count(reach.townships), .count(reach.visited),
          .decimal(Self.percent(reach.visited, of: reach.townships), places: 1),
        ])
    }
    return table
  }

  static func percent(_ part: Int, of all: Int) -> Double { 100 * Double(part) / Double(all) }
}
