import Geo

/// A layer read whole, with one column of numbers.
struct ValueLayer: Sendable {
  let path: String
  let name: String
  let fields: [FieldDefinition]
  let features: [Feature]
  /// The geometry of the features in the file.
  let kind: GeometryKind
  /// The coordinate system that the file names.
  let crs: CoordinateSystem?
  /// The value of each feature; NaN for none.
  let values: [Double]
  /// Columns of a table whose text is read as numbers: the values, longitude and latitude.
  let numeric: [Int]
  /// How many values are text that is no number; the first such row, from 1.
  let unreadable: (count: Int, firstRow: Int)
  /// Where features lie: a point, or the centroid of areas; NaN where there is nothing.
  let places: [Coordinate]
  let warnings: [String]

  /// Reads a layer, the first if none is named; `lon` and `lat` name columns of a table's positions.
  init(
    reading path: String, layer: String?, encoding: String?, field: String, lon: String?,
    lat: String?
  ) throws {
    var reader = try VectorReader(path: path, layer: layer, encoding: encoding)
    guard let column = reader.fields.firstIndex(where: { $0.name == field }) else {
      throw CommandFailure(
        status: .usage, message: "there is no column \"\(field)\"", file: path,
        hint: "Columns: " + reader.fields.map(\.name).joined(separator: ", ") + ".")
    }
    let isTable = reader.geometryKind == .none
    let columns = isTable ? try PositionColumns(reader.fields, lon: lon, lat: lat) : nil
    var features: [Feature] = []
    while true {
      try Interruption.check()
      let batch = try reader.nextBatch()
      if batch.isEmpty { break }
      features += batch
    }
    guard !features.isEmpty else {
      throw CommandFailure(
        status: .badData, message: "the layer has no features", file: path,
        hint: "Name another layer with -l.")
    }
    self.path = path
    name = reader.layer
    fields = reader.fields
    kind = reader.geometryKind
    crs = isTable ? nil : reader.crs
    warnings = reader.warnings
    let cells = features.map { $0.values[column] }
    values = cells.map { $0.number ?? .nan }
    let faults = cells.indices.filter { cells[$0].number == nil && !cells[$0].isBlank }
    unreadable = (faults.count, (faults.first ?? 0) + 1)
    numeric =
      !isTable ? [] : (faults.isEmpty ? [column] : []) + (columns.map { [$0.lon, $0.lat] } ?? [])
    places = features.map { feature in
      if let columns { return columns.position(in: feature.values) ?? Coordinate(.nan, .nan) }
      return feature.geometry?.centre ?? Coordinate(.nan, .nan)
    }
    self.features = features
  }

  /// The areas of the features, empty for those without; nil if some are no areas.
  var areas: [MultiPolygon]? {
    var areas: [MultiPolygon] = []
    for feature in features {
      switch feature.geometry {
      case .area(let area)?: areas.append(area)
      case nil: areas.append(MultiPolygon())
      default: return nil
      }
    }
    return areas.allSatisfy(\.isEmpty) ? nil : areas
  }
}

extension FieldValue {
  /// The value as a finite number; nil for none, and for text that is none.
  var number: Double? {
    switch self {
    case .real(let number): number.isFinite ? number : nil
    case .integer(let number): Double(number)
    case .text(let text):
      Double(text.filter { !$0.isWhitespace }).flatMap { $0.isFinite ? $0 : nil }
    case .null: nil
    }
  }

  /// True for nothing, and for text of blanks alone.
  var isBlank: Bool {
    if case .text(let text) = self { return text.allSatisfy(\.isWhitespace) }
    return self == .null
  }
}

extension Geometry {
  /// The position that distances are measured from; nil for lines and for nothing.
  fileprivate var centre: Coordinate? {
    switch self {
    case .point(let position): position
    case .multiPoint(let positions): positions.count == 1 ? positions[0] : nil
    case .area(let area): area.centroid
    case .lines: nil
    }
  }
}
