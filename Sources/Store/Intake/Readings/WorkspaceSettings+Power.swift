public import Inspection

extension WorkspaceSettings {
  /// The thresholds of the rules on electricity; throws `settings` where they contradict each other.
  public func powerSettings() throws(StoreError) -> PowerSettings {
    var settings = PowerSettings()
    settings.readingMinutes = integer("reading_minutes")
    settings.onShare = real("on_share")
    settings.onPercentile = real("on_percentile")
    settings.minimumIntervals = integer("minimum_intervals")
    settings.treatmentRatio = real("treatment_ratio")
    settings.baselineDays = integer("baseline_days")
    settings.baselineMinimumDays = min(integer("baseline_minimum_days"), settings.baselineDays)
    settings.nightStart = secondOfDay("night_start")
    settings.nightEnd = secondOfDay("night_end")
    settings.nightRatio = real("night_ratio")
    settings.offlineHours = real("offline_hours")
    settings.stopLoadShare = real("stop_load_share")
    settings.limitTolerance = real("limit_tolerance")
    settings.usualLimit = list("limit_tiers").compactMap { Double($0) }.min() ?? 0.3
    settings.industrialKW = real("industrial_kw")
    settings.bannedKW = real("banned_kw")
    settings.negativeCorrelation = real("negative_correlation")
    settings.feederSites = integer("feeder_sites")
    settings.feederShare = real("feeder_share")
    guard settings.isConsistent else {
      throw StoreError(
        .settings, "the settings of the group electricity do not fit together",
        found: "reading_minutes \(settings.readingMinutes)",
        expected: "a divisor of 1440, and a night_start in the evening, night_end in the morning",
        nextStep: "Correct them in hotspot.yaml.")
    }
    return settings
  }
}
