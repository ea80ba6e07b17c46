import Geo

/// Joins the rows of a delimited text file with polygons, block by block; memory does not grow with
/// the number of rows.
enum RowJoin {
  /// Joins all rows; reading a block and writing the one before go side by side.
  static func run(
    _ source: inout LocatedRows, into target: inout JoinedRows, bar: ProgressBar
  ) throws {
    var bar = bar
    var (filled, empty) = (LocatedBlock(), LocatedBlock())
    var isMore = try source.read(into: filled)
    while isMore {
      try Interruption.check()
      (_, isMore) = try SideBySide.run(
        { try target.write(filled) }, { try source.read(into: empty) })
      swap(&filled, &empty)
      bar.update(Int(truncatingIfNeeded: source.bytesRead))
    }
    bar.finish()
  }
}
