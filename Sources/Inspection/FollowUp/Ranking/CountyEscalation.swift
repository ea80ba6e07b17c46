/// A county with escalated cells: its head is to be interviewed.
public struct CountyEscalation: Sendable, Hashable {
  /// The county's code.
  public var countyCode: String
  /// The city's.
  public var cityCode: String
  /// Its escalated cells, by identifier.
  public var cellIDs: [String]
  /// Problems found in it so far.
  public var problems: Int
  /// Those not corrected when they were due.
  public var overdue: Int
}
