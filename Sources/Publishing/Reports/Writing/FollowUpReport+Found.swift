import CampaignData
import Geo
import Inspection

extension FollowUpReport {
  /// What was found in all, and week by week.
  func foundSection(_ total: HitRate) -> ReportSection {
    let found = total.found
    let teams = figures.rates(by: .team).count { !$0.key.isEmpty }
    var blocks: [ReportBlock] = [
      .paragraph(
        ReportText.foundSentence.phrase(
          ReportCell.grouped(teams), ReportCell.grouped(found.trials),
          ReportCell.grouped(found.successes), Self.per100(found.rate),
          Self.per100(found.interval.lowerBound), Self.per100(found.interval.upperBound)))
    ]
    if let programme = Self.programmeRate {
      blocks.append(.note(ReportText.foundProgramme.phrase(Self.per100(programme))))
    }
    blocks.append(
      .chart(
        ReportChart(
          key: "chart-weeks", title: ReportText.chartWeeks.phrase(),
          about: ReportText.chartWeeksAbout.phrase(),
          plot: .line(
            LinePlot(
              points: figures.weeks.map { week in
                LinePlot.Point(
                  week.monday, week.found.rate * 100, Self.hundred(week.found.interval))
              }, unit: ReportText.axisPer100.phrase())))))
    blocks.append(.table(weekTable))
    return ReportSection("found", ReportText.sectionFound.phrase(), blocks)
  }

  private var weekTable: ReportTable {
    var table = ReportTable(
      key: "weeks", caption: ReportText.chartWeeks.phrase(),
      columns: [.init("week", ReportText.columnWeek.phrase(), isNumber: false)]
        + Self.rateColumns)
    for week in figures.weeks {
      table.append(
        week.monday.description,
        [.text(ReportPhrase(week.monday.description))] + Self.cells(week.found))
    }
    return table
  }

  /// Problems by visit in the campaign's first two months, as published.
  private static var programmeRate: Double? {
    func figure(_ key: String) -> Double? { CampaignData.figures.first { $0.key == key }?.value }
    guard let visits = figure("first_months_visits"), let found = figure("first_months_problems")
    else { return nil }
    return found / visits
  }

  /// The columns of a number of visits and what they found.
  static var rateColumns: [ReportTable.Column] {
    [
      .init("visits", ReportText.columnVisits.phrase()),
      .init("problems", ReportText.columnProblems.phrase()),
      .init("per_100", ReportText.columnRate.phrase()),
      .init("low", ReportText.columnLow.phrase()), .init("high", ReportText.columnHigh.phrase()),
    ]
  }

  /// The values of `rateColumns`.
  static func cells(_ found: Proportion) -> [ReportCell] {
    guard found.trials > 0 else { return [.count(0), .count(0), .none, .none, .none] }
    return [
      .count(found.trials), .count(found.successes), .decimal(found.rate * 100, places: 1),
      .decimal(found.interval.lowerBound * 100, places: 1),
      .decimal(found.interval.upperBound * 100, places: 1),
    ]
  }

  /// An interval of a rate, per 100.
  static func hundred(_ interval: ClosedRange<Double>) -> ClosedRange<Double> {
    interval.lowerBound * 100...interval.upperBound * 100
  }

  /// A table of the parts of a kind.
  func rateTable(
    _ key: String, _ caption: ReportText, _ column: ReportText, _ rates: [HitRate],
    shownRows: Int? = nil
  ) -> ReportTable {
    var table = ReportTable(
      key: key, caption: caption.phrase(),
      columns: [.init(key, column.phrase(), isNumber: false)] + Self.rateColumns,
      shownRows: shownRows)
    for rate in rates {
      table.append(rate.key, [.text(names.part(rate.kind, rate.key))] + Self.cells(rate.found))
    }
    return table
  }

  /// A point and an interval for each part, beside the rate of all visits.
  func ratePlot(_ rates: [HitRate], _ total: HitRate) -> ReportChart.Plot {
    .intervals(
      IntervalPlot(
        rows: rates.map { rate in
          IntervalPlot.Row(
            names.part(rate.kind, rate.key), rate.found.rate * 100,
            Self.hundred(rate.found.interval))
        }, unit: ReportText.axisPer100.phrase(),
        reference: .init(
          value: total.found.rate * 100,
          name: ReportText.overall.phrase(Self.per100(total.found.rate)))))
  }
}
