/// What a rule finds of a cell.
public struct CellAlert: Sendable, Hashable {
  /// The cell's index in the columns that the rule was given.
  public var cell: Int
  /// Why.
  public var reason: AlertReason
  /// PM2.5 of the cell in micrograms per cubic metre; NaN where it is not known.
  public var value: Double
  /// The change that the rule ranked by, as a share: 0.25 is 25 % more; nil where none is compared.
  public var change: Double?

  /// Makes a finding.
  public init(cell: Int, reason: AlertReason, value: Double, change: Double? = nil) {
    self.cell = cell
    self.reason = reason
    self.value = value
    self.change = change
  }
}
