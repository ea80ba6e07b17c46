/// Which gaps count as faults: those that are narrow, and those that are small.
///
/// Without limits every enclosed gap does; a lake that no township has, or a county that is
/// missing, is then one of them.
public struct GapLimits: Sendable, Hashable {
  /// The largest mean width in metres.
  public var width: Double?
  /// The largest area in square metres.
  public var area: Double?

  /// Makes limits; a gap is within them if it keeps to either.
  public init(width: Double? = nil, area: Double? = nil) {
    self.width = width
    self.area = area
  }

  /// True if a gap counts as a fault.
  public func hold(_ gap: CoverageFault) -> Bool {
    guard width != nil || area != nil else { return true }
    return gap.width <= width ?? -1 || gap.area <= area ?? -1
  }
}
