/// What a circuit does in an interval.
enum PowerState {
  /// Not measured.
  static let missing: UInt8 = 0
  /// Measured, at or below its threshold.
  static let off: UInt8 = 1
  /// Above its threshold.
  static let on: UInt8 = 2
}
