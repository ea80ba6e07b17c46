import Geo
import Inspection

extension FollowUpReport {
  /// More counties are not drawn.
  private static let (drawnPlaces, shownCounties) = (40, 25)

  /// Cities, or the counties of the only one.
  func placeSection(_ total: HitRate) -> ReportSection {
    let isCity = figures.cityCode != nil
    let cities = Self.byProblems(figures.rates(by: .city))
    let counties = Self.byProblems(figures.rates(by: .county))
    let drawn = (isCity ? counties : cities).prefix(Self.drawnPlaces)
      .sorted { ($0.found.rate, $1.key) > ($1.found.rate, $0.key) }
    let title = isCity ? ReportText.chartCounties : .chartCities
    var blocks: [ReportBlock] = [
      .chart(
        ReportChart(
          key: "chart-places", title: title.phrase(),
          about: ReportText.chartPlacesAbout.phrase(), plot: ratePlot(drawn, total)))
    ]
    if !isCity { blocks.append(.table(rateTable("cities", .tableCities, .columnCity, cities))) }
    blocks.append(.table(countyTable(counties, shownRows: isCity ? nil : Self.shownCounties)))
    return ReportSection(
      "places", (isCity ? ReportText.sectionCounties : .sectionCities).phrase(), blocks)
  }

  /// Counties of several cities may share a name, so the city stands beside it.
  private func countyTable(_ counties: [HitRate], shownRows: Int?) -> ReportTable {
    var table = ReportTable(
      key: "counties", caption: ReportText.tableCounties.phrase(),
      columns: [
        .init("county", ReportText.columnCounty.phrase(), isNumber: false),
        .init("city", ReportText.columnCity.phrase(), isNumber: false),
      ] + Self.rateColumns, shownRows: shownRows)
    for county in counties {
      table.append(
        county.key,
        [.text(names.county(county.key)), .text(names.city(ofCounty: county.key))]
          + Self.cells(county.found))
    }
    return table
  }

  /// By problems, then by fewer visits, then by key.
  static func byProblems(_ rates: [HitRate]) -> [HitRate] {
    rates.sorted { one, other in
      if one.found.successes != other.found.successes {
        return one.found.successes > other.found.successes
      }
      if one.found.trials != other.found.trials { return one.found.trials < other.found.trials }
      return one.key < other.key
    }
  }
}
