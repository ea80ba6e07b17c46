import Geo
import Publishing
import Terminal

/// A copy of a file of points with further columns behind its own.
struct AppendedColumns {
  /// The points' file.
  let source: PointSource
  /// The file to write.
  let target: TargetFile
  /// The further columns.
  let fields: [FieldDefinition]
  /// How QGIS is to show the first of them.
  var style: MapStyle?

  /// Whether rows of text can be copied as they stand.
  func copiesRows() throws -> Bool {
    guard source.isDelimited, source.path != "-", let rows = try source.rows() else {
      return false
    }
    return target.copiesRows(rows.reader)
  }

  /// Writes the file; `values` gives the further values of a row, counted from 0.
  ///
  /// `asRows` must be what the points were read by; `reference` is what they are in. Returns what is
  /// odd about the output.
  func write(
    asRows: Bool, reference: PlaceReference?, _ values: (Int) -> [FieldValue]
  ) throws -> [String] {
    asRows ? try writeRows(values) : try writeFeatures(reference, values)
  }

  /// Whether a row has more fields than there are headings.
  static func isSurplus(_ row: Int, of block: RowBlock, _ dialect: DelimitedDialect) -> Bool {
    block.surplus(row) > 0 && !block.isSurplusEmpty(row, in: dialect)
  }

  private func writeRows(_ values: (Int) -> [FieldValue]) throws -> [String] {
    guard var rows = try source.rows() else { return [] }
    let dialect = rows.reader.dialect
    var rejects = RejectedRows(
      beside: target.path, encoding: source.encoding, dialect: dialect,
      overwrites: target.overwrites)
    var writer = try DelimitedWriter(
      creating: target.path, headings: rows.reader.headings + names(rows.reader.headings),
      dialect: dialect, encoding: source.encoding, overwrite: target.overwrites)
    let endings = RowEndings([], fieldCount: 0, dialect: dialect)
    let block = RowBlock()
    var number = 0
    while try rows.reader.read(into: block) {
      try Interruption.check()
      for row in 0..<block.count {
        defer { number += 1 }
        if Self.isSurplus(row, of: block, dialect) {
          try rejects.append(row, of: block, reason: "more fields than headings")
          continue
        }
        try writer.append(
          row, of: block, endings: endings, group: -1, further: values(number).map(\.text))
      }
    }
    try rejects.close()
    try writer.close()
    return []
  }

  private func writeFeatures(
    _ reference: PlaceReference?, _ values: (Int) -> [FieldValue]
  ) throws -> [String] {
    var input = try source.features()
    let columns = input.columns
    // Shifted positions have no coordinate system: a geometry is brought to WGS-84.
    var straightener =
      reference?.isShifted == true
      ? try PlaceConverter(
        from: reference, stated: nil, to: .datum(.wgs84), file: source.path) : nil
    let names = names(input.reader.fields.map(\.name))
    let added = zip(names, fields).map { FieldDefinition($0, $1.type) }
    var file = try FeatureFile.make(
      target, layer: input.reader.layer, fields: input.reader.fields + added,
      isTable: columns != nil,
      crs: reference?.isShifted == true ? .wgs84 : reference?.outputSystem)
    var number = 0
    while true {
      let features = try input.reader.nextBatch()
      guard !features.isEmpty else { break }
      try Interruption.check()
      for feature in features {
        defer { number += 1 }
        var place: Coordinate?
        if case .position(let position) = PointReading(feature, columns) { place = position }
        if place == nil, file.dropsUnplaced { continue }
        if let given = place, case .point(let moved)? = try straightener?.convert(.point(given)) {
          place = moved
        }
        try file.append(feature.values + values(number), at: place)
      }
    }
    if var style, let column = names.first {
      style.column = column
      try file.keep(style)
    }
    let warnings = file.warnings
    try file.close()
    return warnings
  }

  /// The further columns' names, where they are taken with a number.
  private func names(_ taken: [String]) -> [String] {
    var used = Set(taken.map { $0.lowercased() })
    return fields.map { field in
      var name = field.name
      var number = 2
      while !used.insert(name.lowercased()).inserted {
        name = "\(field.name)_\(number)"
        number += 1
      }
      return name
    }
  }
}
