/// A complaint that no visit has been near since it came in.
public struct OpenComplaint: Sendable, Hashable {
  /// Index in `Facts.complaints`.
  public let complaint: Int
  /// Index in `Facts.townships`.
  public let township: Int
}
