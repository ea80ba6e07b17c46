/// A layer after its repair, and what was done.
public struct CoverageRepair: Sendable, Hashable {
  /// The areas, in the order given; every position belongs to one of them or to an open gap.
  public var areas: [MultiPolygon]
  /// The numbers, from 0, of areas whose lines changed, if only by a corner; the others are the
  /// same to the last bit.
  public var changed: [Int]
  /// How many overlaps went to one of their holders, and their size in square metres.
  public var overlaps: Tally
  /// How many gaps, and pieces of open slits, went to a neighbour, and their size in square metres.
  public var closedGaps: Tally
  /// How many gaps beyond the limits stay, and their size in square metres.
  public var openGaps: Tally

  /// A number of places and their size.
  public struct Tally: Sendable, Hashable {
    /// How many there are.
    public var count: Int
    /// Their size in square metres.
    public var area: Double
  }
}
