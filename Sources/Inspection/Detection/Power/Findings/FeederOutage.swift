public import CampaignData

/// Recognises the outage of a whole feeder 线路停电: several of its sites fall silent together.
///
/// The only judgement that needs more than one site; it looks at anomalies alone, so it costs nothing
/// beside the readings. Where sites are dealt out to processes, all sites of a feeder must go to the
/// same one.
public struct FeederOutage: Sendable {
  /// A site's falling silent.
  public struct Silence: Sendable {
    /// The feeder.
    public var feeder: String
    /// The site.
    public var site: Int
    /// When.
    public var start: Moment
    /// Until when.
    public var end: Moment

    /// Makes one.
    public init(feeder: String, site: Int, start: Moment, end: Moment) {
      self.feeder = feeder
      self.site = site
      self.start = start
      self.end = end
    }
  }

  private let settings: PowerSettings

  /// A judgement with some thresholds.
  public init(_ settings: PowerSettings) { self.settings = settings }

  /// Whether each silence is part of an outage: at its middle, enough sites of its feeder are silent.
  ///
  /// O(n log n + pairs of silences of a feeder that overlap).
  ///
  /// - Parameters:
  ///   - silences: What fell silent when.
  ///   - sites: Metered sites by feeder.
  public func isOutage(_ silences: [Silence], sites: [String: Int]) -> [Bool] {
    var byFeeder: [String: [Int]] = [:]
    for (place, silence) in silences.enumerated() where !silence.feeder.isEmpty {
      byFeeder[silence.feeder, default: []].append(place)
    }
    var answers = [Bool](repeating: false, count: silences.count)
    for (feeder, places) in byFeeder {
      let needed = max(
        settings.feederSites,
        Int((settings.feederShare * Double(sites[feeder] ?? 0)).rounded(.up)))
      guard places.count >= needed else { continue }
      let sorted = places.sorted { (silences[$0].start, $0) < (silences[$1].start, $1) }
      for place in sorted {
        let silence = silences[place]
        let middle = silence.start.adding(seconds: (silence.end - silence.start) / 2)
        var together: Set<Int> = []
        for other in sorted {
          guard silences[other].start <= middle else { break }
          if silences[other].end > middle { together.insert(silences[other].site) }
        }
        answers[place] = together.count >= needed
      }
    }
    return answers
  }
}
