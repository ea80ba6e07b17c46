import CGDAL

/// Refuses workbooks that unpack to far more than they are: GDAL holds all of one in memory, and no
/// table that people filled in packs so well.
enum PackedWorkbook {
  /// Up to here any workbook is taken, in bytes.
  private static let harmless = 64_000_000
  /// How many times its size a larger one may unpack to; deflate packs sheets 5 to 30 times.
  private static let mostTimes = 200

  /// Throws `unreadable` for such a workbook; takes time in proportion to its members.
  static func check(_ path: String, _ messages: GDALMessages) throws(GDALError) {
    guard ["xlsx", "xlsm", "ods"].contains(fileExtension(of: path)) else { return }
    let packed = InputFile.status(of: path).map { Int(clamping: $0.size) } ?? 0
    let unpacked = messages.collect { unpackedSize(of: path) }
    guard unpacked > harmless, unpacked / mostTimes > packed else { return }
    throw GDALError(
      .unreadable,
      "it unpacks to \(unpacked / 1_000_000) MB, more than \(mostTimes) times its size: save the "
        + "sheet as CSV and use that",
      path: path)
  }

  /// What all members of an archive come to; 0 for what is none.
  private static func unpackedSize(of path: String) -> Int {
    guard let folder = VSIOpenDir("/vsizip/{\(path)}", -1, nil) else { return 0 }
    defer { VSICloseDir(folder) }
    var sum = 0
    while let entry = VSIGetNextDirEntry(folder) {
      let (total, isMore) = sum.addingReportingOverflow(Int(clamping: entry.pointee.nSize))
      sum = isMore ? .max : total
    }
    return sum
  }
}
