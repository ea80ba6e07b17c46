public import CampaignData
internal import Geo

/// Identifiers and hashes of a table's rows.
struct RecordDigester {
  private let table: TableSchema
  private let identifying: [Int]
  private let hashed: [Int]

  init(_ table: TableSchema) {
    self.table = table
    let names = table.columns.map(\.name)
    let excluded = DerivedColumns.names(in: table) + Schema.commonColumns.map(\.name)
    identifying = table.idColumns.compactMap { names.firstIndex(of: $0) }
    hashed = names.indices.filter { !excluded.contains(names[$0]) }
  }

  /// Reads every column, in the order of the schema, oldest row first.
  var statement: String {
    var columns = ["fid"] + table.columns.map(\.name)
    if table.geometry != .none { columns.append("geom") }
    let list = columns.map { SQL.identifier($0) }.joined(separator: ", ")
    return "SELECT \(list) FROM \(SQL.identifier(table.name)) ORDER BY fid"
  }

  /// The values of the identifying columns, joined by `|`.
  func identifier(_ values: [FieldValue]) -> String {
    identifying.map { Self.text(values[$0]) }.joined(separator: "|")
  }

  /// A hash of what a row says, apart from what the program derives and from where it came.
  func hash(_ values: [FieldValue], _ geometry: Geometry?) -> UInt64 {
    var hash = ContentHash()
    for column in hashed { hash.add(values[column]) }
    hash.add(geometry)
    return hash.value
  }

  /// When a stored row was known and imported, as text that sorts.
  func moments(_ values: [FieldValue]) -> (known: String, imported: String) {
    (Self.text(values[values.count - 3]), Self.text(values[values.count - 1]))
  }

  private static func text(_ value: FieldValue) -> String {
    switch value {
    case .null: ""
    case .text(let text): text
    case .integer(let number): String(number)
    case .real(let number): String(number)
    }
  }
}

extension Record {
  /// What tells this record from others of the table: its identifying values, joined by `|`.
  public func identifier(in table: TableSchema) -> String {
    RecordDigester(table).identifier(values)
  }

  /// A hash of what the record says, without `known_at`, where it came from, and the columns that
  /// the program fills in.
  public func contentHash(in table: TableSchema) -> UInt64 {
    RecordDigester(table).hash(values, geometry)
  }

  /// Identifiers and hashes of many records, cheaper than one by one.
  public static func digests(
    of records: [Record], in table: TableSchema
  ) -> [(identifier: String, hash: UInt64)] {
    let digester = RecordDigester(table)
    return records.map { (digester.identifier($0.values), digester.hash($0.values, $0.geometry)) }
  }
}

/// Columns that the program fills in from the boundaries; what a file says there does not count.
enum DerivedColumns {
  /// Their names in a table.
  static func names(in table: TableSchema) -> [String] {
    switch table.name {
    case "counties": ["city"]
    case "townships": ["county", "city_code", "city"]
    case "sites", "complaints": ["township_code", "cell_id"]
    default: []
    }
  }
}
