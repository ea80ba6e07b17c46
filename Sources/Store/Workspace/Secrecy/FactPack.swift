internal import CampaignData
internal import Geo
internal import Inspection

/// Rows of several tables as one run of bytes, as they are sealed.
///
/// `hotspot rows 1` and a line end, then a table after the other: its name, the number of its
/// columns and their names, the number of its rows and these, row by row: every value (a byte 0 for
/// nothing, 1 and a text, 2 and a whole number, 3 and a double), then a byte 1 and longitude and
/// latitude, or a byte 0. Numbers have 8 bytes, little-endian.
struct FactPack {
  private var tables: [Table] = []

  private struct Table {
    var name: String
    var columns: [String]
    var rows: [Feature]
  }

  private static let magic = Array("hotspot rows 1\n".utf8)

  /// Nothing yet.
  init() {}

  /// Adds facts of a kind that is not in it yet; of geometries it keeps points.
  mutating func add<Fact: StoredFact>(_ facts: [Fact]) {
    tables.append(
      Table(
        name: Fact.table, columns: Fact.columns,
        rows: facts.map { Feature(values: $0.values, geometry: $0.geometry) }))
  }

  /// The facts of a kind; a column that the kind got later is empty.
  func facts<Fact: StoredFact>(_ kind: Fact.Type, of row: SealedRows) throws(StoreError) -> [Fact] {
    guard let table = tables.first(where: { $0.name == Fact.table }) else { return [] }
    let places = Fact.columns.map { table.columns.firstIndex(of: $0) }
    let source = FactSource(dataset: row.table, table: Fact.table, columns: Fact.columns)
    var facts: [Fact] = []
    facts.reserveCapacity(table.rows.count)
    for stored in table.rows {
      let values = places.map { $0.map { stored.values[$0] } ?? .null }
      var reader = FactRow(
        Feature(values: values, geometry: stored.geometry), of: source, knownAt: row.knownAt,
        skipping: 0)
      facts.append(try Fact(&reader))
    }
    return facts
  }

  // ---- bytes ----

  var bytes: [UInt8] {
    var writer = ByteWriter(Self.magic)
    for table in tables {
      writer.append(table.name)
      writer.append(UInt64(table.columns.count))
      for column in table.columns { writer.append(column) }
      writer.append(UInt64(table.rows.count))
      for row in table.rows { Self.write(row, to: &writer) }
    }
    return writer.bytes
  }

  init(bytes: [UInt8]) throws(SealError) {
    guard bytes.starts(with: Self.magic) else { throw .newerFormat }
    var reader = ByteReader(bytes, from: Self.magic.count)
    while !reader.isAtEnd {
      var table = Table(name: try reader.text(), columns: [], rows: [])
      for _ in 0..<(try reader.count()) { table.columns.append(try reader.text()) }
      for _ in 0..<(try reader.count()) {
        table.rows.append(try Self.row(table.columns.count, from: &reader))
      }
      tables.append(table)
    }
  }

  private static func write(_ row: Feature, to writer: inout ByteWriter) {
    for value in row.values {
      switch value {
      case .null: writer.append(UInt8(0))
      case .text(let text):
        writer.append(UInt8(1))
        writer.append(text)
      case .integer(let number):
        writer.append(UInt8(2))
        writer.append(UInt64(bitPattern: number))
      case .real(let number):
        writer.append(UInt8(3))
        writer.append(number.bitPattern)
      }
    }
    guard case .point(let position) = row.geometry else { return writer.append(UInt8(0)) }
    writer.append(UInt8(1))
    writer.append(position.x.bitPattern)
    writer.append(position.y.bitPattern)
  }

  private static func row(
    _ count: Int, from reader: inout ByteReader
  ) throws(SealError) -> Feature {
    var row = Feature(values: [])
    for _ in 0..<count {
      switch try reader.byte() {
      case 0: row.values.append(.null)
      case 1: row.values.append(.text(try reader.text()))
      case 2: row.values.append(.integer(Int64(bitPattern: try reader.number())))
      default: row.values.append(.real(Double(bitPattern: try reader.number())))
      }
    }
    guard try reader.byte() == 1 else { return row }
    let x = Double(bitPattern: try reader.number())
    row.geometry = .point(Coordinate(x, Double(bitPattern: try reader.number())))
    return row
  }
}
