import CampaignData
import Inspection
import Publishing
import Terminal

/// Precision and recall of the rules on invented readings.
///
/// A planted interval is found if an anomaly of its rule, or with its explanation, overlaps it; an
/// anomaly is right if it overlaps a planted interval of its rule or explanation. Anomalies that are
/// explained count for their explanation, not for their rule.
struct TrialTable {
  /// What became of one rule or explanation.
  struct Row {
    let name: String
    var planted = 0
    var found = 0
    var anomalies = 0
    var right = 0
  }

  private(set) var rows: [Row]
  /// Anomalies that are not right, in words.
  private(set) var wrong: [String] = []

  init(_ meters: DemoMeters) throws {
    let explanations = PowerExplanation.allCases
    rows = PowerRule.allCases.map { Row(name: $0.key) } + explanations.map { Row(name: $0.key) }
    let settings = PowerSettings()
    let detector = PowerDetector(settings)
    var silences: [FeederOutage.Silence] = []
    var waiting: [(anomaly: DetectedAnomaly, site: MeteredDemoSite)] = []
    var feeders: [String: Int] = [:]
    for number in 0..<meters.count {
      try Interruption.check()
      let site = meters.site(number)
      if !site.site.feeder.isEmpty { feeders[site.site.feeder, default: 0] += 1 }
      let found = detector.findings(in: site.readings, of: site.site).anomalies
      if site.truth.contains(where: { $0.explanation == .feederOutage }) {
        for anomaly in found where anomaly.rule == .offline {
          silences.append(
            FeederOutage.Silence(
              feeder: site.site.feeder, site: number, start: anomaly.start, end: anomaly.end))
        }
        waiting += found.map { ($0, site) }
      } else {
        count(found, site, meters, settings)
      }
    }
    settle(waiting, silences, feeders, meters, settings)
  }

  /// Sites of feeders, once all of them are known.
  private mutating func settle(
    _ waiting: [(anomaly: DetectedAnomaly, site: MeteredDemoSite)],
    _ silences: [FeederOutage.Silence], _ feeders: [String: Int], _ meters: DemoMeters,
    _ settings: PowerSettings
  ) {
    let answers = FeederOutage(settings).isOutage(silences, sites: feeders)
    var next = 0
    var bySite: [String: (site: MeteredDemoSite, found: [DetectedAnomaly])] = [:]
    for entry in waiting {
      var anomaly = entry.anomaly
      if anomaly.rule == .offline {
        if answers[next] { anomaly.explanation = .feederOutage }
        next += 1
      }
      bySite[entry.site.site.id, default: (entry.site, [])].found.append(anomaly)
    }
    for key in bySite.keys.sorted() {
      if let (site, found) = bySite[key] { count(found, site, meters, settings) }
    }
  }

  private mutating func count(
    _ found: [DetectedAnomaly], _ site: MeteredDemoSite, _ meters: DemoMeters,
    _ settings: PowerSettings
  ) {
    func overlaps(_ anomaly: DetectedAnomaly, _ truth: MeterTruth) -> Bool {
      let begin = (anomaly.start - Moment(meters.firstDay)) / settings.intervalSeconds
      let end = (anomaly.end - Moment(meters.firstDay)) / settings.intervalSeconds
      return begin < truth.intervals.upperBound && end > truth.intervals.lowerBound
        && Self.place(anomaly.rule, anomaly.explanation)
          == Self.place(truth.rule, truth.explanation)
    }
    for truth in site.truth {
      guard let place = Self.place(truth.rule, truth.explanation) else { continue }
      rows[place].planted += 1
      if found.contains(where: { overlaps($0, truth) }) { rows[place].found += 1 }
    }
    for anomaly in found {
      guard let place = Self.place(anomaly.rule, anomaly.explanation) else { continue }
      rows[place].anomalies += 1
      if site.truth.contains(where: { overlaps(anomaly, $0) }) {
        rows[place].right += 1
      } else {
        wrong.append(
          "\(site.site.id) \(site.scenario) \(rows[place].name) \(anomaly.start) \(anomaly.end) "
            + PowerAnomalyWords(anomaly).en)
      }
    }
  }

  private static func place(_ rule: PowerRule?, _ explanation: PowerExplanation?) -> Int? {
    if let explanation { return PowerRule.allCases.count + Int(explanation.rawValue) }
    return rule.map { Int($0.rawValue) }
  }

  /// A line a rule: planted, found, recall, anomalies, right, precision.
  var text: String {
    let header = "rule\tplanted\tfound\trecall\tanomalies\tright\tprecision\n"
    return header
      + rows.map { row in
        "\(row.name)\t\(row.planted)\t\(row.found)\t\(Self.share(row.found, row.planted))\t"
          + "\(row.anomalies)\t\(row.right)\t\(Self.share(row.right, row.anomalies))\n"
      }.joined()
  }

  private static func share(_ part: Int, _ whole: Int) -> String {
    guard whole > 0 else { return "-" }
    let thousandths = (part * 1000 + whole / 2) / whole
    let rest = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - rest.utf8.count) + rest
  }

  /// The same for programs.
  var json: JSONText {
    .object([
      .init(
        "rules",
        .array(
          rows.map { row in
            .object([
              .init("rule", .string(row.name)), .init("planted", .integer(row.planted)),
              .init("found", .integer(row.found)), .init("anomalies", .integer(row.anomalies)),
              .init("right", .integer(row.right)),
            ])
          }))
    ])
  }
}
