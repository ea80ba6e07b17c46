import Geo
import Terminal

/// A layer read whole, with columns of numbers.
struct ValueLayer: Sendable {
  let path: String
  let name: String
  private(set) var fields: [FieldDefinition]
  private(set) var features: [Feature]
  /// The geometry of the features in the file.
  let kind: GeometryKind
  /// The coordinate system that the file names.
  let crs: CoordinateSystem?
  /// The numbers of each column asked for, one a feature; NaN for none.
  private(set) var columns: [[Double]]
  /// Columns of a table whose text is read as numbers: the values, longitude and latitude.
  private(set) var numeric: [Int]
  /// How many values are text that is no number; the first such row, from 1.
  let unreadable: (count: Int, firstRow: Int)
  /// Where features lie: a point, or the centroid of areas; NaN where there is nothing.
  private(set) var places: [Coordinate]
  let warnings: [String]

  /// Reads a layer, the first if none is named; `lon` and `lat` name columns of a table's positions.
  init(
    reading path: String, layer: String?, encoding: String?, numbers: [String], lon: String?,
    lat: String?
  ) throws {
    var reader = try VectorReader(path: path, layer: layer, encoding: encoding)
    let asked = try numbers.map { try reader.fields.column($0, in: path) }
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
    self.columns = asked.map { column in features.map { $0.values[column].number ?? .nan } }
    let faults = asked.map { column in
      features.indices.filter {
        features[$0].values[column].number == nil && !features[$0].values[column].isBlank
      }
    }
    unreadable = (faults.map(\.count).reduce(0, +), (faults.compactMap(\.first).min() ?? 0) + 1)
    let readable = asked.indices.filter { faults[$0].isEmpty }.map { asked[$0] }
    numeric = !isTable ? [] : readable + (columns.map { [$0.lon, $0.lat] } ?? [])
    places = features.map { feature in
      if let columns { return columns.position(in: feature.values) ?? Coordinate(.nan, .nan) }
      return feature.geometry?.centre ?? Coordinate(.nan, .nan)
    }
    self.features = features
  }

  /// The areas of a workspace, valued by what was counted in them.
  init(_ counts: WorkspaceCounts, path: String) {
    self.path = path
    (name, fields, features) = (counts.name, counts.fields, counts.features)
    (kind, crs) = (.area, .wgs84)
    columns = [features.map { $0.values.last?.number ?? .nan }]
    (numeric, unreadable, warnings) = ([], (0, 1), [])
    places = features.map { $0.geometry?.centre ?? Coordinate(.nan, .nan) }
  }

  /// The same layer with some features alone and without some columns.
  func keeping(_ kept: [Int], without dropped: [String]) -> ValueLayer {
    var layer = self
    let left = fields.indices.filter { !dropped.contains(fields[$0].name) }
    layer.fields = left.map { fields[$0] }
    layer.features = kept.map { row in
      var feature = features[row]
      feature.values = left.map { feature.values[$0] }
      return feature
    }
    layer.columns = columns.map { column in kept.map { column[$0] } }
    layer.numeric = numeric.compactMap { left.firstIndex(of: $0) }
    layer.places = kept.map { places[$0] }
    return layer
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

extension [FieldDefinition] {
  /// The place of a column by its name; throws if there is none.
  func column(_ name: String, in file: String) throws -> Int {
    if let place = firstIndex(where: { $0.name == name }) { return place }
    throw CommandFailure(
      status: .usage, message: "there is no column \"\(name)\"", file: file,
      hint: "Columns: " + map(\.name).joined(separator: ", ") + ".")
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
