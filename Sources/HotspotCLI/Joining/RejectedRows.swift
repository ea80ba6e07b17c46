import Geo

/// The rows that could not be kept, in a file of their own beside the output; none, no file.
struct RejectedRows: ~Copyable {
  private var writer: DelimitedWriter?
  private let output: String
  private let encoding: String?
  private let dialect: DelimitedDialect
  private let overwrites: Bool

  /// Makes nothing yet; `overwrites` says whether an existing file may be replaced.
  init(beside output: String, encoding: String?, dialect: DelimitedDialect, overwrites: Bool) {
    self.output = output
    self.overwrites = overwrites
    self.encoding = encoding
    self.dialect = dialect
    writer = nil
  }

  /// Where they go: `out.csv` has `out.rejects.csv`; a stream has none.
  static func path(beside output: String) -> String? {
    guard output != "-" else { return nil }
    let slash = output.lastIndex(of: "/").map { output.index(after: $0) } ?? output.startIndex
    let dot = output[slash...].lastIndex(of: ".") ?? output.endIndex
    return output[..<dot] + ".rejects.csv"
  }

  /// Keeps a row with the reason.
  mutating func append(_ row: Int, of block: RowBlock, reason: String) throws {
    guard let path = Self.path(beside: output) else { return }
    if writer == nil {
      writer = try DelimitedWriter(
        creating: path, headings: ["row", "reason", "text"], dialect: dialect,
        encoding: encoding, overwrite: overwrites)
    }
    try writer?.append(["\(block.firstRow + row)", reason], quoting: row, of: block)
  }

  /// Puts the file in its place.
  consuming func close() throws {
    try writer?.close()
  }
}
