/// A reading that came but cannot be used.
public struct ReadingFault: Sendable, Hashable {
  /// Why.
  public enum Reason: UInt8, Sendable, Hashable, CaseIterable {
    /// The interval has another value already.
    case contradiction
    /// Farther from the site's other readings than any window.
    case tooFar
    /// More readings of one site than a window can hold.
    case tooMany
  }

  /// The row, counted over all files from 0.
  public let row: UInt32
  /// Why.
  public let reason: Reason
}
