public import CampaignData

/// How files of readings are to be read.
public struct ReadingOptions: Sendable {
  /// In which order readings stand.
  public enum Order: String, Sendable, CaseIterable {
    /// Look at the first rows.
    case auto
    /// All of a site together: one pass.
    case meter
    /// By time, or anyhow: dealt out to files on disk first.
    case time
  }

  /// What a time means.
  public enum Stamp: String, Sendable, CaseIterable {
    /// The begin of the interval.
    case start
    /// Its end.
    case end
  }

  /// What values are.
  public enum Value: String, Sendable, CaseIterable {
    /// kWh of the interval.
    case energy
    /// Mean kW of the interval.
    case power
    /// A counter in kWh.
    case register
  }

  /// In which order readings stand.
  public var order = Order.auto
  /// What a time means.
  public var stamp = Stamp.start
  /// Seconds ahead of UTC that times without an offset mean; nil: they are rejected.
  public var zone: Int?
  /// Readings later than this are rejected.
  public var now: Moment
  /// What the columns of rows for a whole day hold; nil where their headings say so.
  public var dayValue: Value?
  /// Minutes between readings.
  public var readingMinutes = 15
  /// Which heading of the file means which column, where the dictionary does not know it.
  public var columnMap: [String: String] = [:]
  /// The layer or sheet of a file that is no text.
  public var layer: String?
  /// The encoding of text; nil: UTF-8 and GB18030 are told apart.
  public var encoding: String?
  /// The headings of files without any, as in a stream.
  public var headings: [String]?
  /// Whether a last line must say that the stream is whole; see `StreamFrame`.
  public var isFramed = false
  /// Where files on disk may go for a while.
  public var scratch: String

  /// Bytes of text that are taken apart at a time.
  var blockBytes = 1 << 20

  /// Makes options that leave all else to the files.
  public init(now: Moment, scratch: String) {
    self.now = now
    self.scratch = scratch
  }
}
