import Foundation
import Geo
import Publishing
import Terminal

/// The areas between contours of a density map, and how they are written.
struct DensityContours {
  let bands: Isobands
  private let choice: ContourChoice
  private let system: CoordinateSystem?
  private let highest: Double
  private let unit: DensityUnit?

  /// Draws them; throws if no level lies below a value.
  init(_ cells: DensityCells, _ choice: ContourChoice) throws {
    self.choice = choice
    system = cells.system
    unit = cells.unit
    highest = cells.values.reduce(-.infinity) { $1 > $0 ? $1 : $0 }
    let levels =
      switch choice {
      case .classes(let count, let breaks): breaks.levels(of: cells.values, classes: count)
      case .levels(let levels): levels
      }
    bands = Isobands(cells.values, on: cells.grid.centres, levels: levels)
    guard bands.areas.contains(where: { !$0.isEmpty }) else {
      throw CommandFailure(
        status: .badData, message: "no contour: the highest value is \(highest)",
        hint: "Give --levels below it, or a smaller --cell.")
    }
  }

  /// The bands with an area, and their class from 1.
  private var drawn: [Int] { bands.areas.indices.filter { !bands.areas[$0].isEmpty } }

  /// Writes a layer of one feature a class.
  func write(_ target: TargetFile) throws -> [String] {
    var file = try PlaneAreas(
      target, layer: "contours",
      fields: [
        FieldDefinition("class", .integer), FieldDefinition("from", .real),
        FieldDefinition("to", .real), FieldDefinition("label", .text),
      ], in: system)
    for band in drawn {
      try Interruption.check()
      try file.append(
        bands.areas[band],
        [
          .integer(Int64(band + 1)), .real(bands.levels[band]),
          .real(bands.upperLimit(of: band) ?? highest), .text(label(band)),
        ])
    }
    return try file.close(style)
  }

  /// How a map shows them: by `class`.
  private var style: MapStyle {
    .bands(column: "class", labels: bands.areas.indices.map(label), unit: unit)
  }

  /// The class in words, for a legend: three digits.
  private func label(_ band: Int) -> String {
    let from = Self.digits(bands.levels[band])
    return bands.upperLimit(of: band).map { "\(from) – \(Self.digits($0))" } ?? "≥ \(from)"
  }

  /// A number with three digits that count.
  static func digits(_ number: Double) -> String {
    guard (1000..<1e15).contains(number.magnitude) else { return String(format: "%.3g", number) }
    let unit = pow(10, log10(number.magnitude).rounded(.down) - 2)
    return String(format: "%.0f", (number / unit).rounded() * unit)
  }

  /// The levels, for programs.
  var members: [JSONText.Member] {
    [
      .init("contours", .integer(drawn.count)),
      .init("levels", .array(bands.levels.map { .decimal($0, places: 9) })),
    ]
  }
}

extension AnalysisRecord {
  /// How contours were drawn.
  mutating func note(_ contours: DensityContours) {
    let levels = contours.bands.levels.map(DensityContours.digits).joined(separator: ", ")
    let found = contours.source
    note(
      "contours",
      zh: "等值面：下限 \(levels)（\(found.zh)），由格中心的值直线内插；最外半格不画，低于最低一级的地方不画。",
      en: "Contours at \(levels) (\(found.en)), straight between the cells' centres; the outermost"
        + " half of cells and what lies below the lowest level are not drawn.")
  }
}

extension DensityContours {
  /// Where the levels are from.
  fileprivate var source: (zh: String, en: String) {
    switch choice {
    case .levels: ("给定", "as given")
    case .classes(_, .doubling): ("每级为前一级的两倍", "each twice the one below")
    case .classes(_, .equal): ("等间距", "equal steps")
    case .classes(_, .quantile): ("正值的分位数", "quantiles of the positive cells")
    }
  }
}
