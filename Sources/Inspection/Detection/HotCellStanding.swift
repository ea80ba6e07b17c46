/// What became of a cell since the last list of hot cells.
public enum HotCellStanding: String, Sendable, CaseIterable {
  /// On both lists.
  case stays
  /// New on the list.
  case enters
  /// No longer on the list.
  case leaves
  /// On neither.
  case outside

  /// Compares a cell's place on two lists.
  public init(wasHot: Bool, isHot: Bool) {
    switch (wasHot, isHot) {
    case (true, true): self = .stays
    case (false, true): self = .enters
    case (true, false): self = .leaves
    case (false, false): self = .outside
    }
  }
}
