import Geo

/// The file of rows with their polygons' columns.
struct JoinedRows: ~Copyable {
  private var writer: DelimitedWriter
  private var rejects: RejectedRows
  private let dialect: DelimitedDialect
  private let endings: RowEndings
  private let layer: AreaLayer
  private let givesAll: Bool
  private let nearest: Double?
  private var count = JoinCount()
  private var remarks = JoinRemarks()

  /// Starts the file.
  init(_ plan: JoinPlan, headings: [String], dialect: DelimitedDialect) throws {
    let joined = try JoinedColumns(
      plan.columns, of: plan.layer, besides: headings, withDistance: plan.nearest != nil)
    let endings = RowEndings(
      joined.texts(of: plan.layer), fieldCount: joined.fields.count - (plan.nearest == nil ? 0 : 1),
      dialect: dialect)
    let rejects = RejectedRows(
      beside: plan.output, encoding: plan.encoding, dialect: dialect,
      overwrites: plan.overwrites)
    let writer = try DelimitedWriter(
      creating: plan.output, headings: headings + joined.fields.map(\.name), dialect: dialect,
      encoding: plan.encoding, overwrite: plan.overwrites)
    self.writer = writer
    self.rejects = rejects
    self.dialect = dialect
    self.endings = endings
    layer = plan.layer
    givesAll = plan.givesAll
    nearest = plan.nearest
  }

  /// Writes the rows of a block.
  mutating func write(_ block: LocatedBlock) throws {
    guard block.rows.isPlain, !givesAll, nearest == nil else { return try writeOneByOne(block) }
    let areas = block.areas
    count(areas.span, of: block.rows)
    try writer.append(block.rows, endings: endings, groups: areas.span)
  }

  /// Writes rows some of which need more than a copy.
  private mutating func writeOneByOne(_ block: LocatedBlock) throws {
    for row in 0..<block.rows.count {
      if block.rows.surplus(row) > 0, !block.rows.isSurplusEmpty(row, in: dialect) {
        count.rejected += 1
        let reason = "\(block.rows.surplus(row)) more fields than headings"
        remarks.add(row: block.rows.firstRow + row, reason)
        try rejects.append(row, of: block.rows, reason: reason)
        continue
      }
      note(row, of: block)
      if let nearest {
        try writeNearest(row, of: block, within: nearest)
        continue
      }
      for area in holders(row, of: block) {
        try writer.append(row, of: block.rows, endings: endings, group: area)
      }
    }
  }

  private mutating func writeNearest(
    _ row: Int, of block: LocatedBlock, within limit: Double
  ) throws {
    let near = layer.nearest(block.position(row), within: limit)
    if let near, near.metres > 0 { count.near += 1 }
    try writer.append(
      row, of: block.rows, endings: endings,
      group: near.map { Int32(truncatingIfNeeded: $0.area) } ?? -1,
      further: [near?.value.text ?? ""])
  }

  /// The polygons that a row is written with, -1 for none.
  private func holders(_ row: Int, of block: LocatedBlock) -> [Int32] {
    guard givesAll, block.areas[row] >= 0 else { return [block.areas[row]] }
    return layer.index.locateAll(block.position(row)).map { Int32(truncatingIfNeeded: $0) }
  }

  /// Counts the rows of a block that are all written.
  private mutating func count(_ areas: Span<Int32>, of rows: RowBlock) {
    // The sign of -1, without a branch.
    var outside: Int32 = 0
    for row in 0..<rows.count { outside &-= areas[row] >> 31 }
    let blank = rows.rows(.blank).count
    let unreadable = rows.rows(.unreadable)
    count.inside += rows.count - Int(outside)
    count.outside += Int(outside) - blank - unreadable.count
    count.blank += blank
    count.unreadable += unreadable.count
    for row in unreadable { remark(row, of: rows) }
  }

  /// Counts a row that is written.
  private mutating func note(_ row: Int, of block: LocatedBlock) {
    switch block.rows.reading(row) {
    case .position: if block.areas[row] >= 0 { count.inside += 1 } else { count.outside += 1 }
    case .blank: count.blank += 1
    case .unreadable:
      count.unreadable += 1
      remark(row, of: block.rows)
    }
  }

  private mutating func remark(_ row: Int, of rows: RowBlock) {
    remarks.add(row: rows.firstRow + row, "the position is no pair of numbers")
  }

  /// Puts the output in its place; returns what became of the rows and what is odd about them.
  consuming func finish() throws -> (JoinCount, [String]) {
    let (count, warnings) = (count, remarks.texts)
    try rejects.close()
    try writer.close()
    return (count, warnings)
  }
}
