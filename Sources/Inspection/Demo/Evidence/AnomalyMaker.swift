import CampaignData

/// Invents electricity anomalies: more often where something is wrong, and false ones too.
struct AnomalyMaker {
  let sites: [DemoSite]
  let factors: [LatentFactors]
  let spells: [ViolationSpell]
  let seed: UInt64

  /// Chances of an anomaly during the time looked at.
  private static let chanceViolating = 0.27
  private static let chanceClean = 0.021
  /// An unlisted firm that violates and shows behind another meter.
  private static let chanceUnlisted = 0.035
  private static let chanceUnlistedClean = 0.0012

  /// The anomalies of some days, by identifier, numbered on from `earlier`.
  ///
  /// - Parameter share: which part of the usual chances holds for these days.
  func anomalies(
    _ days: ClosedRange<CalendarDate>, share: Double = 1, earlier: Int = 0
  ) -> [PowerAnomaly] {
    var random = DemoRandom(seed: seed, stream: "anomalies")
    var anomalies: [PowerAnomaly] = []
    let length = days.upperBound - days.lowerBound + 1
    for (index, site) in sites.enumerated() where site.kind.isIndustrial {
      let day = days.lowerBound + random.below(length)
      let isWrong = spells[index].contains(day)
      let chance =
        site.isMetered
        ? (isWrong ? Self.chanceViolating : Self.chanceClean)
        : (isWrong ? Self.chanceUnlisted : Self.chanceUnlistedClean)
      guard random.chance(share * chance) else { continue }
      for _ in 0..<(isWrong && random.chance(0.35) ? 2 : 1) {
        anomalies.append(anomaly(of: index, on: day, isWrong: isWrong, &random))
      }
    }
    let order = anomalies.indices.sorted {
      (anomalies[$0].startedAt, $0) < (anomalies[$1].startedAt, $1)
    }
    return order.enumerated().map { number, index in
      var anomaly = anomalies[index]
      anomaly.id = "P" + padded(earlier + number + 1, to: 6)
      return anomaly
    }
  }

  private func anomaly(
    of index: Int, on day: CalendarDate, isWrong: Bool, _ random: inout DemoRandom
  ) -> PowerAnomaly {
    let rule = rule(of: index, &random)
    let hour = rule == "night_use" ? 22 : 6 + random.below(14)
    let start = Moment(day, hour: hour, minute: random.below(4) * 15)
    let intervals = 2 + random.below(isWrong ? 60 : 24)
    let end = start.adding(seconds: intervals * 900)
    let severity = isWrong ? random.between(0.3, 1) : random.between(0.15, 0.75)
    return PowerAnomaly(
      id: "", siteID: SiteRegister.id(index), rule: rule, startedAt: start, endedAt: end,
      severity: (severity * 100).rounded() / 100, detail: Self.detail(rule, severity),
      knownAt: Moment(end.date + 1, hour: 6, minute: random.below(60)))
  }

  private func rule(of index: Int, _ random: inout DemoRandom) -> String {
    let site = sites[index]
    if !site.isMetered || site.isShut { return "hidden_industrial" }
    if factors[index].runsAtNight, random.chance(0.6) { return "night_use" }
    if site.ledger == "staggered" || site.ledger == "emergency", random.chance(0.6) {
      return random.chance(0.6) ? "ordered_stop" : "over_limit"
    }
    return random.pick([
      "treatment_off", "treatment_off", "treatment_off", "treatment_idle", "treatment_idle",
      "negative_correlation", "disconnected", "night_use", "ordered_stop",
    ])
  }

  private static func detail(_ rule: String, _ severity: Double) -> String {
    let percent = Int((25 + 70 * severity).rounded())
    return switch rule {
    case "ordered_stop": "停产期间用电为平日的\(percent)%"
    case "over_limit": "限产期间用电为平日的\(percent)%"
    case "night_use": "夜间用电为白天的\(Int((150 + 150 * severity).rounded()))%"
    case "treatment_off": "生产用电期间治污设施停运"
    case "treatment_idle": "治污用电低于平日的\(100 - percent / 2)%"
    case "negative_correlation": "生产与治污用电负相关"
    case "disconnected": "治污回路断电"
    default: "非工业电表出现工业用电"
    }
  }
}
