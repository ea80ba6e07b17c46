internal import Geo
internal import Inspection

extension CellShare: StoredFact {
  /// A pair of a cell and a township.
  struct Pair: Comparable, Hashable, Sendable {
    let cellID: String
    let townshipCode: String

    static func < (first: Pair, second: Pair) -> Bool {
      first.cellID == second.cellID
        ? first.townshipCode < second.townshipCode : first.cellID < second.cellID
    }
  }

  static let table = "cell_townships"
  static let columns = ["cell_id", "township_code", "share_of_cell", "share_of_township"]

  var key: Pair { Pair(cellID: cellID, townshipCode: townshipCode) }
  var values: [FieldValue] {
    [.text(cellID), .text(townshipCode), .real(shareOfCell), .real(shareOfTownship)]
  }
  /// A share of nothing withdraws an earlier version: rows are never deleted.
  var isWithdrawn: Bool { shareOfCell == 0 && shareOfTownship == 0 }

  init(_ row: inout FactRow) throws(StoreError) {
    self.init(
      cellID: try row.text(), townshipCode: try row.text(), shareOfCell: try row.real(),
      shareOfTownship: try row.real())
  }
}
