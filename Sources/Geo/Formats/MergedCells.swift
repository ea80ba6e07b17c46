import CGDAL

/// Which cells of a sheet of an Excel workbook are merged downwards; GDAL gives their value to the
/// first alone.
public struct MergedCells: Sendable {
  /// Rows and columns from 1, as `C4:C9` names them.
  private let ranges: [(rows: ClosedRange<Int>, columns: ClosedRange<Int>)]

  /// The merges of a sheet; none where the workbook has none, nil where it cannot be read.
  public init?(workbook path: String, sheet: String) {
    let root = "/vsizip/{\(path)}/xl/"
    guard let book = Self.text(of: root + "workbook.xml"),
      let links = Self.text(of: root + "_rels/workbook.xml.rels"),
      let id = Self.tags("sheet", of: book).first(where: {
        Self.attribute("name", of: $0).map(Self.plain) == sheet
      }).flatMap({ Self.attribute("r:id", of: $0) }),
      let target = Self.tags("Relationship", of: links).first(where: {
        Self.attribute("Id", of: $0) == id
      }).flatMap({ Self.attribute("Target", of: $0) }),
      let text = Self.text(
        of: target.hasPrefix("/") ? "/vsizip/{\(path)}" + target : root + target)
    else { return nil }
    ranges = Self.tags("mergeCell", of: text).compactMap {
      Self.attribute("ref", of: $0).flatMap(Self.range)
    }
  }

  /// Whether a cell is merged with one above it; the row from 1, the column from 0.
  public func isMerged(row: Int, column: Int) -> Bool {
    ranges.contains { range in
      range.columns.contains(column + 1) && range.rows.contains(row)
        && row > range.rows.lowerBound
    }
  }

  private static func text(of path: String) -> String? {
    var bytes: UnsafeMutablePointer<GByte>?
    var size: vsi_l_offset = 0
    let messages = GDALMessages()
    return messages.collect {
      guard VSIIngestFile(nil, path, &bytes, &size, 200_000_000) != 0, let bytes else {
        return nil
      }
      defer { VSIFree(bytes) }
      return String(
        decoding: UnsafeBufferPointer(start: bytes, count: Int(clamping: size)), as: UTF8.self)
    }
  }

  /// The tags of a name, without their angle brackets.
  private static func tags(_ name: String, of text: String) -> [Substring] {
    text.split(separator: "<").compactMap { part in
      guard part.hasPrefix(name + " "), let end = part.firstIndex(of: ">") else { return nil }
      return part[..<end]
    }
  }

  private static func attribute(_ name: String, of tag: Substring) -> String? {
    guard let start = tag.firstRange(of: " \(name)=\"") else { return nil }
    let rest = tag[start.upperBound...]
    return rest.firstIndex(of: "\"").map { String(rest[..<$0]) }
  }

  private static func plain(_ text: String) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")]
      .reduce(text) { $0.replacing($1.0, with: $1.1) }
  }

  /// `C4:C9` as rows 4 to 9 of column 3.
  private static func range(
    _ text: String
  ) -> (rows: ClosedRange<Int>, columns: ClosedRange<Int>)? {
    let cells = text.split(separator: ":").compactMap(cell)
    guard let first = cells.first, let last = cells.last, first.row <= last.row,
      first.column <= last.column
    else { return nil }
    return (first.row...last.row, first.column...last.column)
  }

  private static func cell(_ text: Substring) -> (row: Int, column: Int)? {
    let letters = text.prefix { $0.isASCII && $0.isLetter }
    guard !letters.isEmpty, letters.count <= 3, let row = Int(text.dropFirst(letters.count))
    else { return nil }
    let column = letters.uppercased().utf8.reduce(0) { $0 * 26 + Int($1) - 64 }
    return (row, column)
  }
}
