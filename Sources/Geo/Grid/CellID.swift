/// The name of a cell of an equal-area grid: how many cells east and north of the grid's origin.
///
/// It does not depend on the extent of any data set: the same ground has the same name in every
/// year. As text `E0123N1250`, west and south of the origin `W` and `S`: column -1 is `W0001`.
public struct CellID: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Cells east of the origin; negative to the west.
  public var column: Int32
  /// Cells north of the origin; negative to the south.
  public var row: Int32

  /// Names a cell by its column and row.
  public init(column: Int32, row: Int32) {
    self.column = column
    self.row = row
  }

  /// Reads the text form; nil if it is not one.
  public init?(_ text: String) {
    var rest = text.utf8[...]
    guard
      let column = Self.number(&rest, positive: UInt8(ascii: "E"), negative: UInt8(ascii: "W")),
      let row = Self.number(&rest, positive: UInt8(ascii: "N"), negative: UInt8(ascii: "S")),
      rest.isEmpty
    else { return nil }
    self.init(column: column, row: row)
  }

  /// `E0123N1250`: at least four digits each, more where needed.
  public var description: String {
    Self.text(column, positive: "E", negative: "W") + Self.text(row, positive: "N", negative: "S")
  }

  /// Rows from south to north, within a row from west to east.
  public static func < (left: CellID, right: CellID) -> Bool {
    (left.row, left.column) < (right.row, right.column)
  }

  private static func text(_ number: Int32, positive: String, negative: String) -> String {
    let digits = String(number.magnitude)
    let zeros = String(repeating: "0", count: max(0, 4 - digits.count))
    return (number < 0 ? negative : positive) + zeros + digits
  }

  private static func number(
    _ rest: inout Substring.UTF8View, positive: UInt8, negative: UInt8
  ) -> Int32? {
    guard let letter = rest.first, letter == positive || letter == negative else { return nil }
    let digits = rest.dropFirst().prefix { (48...57).contains($0) }
    guard digits.count >= 4, digits.count == 4 || digits.first != 48 else { return nil }
    rest = rest[digits.endIndex...]
    let magnitude = digits.reduce(Int64(0)) { total, digit in
      total > 1 << 32 ? total : total * 10 + Int64(digit - 48)
    }
    if letter == negative { return magnitude == 0 ? nil : Int32(exactly: -magnitude) }
    return Int32(exactly: magnitude)
  }
}
