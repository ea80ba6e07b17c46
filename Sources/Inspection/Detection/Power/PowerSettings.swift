/// The thresholds of the rules, as the settings of the group `electricity` say.
public struct PowerSettings: Sendable, Hashable {
  /// Minutes between readings; a divisor of a day.
  public var readingMinutes = 15
  /// A circuit is on above this part of its percentile.
  public var onShare = 0.15
  /// The percentile that `onShare` refers to, 0 to 100.
  public var onPercentile = 95.0
  /// Consecutive intervals that something lasts at least.
  public var minimumIntervals = 2
  /// The part of its own median of treatment over production below which treatment idles.
  public var treatmentRatio = 0.5
  /// Days of a baseline.
  public var baselineDays = 30
  /// Measured days without an order that a baseline needs.
  public var baselineMinimumDays = 7
  /// Begin of the night, in seconds after midnight.
  public var nightStart = 22 * 3600
  /// End of the night, in seconds after midnight.
  public var nightEnd = 6 * 3600
  /// Night over day use from which it is an anomaly.
  public var nightRatio = 1.5
  /// A gap of so many hours is offline.
  public var offlineHours = 2.0
  /// The part of the baseline above which a load breaks an ordered stop.
  public var stopLoadShare = 0.25
  /// What a load may exceed an ordered limit by, as a part of the baseline.
  public var limitTolerance = 0.1
  /// The limit that is meant where an order names none: the mildest usual one.
  public var usualLimit = 0.3
  /// kW from which a load counts as industrial.
  public var industrialKW = 10.0
  /// kW from which a banned firm counts as running.
  public var bannedKW = 3.0
  /// Correlation of production and treatment below which it is an anomaly.
  public var negativeCorrelation = -0.5
  /// Sites of a feeder that must fall silent together for an outage.
  public var feederSites = 3
  /// The part of the feeder's sites that must.
  public var feederShare = 0.5

  /// The defaults.
  public init() {}

  /// Intervals in a day.
  public var intervalsPerDay: Int { 1440 / readingMinutes }
  /// Seconds of an interval.
  public var intervalSeconds: Int { readingMinutes * 60 }
  /// Hours of an interval.
  var intervalHours: Float { Float(readingMinutes) / 60 }
  /// Intervals of the gap that counts as offline.
  var offlineIntervals: Int {
    max(minimumIntervals, Int((offlineHours * 60 / Double(readingMinutes)).rounded(.up)))
  }
  /// The first interval of the night.
  var nightStartInterval: Int { nightStart / intervalSeconds }
  /// The first interval after the night.
  var nightEndInterval: Int { nightEnd / intervalSeconds }
  /// Whether days divide into whole intervals and the night into something.
  public var isConsistent: Bool {
    readingMinutes > 0 && 1440 % readingMinutes == 0 && nightEnd < nightStart && nightEnd > 0
  }

  /// A word for all thresholds, the same when they are: part of what anomalies follow from.
  var digest: UInt64 {
    var digest = ReadingDigest()
    for value in [
      Double(readingMinutes), onShare, onPercentile, Double(minimumIntervals), treatmentRatio,
      Double(baselineDays), Double(baselineMinimumDays), Double(nightStart), Double(nightEnd),
      nightRatio, offlineHours, stopLoadShare, limitTolerance, usualLimit, industrialKW, bannedKW,
      negativeCorrelation,
    ] { digest.add(value.bitPattern) }
    return digest.value
  }
}
