/// A cell whose alerts call for a public notice, a resident group and an interview of the county head.
public struct EscalatedCell: Sendable, Hashable {
  /// The cell.
  public var cellID: String
  /// Months running, and in all.
  public var consecutive: Int
  /// See ``consecutive``.
  public var total: Int
  /// The county that has most of it; empty outside all.
  public var countyCode: String
  /// The alerts that it rests on, by identifier.
  public var alertIDs: [String]
}
