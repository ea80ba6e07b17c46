import Geo
import Terminal

/// One file on its way into another, feature by feature.
struct Conversion: ~Copyable {
  /// What became of the features.
  struct Count: Sendable, Hashable {
    var read = 0
    var written = 0
    var rejected = 0
  }

  private var writer: VectorWriter
  private let layer: String
  private let columns: PositionColumns?
  private let isTable: Bool
  private let keepsTable: Bool
  private let noteColumn: Int?
  private let note: FieldValue
  private let fieldCount: Int
  private var count: Count
  /// What was left out and why, the first few.
  private(set) var warnings: [String]

  /// Starts the output; it takes its place when `finish` succeeds.
  init(
    of reader: borrowing VectorReader, columns: PositionColumns?, to reference: PlaceReference,
    output: String, format: String?, overwrite: Bool
  ) throws {
    let isTable = reader.geometryKind == .none
    var fields = reader.fields
    if isTable, let columns {
      fields[columns.lon].type = .real
      fields[columns.lat].type = .real
    }
    let fieldCount = fields.count
    var noteColumn = fields.firstIndex { $0.name == ShiftedOutput.column }
    if noteColumn == nil, reference.isShifted {
      noteColumn = fieldCount
      fields.append(FieldDefinition(ShiftedOutput.column, .text))
    }
    var writer = try VectorWriter(creating: output, driver: format, overwrite: overwrite)
    // A table with columns of coordinates stays one where the format is a table itself.
    let keepsTable = isTable && ["CSV", "XLSX", "ODS"].contains(writer.driver)
    try writer.createLayer(
      reader.layer, geometry: keepsTable ? .none : isTable ? .point : reader.geometryKind,
      crs: reference.outputSystem, fields: fields)
    self.writer = writer
    layer = reader.layer
    self.columns = columns
    self.isTable = isTable
    self.keepsTable = keepsTable
    self.noteColumn = noteColumn
    note = .text(reference.name)
    self.fieldCount = fieldCount
    count = Count()
    warnings = []
  }

  /// Converts all features.
  mutating func run(
    _ reader: inout VectorReader, converter: inout PlaceConverter, bar: ProgressBar
  ) throws {
    var bar = bar
    while let feature = try reader.next() {
      if count.read % 256 == 0 { try Interruption.check() }
      count.read += 1
      bar.update(count.read)
      do {
        try writer.append(try converted(feature, &converter), to: layer)
        count.written += 1
      } catch let error as PROJError {
        reject(error.description)
      } catch let error as Unplaced {
        reject(error.reason)
      }
    }
    bar.finish()
  }

  /// Puts the output in its place.
  consuming func finish() throws -> Count {
    let count = count
    guard count.read == 0 || count.written > 0 else {
      throw CommandFailure(
        status: .badData, message: "none of the \(count.read) features could be converted",
        hint: "Check --from: coordinates of another kind have no place there.")
    }
    try writer.close()
    return count
  }

  /// Why a feature cannot be converted.
  private struct Unplaced: Error {
    let reason: String
  }

  private func converted(
    _ feature: Feature, _ converter: inout PlaceConverter
  ) throws -> Feature {
    var result = feature
    result.id = -1
    if isTable {
      let position = try position(in: feature)
      let moved = try converter.convert(.point(position))
      result.geometry = keepsTable ? nil : moved
      renew(&result.values, from: position, to: moved)
    } else if let geometry = feature.geometry {
      let moved = try converter.convert(geometry)
      result.geometry = moved
      if case .point(let position) = geometry { renew(&result.values, from: position, to: moved) }
    }
    if let noteColumn {
      if noteColumn == fieldCount {
        result.values.append(note)
      } else {
        result.values[noteColumn] = note
      }
    }
    return result
  }

  private func position(in feature: Feature) throws(Unplaced) -> Coordinate {
    guard let position = columns?.position(in: feature.values) else {
      throw Unplaced(reason: "no longitude and latitude")
    }
    guard abs(position.x) <= 180, abs(position.y) <= 90 else {
      throw Unplaced(reason: "\(position.x), \(position.y) is no longitude and latitude")
    }
    return position
  }

  /// Brings columns that repeat a point's coordinates up to date, so that they do not contradict it.
  private func renew(_ values: inout [FieldValue], from old: Coordinate, to geometry: Geometry) {
    guard let columns, case .point(let new) = geometry,
      let repeated = columns.position(in: values),
      abs(repeated.x - old.x) < 1e-6, abs(repeated.y - old.y) < 1e-6
    else { return }
    for (column, number) in [(columns.lon, new.x), (columns.lat, new.y)] {
      let isText = if case .text = values[column] { !isTable } else { false }
      values[column] = isText ? .text("\(number)") : .real(number)
    }
  }

  private mutating func reject(_ reason: String) {
    count.rejected += 1
    if warnings.count < 5 { warnings.append("row \(count.read): \(reason)") }
  }
}
