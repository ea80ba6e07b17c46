/// A site's readings in order, and what it took to get them there.
public struct AssembledSite: Sendable {
  /// The loads.
  public var readings: SiteReadings
  /// Readings that said again what was known.
  public var duplicates = 0
  /// Readings whose unit was off by a thousand, and put right.
  public var rescaled = 0
  /// Registers that began anew.
  public var resets = 0
  /// Circuits with several meters, whose loads were summed.
  public var summed = 0
  /// Readings that cannot be used.
  public var faults: [ReadingFault] = []
}
