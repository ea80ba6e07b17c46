import CampaignData

/// Runs all rules over the readings of sites, one at a time.
///
///     let findings = PowerDetector(settings).findings(in: readings, of: site)
///
/// Pure: the same readings, site and settings give the same anomalies, whatever other sites there are
/// and in whatever order, so that sites can be dealt out to any number of processes.
public struct PowerDetector: Sendable {
  /// The thresholds.
  public let settings: PowerSettings

  private static let rules: [any (PowerSiteRule & SendableMetatype).Type] = [
    TreatmentOffRule.self, TreatmentIdleRule.self, TreatmentRatioRule.self, OrderedStopRule.self,
    MovedToNightRule.self, OverLimitRule.self, DisconnectedRule.self, FrozenRule.self,
    OfflineRule.self, NightUseRule.self, NegativeCorrelationRule.self, BannedRunningRule.self,
    HiddenIndustrialRule.self,
  ]

  /// A detector with some thresholds, which must be consistent.
  public init(_ settings: PowerSettings) {
    precondition(settings.isConsistent)
    self.settings = settings
  }

  /// What the rules find, in O(intervals).
  public func findings(in readings: SiteReadings, of site: MeteredSite) -> SiteFindings {
    var findings = SiteFindings()
    guard readings.count > 0 else { return findings }
    let power = PowerCase(readings, site: site, settings: settings)
    for rule in Self.rules { rule.find(in: power, into: &findings.anomalies) }
    findings.anomalies.sort {
      ($0.start, $0.rule.rawValue, $0.circuit?.rawValue ?? 9, $0.end)
        < ($1.start, $1.rule.rawValue, $1.circuit?.rawValue ?? 9, $1.end)
    }
    findings.hasBaseline = power.references.contains { $0.isUsable }
    if !findings.anomalies.isEmpty { findings.inputHash = hash(readings, site) }
    return findings
  }

  /// A hash of all that the anomalies follow from.
  private func hash(_ readings: SiteReadings, _ site: MeteredSite) -> UInt64 {
    var digest = ReadingDigest()
    digest.add(settings.digest)
    digest.add(UInt64(bitPattern: Int64(readings.firstDay.daysSince1970)))
    for loads in readings.loads { digest.add(loads) }
    let flags: [Bool] = [site.isListed, site.isBanned, site.ownGeneration]
    digest.add(flags.reduce(UInt64(site.tariff.rawValue)) { $0 << 1 | ($1 ? 1 : 0) })
    for order in site.orders {
      digest.add(UInt64(bitPattern: order.start.secondsSince1970))
      digest.add(UInt64(bitPattern: order.end?.secondsSince1970 ?? -1))
      digest.add(order.isStop ? 1 : order.share.bitPattern)
    }
    return digest.value
  }
}
