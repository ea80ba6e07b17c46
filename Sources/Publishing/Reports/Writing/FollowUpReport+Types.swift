import CampaignData
import Geo
import Inspection

extension FollowUpReport {
  /// More types than these are one column.
  private static let typeColumns = 7

  /// What kind of problems, and what kind of visits.
  func typeSection(_ total: HitRate) -> ReportSection {
    let all = figures.problems.reduce(0) { $0 + $1.count }
    let untyped = figures.problems.reduce(0) { $0 + ($1.type.isEmpty ? $1.count : 0) }
    var blocks: [ReportBlock] = []
    if untyped > 0 {
      blocks.append(
        .note(
          ReportText.typesMissing.phrase(
            ReportCell.grouped(all), ReportCell.grouped(untyped))))
    }
    if all > untyped { blocks += typeBlocks }
    let topics = figures.rates(by: .topic)
    let rows = Self.inOrder(topics, of: CampaignData.topics.map(\.key))
    blocks += [
      .chart(
        ReportChart(
          key: "chart-topics", title: ReportText.chartTopics.phrase(),
          about: ReportText.chartPlacesAbout.phrase(), plot: ratePlot(rows, total))),
      .table(rateTable("topics", .tableTopics, .columnTopic, rows)),
      .table(rateTable("basis", .tableBasis, .columnBasis, figures.rates(by: .basis))),
      .table(rateTable("kinds", .tableKinds, .columnKind, figures.rates(by: .siteKind))),
    ]
    if case .week = figures.period.kind, figures.rates(by: .round).count > 1 {
      blocks.append(
        .table(rateTable("rounds", .tableRounds, .columnRound, figures.rates(by: .round))))
    }
    blocks.append(.table(outcomeTable(total)))
    return ReportSection("types", ReportText.sectionTypes.phrase(), blocks)
  }

  private static func inOrder(_ rates: [HitRate], of keys: [String]) -> [HitRate] {
    keys.compactMap { key in rates.first { $0.key == key } }
      + rates.filter { !keys.contains($0.key) }
  }

  /// Problems by type, and by city and type.
  private var typeBlocks: [ReportBlock] {
    var counts: [String: (all: Int, serious: Int)] = [:]
    for tally in figures.problems {
      counts[tally.type, default: (0, 0)].all += tally.count
      counts[tally.type, default: (0, 0)].serious += tally.serious
    }
    let types = counts.keys.sorted {
      (counts[$1]?.all ?? 0, $0) < (counts[$0]?.all ?? 0, $1)
    }
    let sum = counts.values.reduce(0) { $0 + $1.all }
    var table = ReportTable(
      key: "problem_types", caption: ReportText.tableTypes.phrase(),
      columns: [
        .init("type", ReportText.columnType.phrase(), isNumber: false),
        .init("number", ReportText.columnCount.phrase()),
        .init("share", ReportText.columnShare.phrase()),
        .init("serious", ReportText.columnSerious.phrase()),
      ])
    for type in types {
      let count = counts[type] ?? (0, 0)
      table.append(
        TelephoneMask.masked(type),
        [
          .text(names.word(type, of: "problem_type")), .count(count.all),
          .decimal(100 * Double(count.all) / Double(sum), places: 1), .count(count.serious),
        ])
    }
    let plot = BarPlot(
      series: [ReportText.columnCount.phrase()],
      rows: types.prefix(20).map {
        BarPlot.Row(names.word($0, of: "problem_type"), [Double(counts[$0]?.all ?? 0)])
      }, unit: ReportText.columnCount.phrase())
    return [
      .chart(
        ReportChart(
          key: "chart-types", title: ReportText.chartTypes.phrase(),
          about: ReportText.chartTypesAbout.phrase(), plot: .bars(plot))),
      .table(table), .table(cityTypeTable(types)),
    ]
  }

  /// Each city's problems by the commonest types.
  private func cityTypeTable(_ types: [String]) -> ReportTable {
    let named = Array(types.filter { !$0.isEmpty }.prefix(Self.typeColumns))
    var table = ReportTable(
      key: "city_types", caption: ReportText.tableCityTypes.phrase(),
      columns: [
        .init("city", ReportText.columnCity.phrase(), isNumber: false),
        .init("all", ReportText.all.phrase()),
      ]
        + named.map { type in
          .init("type_" + TelephoneMask.masked(type), names.word(type, of: "problem_type"))
        }
        + [.init("other", ReportText.other.phrase())])
    let cities = Dictionary(grouping: figures.problems, by: \.cityCode)
    let order = cities.keys.sorted { one, other in
      let (many, few) = (Self.sum(cities[one]), Self.sum(cities[other]))
      return many != few ? many > few : one < other
    }
    for city in order {
      let tallies = cities[city] ?? []
      let counts = named.map { type in Self.sum(tallies.filter { $0.type == type }) }
      let all = Self.sum(tallies)
      table.append(
        city,
        [.text(names.city(city)), .count(all)] + counts.map { .count($0) }
          + [.count(all - counts.reduce(0, +))])
    }
    return table
  }

  private static func sum(_ tallies: [ProblemTally]?) -> Int {
    (tallies ?? []).reduce(0) { $0 + $1.count }
  }

  /// Outcomes by kind of site.
  private func outcomeTable(_ total: HitRate) -> ReportTable {
    let kinds = Set(figures.outcomes.map(\.siteKind)).sorted()
    let order = CampaignData.vocabulary(named: "outcome")?.terms.map(\.key) ?? []
    let outcomes = Set(figures.outcomes.map(\.outcome))
    var table = ReportTable(
      key: "outcomes", caption: ReportText.tableOutcomes.phrase(),
      columns: [
        .init("outcome", ReportText.columnOutcome.phrase(), isNumber: false),
        .init("visits", ReportText.columnVisits.phrase()),
        .init("share", ReportText.columnShare.phrase()),
      ] + kinds.map { .init("kind_\($0)", names.word($0, of: "site_kind")) })
    for outcome in order.filter(outcomes.contains)
      + outcomes.filter({ !order.contains($0) }).sorted()
    {
      let tallies = figures.outcomes.filter { $0.outcome == outcome }
      let all = tallies.reduce(0) { $0 + $1.visits }
      table.append(
        outcome,
        [
          .text(names.word(outcome, of: "outcome")), .count(all),
          .decimal(100 * Double(all) / Double(total.found.trials), places: 1),
        ] + kinds.map { kind in .count(tallies.first { $0.siteKind == kind }?.visits ?? 0) })
    }
    return table
  }
}
