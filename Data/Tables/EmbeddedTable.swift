import CCampaignTables

/// A table of comma-separated values (RFC 4180) that is built into the program.
///
/// The first record names the columns. Nothing traps: what is malformed is told in ``defects``,
/// which the tests hold empty for every table.
struct EmbeddedTable {
  /// The names of the columns.
  let header: [String]
  /// The records below the header that have as many fields as it.
  let rows: [EmbeddedRow]
  /// What is wrong with the text, as sentences.
  let defects: [String]

  /// A table of `Data/tables` by the name of its file; empty, with a defect, if there is none.
  init(named name: String) {
    self.init(Self.bytes(named: name))
  }

  /// The bytes of a file of `Data/tables`, as they were when the program was built.
  static func bytes(named name: String) -> [UInt8] {
    let table = campaign_table(name)
    return Array(UnsafeBufferPointer(start: table.bytes, count: table.count))
  }

  init(_ bytes: [UInt8]) {
    var reader = CSVReader(bytes)
    let header = reader.next() ?? []
    var positions: [String: Int] = [:]
    for (index, name) in header.enumerated() { positions[name] = index }
    var rows: [EmbeddedRow] = []
    var defects: [String] = positions.count == header.count ? [] : ["a column stands twice"]
    var line = 1
    while let fields = reader.next() {
      line += 1
      if fields.count == header.count {
        rows.append(EmbeddedRow(fields: fields, positions: positions))
      } else {
        defects.append("record \(line) has \(fields.count) fields, not \(header.count)")
      }
    }
    if reader.isInsideQuotes { defects.append("the last quoted field is not closed") }
    self.header = header
    self.rows = rows
    self.defects = defects
  }
}
