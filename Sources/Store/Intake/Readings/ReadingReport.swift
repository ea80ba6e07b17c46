/// What became of the rows of some files of readings: read = used + duplicates + rejected.
public struct ReadingReport: Sendable, Hashable {
  /// Rows, headings not counted.
  public var read = 0
  /// Rows that say again what others said; they are no error.
  public var duplicates = 0
  /// Rejected rows by reason.
  public var rejected: [ReadingFailure: Int] = [:]
  /// Sites with readings.
  public var sites = 0
  /// Readings a thousand times off, put right, and the sites concerned.
  public var rescaled = 0
  /// Sites with such readings.
  public var rescaledSites = 0
  /// Registers that began anew.
  public var resets = 0
  /// Circuits with several meters, whose loads were summed.
  public var summed = 0
  /// The order in which readings were taken to stand.
  public var order = ReadingOptions.Order.meter
  /// Bytes that were on disk for a while.
  public var scratchBytes = 0
  /// The first rejections, five at most.
  public var examples: [Rejection] = []
  /// Where all rejections are listed; nil if there is none.
  public var rejectsFile: String?
  /// What the reader should know, each a sentence.
  public var warnings: [String] = []

  /// Rows that cannot be used.
  public var rejectedCount: Int { rejected.values.reduce(0, +) }
  /// Rows that rules saw.
  public var used: Int { read - duplicates - rejectedCount }

  /// Makes the report of nothing read.
  public init() {}
}
