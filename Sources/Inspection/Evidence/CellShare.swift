/// How much of a cell lies in a township, and the reverse; both by area, 0 to 1.
public struct CellShare: Sendable, Hashable {
  /// The cell's identifier.
  public var cellID: String
  /// The township's code.
  public var townshipCode: String
  /// Part of the cell that lies in the township.
  public var shareOfCell: Double
  /// Part of the township that lies in the cell.
  public var shareOfTownship: Double

  /// Makes a share.
  public init(cellID: String, townshipCode: String, shareOfCell: Double, shareOfTownship: Double) {
    self.cellID = cellID
    self.townshipCode = townshipCode
    self.shareOfCell = shareOfCell
    self.shareOfTownship = shareOfTownship
  }
}
