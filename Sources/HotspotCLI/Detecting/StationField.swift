import CampaignData
import Foundation
import Geo
import Terminal

/// Monthly means of stations, brought to cells.
struct StationField {
  let series: StationSeries
  let places: StationPlaces
  /// Days that a station's month needs.
  let leastDays: Int

  /// The stations' positions in the grid's plane, in the order of the series.
  private let xs: [Double]
  private let ys: [Double]

  /// Places the stations; throws if one of the series has no place.
  init(_ series: StationSeries, _ places: StationPlaces, leastDays: Int) throws {
    var positions: [Coordinate] = []
    for name in series.names {
      guard let position = places.positions[name] else {
        throw CommandFailure(
          status: .badData, message: "station \"\(name)\" has no place", file: series.path,
          hint: "Give a table with station, lon and lat by --places. Stations with a place: "
            + places.positions.keys.sorted().prefix(20).joined(separator: ", ") + ".")
      }
      positions.append(position)
    }
    var transformer = try Transformer(from: .wgs84, to: .albersChina)
    transformer.transform(&positions)
    self.series = series
    self.places = places
    self.leastDays = leastDays
    xs = positions.map(\.x)
    ys = positions.map(\.y)
  }

  /// The cells of our own grid that hold a station, by identifier.
  func stationCells() -> CellLayer {
    let grid = EqualAreaGrid()
    var cities: [CellID: String] = [:]
    for (station, name) in series.names.enumerated() {
      cities[grid.cell(at: Coordinate(xs[station], ys[station]))] = places.cities[name] ?? ""
    }
    let cells = cities.keys.sorted()
    return CellLayer(
      path: series.path, ids: cells.map(\.description), cities: cells.map { cities[$0] },
      areas: cells.map { MultiPolygon([grid.polygon(of: $0)]) },
      reference: .system(.albersChina), wasHot: nil)
  }

  /// Estimates cells at their centres in all months that have stations.
  ///
  /// The method with the least leave-one-out error over all those months is taken for all of them,
  /// so that a change is not one of methods.
  func field(
    of months: Set<CalendarMonth>, at cells: CellLayer, _ record: inout AnalysisRecord
  ) throws -> MonthlyField {
    let means = months.sorted().map { ($0, series.means(of: $0, least: leastDays)) }
    let usable = means.filter { $0.1.count { !$0.isNaN } >= 3 }
    noteSeries(means.map(\.1), &record)
    guard !usable.isEmpty else {
      throw CommandFailure(
        status: .badData,
        message: "no month asked for has three stations with \(leastDays) days of values",
        file: series.path, hint: "Check --month, or lower the setting month_days.")
    }
    let samples = usable.map { Samples(xs: xs, ys: ys, values: $0.1) }
    let method = try choose(samples, &record)
    let centres = try cells.areas(in: .system(.albersChina), file: cells.path).map {
      $0.centroid ?? Coordinate(.nan, .nan)
    }
    var field = MonthlyField()
    let digest = [series.path, places.path].map {
      InputDigest.hexadecimal(ofFile: $0) ?? InputDigest.hexadecimal(of: $0)
    }.joined(separator: " ")
    for ((month, values), samples) in zip(usable, samples) {
      guard
        let outcome = method.outcome(samples, xs: centres.map(\.x), ys: centres.map(\.y))
      else { continue }
      field.values[month] = outcome.estimates
      field.inputs[month] = digest
      var residuals = [Double](repeating: .nan, count: values.count)
      let present = values.indices.filter { !values[$0].isNaN }
      for (place, station) in present.enumerated() {
        residuals[station] = outcome.leaveOneOut[place] - values[station]
      }
      field.residuals[month] = residuals
    }
    return field
  }

  private func choose(
    _ samples: [Samples], _ record: inout AnalysisRecord
  ) throws -> Interpolation {
    let tried = Interpolation.candidates.compactMap { method in
      method.error(over: samples).map { (method: method, error: $0) }
    }
    guard let best = tried.min(by: { $0.error < $1.error }) else {
      throw CommandFailure(
        status: .badData, message: "the stations are too few or stand at one place",
        file: series.path, hint: "Three stations at different places are the least.")
    }
    func list(_ name: (Interpolation) -> String) -> String {
      tried.map { "\(name($0.method)) \(String(format: "%.2f", $0.error))" }
        .joined(separator: ", ")
    }
    record.note(
      "interpolation",
      zh: "由 \(series.names.count) 个站点插值到网格中心：\(best.method.zh)。"
        + "各方法留一误差（µg/m³，\(samples.count) 个月均方根）：" + list(\.zh) + "。",
      en: "Interpolated from \(series.names.count) stations to the cells' centres:"
        + " \(best.method.en). Leave-one-out error of each method (ug/m3, root mean square over"
        + " \(samples.count) months): " + list(\.en) + ".")
    return best.method
  }

  private func noteSeries(_ means: [[Double]], _ record: inout AnalysisRecord) {
    let count = series.count
    record.note(
      "stations",
      zh: "\(series.path)：\(series.names.count) 个站点，读取 \(count.read) 个值，"
        + "缺测 \(count.missing) 个。",
      en: "\(series.path): stations \(series.names.count), values read \(count.read), missing"
        + " \(count.missing).")
    if count.unreadable > 0 {
      let first = count.first.map { "\($0.row): \"\($0.text)\"" } ?? ""
      record.warn(
        "unreadable", zh: "\(count.unreadable) 个值不是数字（首个在第 \(first)）：未计入。",
        en: "Values that are no numbers, left out: \(count.unreadable), the first in row \(first).")
    }
    if count.outside > 0 {
      record.warn(
        "unit", zh: "\(count.outside) 个值不在 0 到 2000 µg/m³ 之间：未计入，单位可能不对。",
        en: "Values not between 0 and 2000 ug/m3, left out: \(count.outside). The unit may be"
          + " wrong.")
    }
    let highest = means.joined().filter { !$0.isNaN }.max()
    if let highest, highest < 1 {
      record.warn(
        "unit", zh: "所有月均值都小于 1：看来不是 µg/m³。",
        en: "All monthly means are below 1, which hardly are ug/m3: check the unit.")
    }
    let short = means.reduce(0) { sum, values in sum + values.count { $0.isNaN } }
    if short > 0 {
      record.note(
        "days",
        zh: "\(short) 个站月的有效天数少于 \(leastDays) 天（二月少 2 天）：不使用。",
        en: "Months of stations with fewer than \(leastDays) days of values (two less in February),"
          + " not used: \(short).")
    }
  }
}

extension Interpolation {
  /// The name to show.
  var en: String {
    switch self {
    case .inverseDistance(let power): "inverse distance ^\(Int(power))"
    case .kriging(let model): "ordinary kriging (\(model.rawValue))"
    }
  }

  /// The same in Chinese.
  var zh: String {
    switch self {
    case .inverseDistance(let power): "反距离加权 ^\(Int(power))"
    case .kriging(.spherical): "普通克里金（球状）"
    case .kriging(.exponential): "普通克里金（指数）"
    }
  }
}
