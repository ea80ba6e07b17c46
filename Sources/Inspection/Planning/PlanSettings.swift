/// What a planner may set; the defaults stand in `Data/tables/settings.csv`.
public struct PlanSettings: Sendable, Hashable {
  /// Visits a team makes on a usual day.
  public var dailyVisits: Int
  /// Visits on a round's hand-over Monday, when four of six people inspect.
  public var handoverVisits: Int
  /// Minutes at a site.
  public var serviceMinutes: Int
  /// Hours from leaving the base to being back.
  public var dayHours: Double
  /// Second of the day at which teams leave.
  public var dayStart: Int
  /// Kilometres an hour on the road.
  public var speedKMH: Double
  /// Road length over straight line.
  public var detour: Double
  /// Seed of everything random; kept by the audit record.
  public var seed: UInt64
  /// Search effort of the route solver; 0 takes its first, deterministic solution.
  public var iterations: Int
  /// What a stop kept from the plan before (same team, same day) is worth beside its chance, in
  /// expected problems; 0 plans anew.
  public var stability: Double
  /// Share of a team's visits of a round that are drawn by lot, 0 to 1.
  public var randomShare: Double
  /// Share of a draw that sites known only from local lists may take at most, 0 to 1.
  public var localShare: Double
  /// How much of the visits verification may take.
  public var rechecks: RecheckRules
  /// Hash of the evidence weights in force; nil for the defaults.
  public var weightsHash: String?

  /// Makes settings from values.
  public init(
    dailyVisits: Int, handoverVisits: Int, serviceMinutes: Int, dayHours: Double, dayStart: Int,
    speedKMH: Double, detour: Double, seed: UInt64, iterations: Int, stability: Double = 0,
    randomShare: Double = 0, localShare: Double = 0.1,
    rechecks: RecheckRules = RecheckRules(), weightsHash: String? = nil
  ) {
    self.dailyVisits = dailyVisits
    self.handoverVisits = handoverVisits
    self.serviceMinutes = serviceMinutes
    self.dayHours = dayHours
    self.dayStart = dayStart
    self.speedKMH = speedKMH
    self.detour = detour
    self.seed = seed
    self.iterations = iterations
    self.stability = stability
    self.randomShare = randomShare
    self.localShare = localShare
    self.rechecks = rechecks
    self.weightsHash = weightsHash
  }
}

extension PlanSettings {
  /// The settings as text, one a line by name.
  ///
  /// `Plan.settingsHash` is its hash. The seed is not in it; it has a commitment of its own.
  public var canonicalText: String {
    let lines = [
      "daily_visits=\(dailyVisits)", "day_hours=\(dayHours)", "day_start=\(dayStart)",
      "detour=\(detour)", "handover_visits=\(handoverVisits)", "iterations=\(iterations)",
      "local_share=\(localShare)", "random_share=\(randomShare)",
      "recheck_complaint_days=\(rechecks.complaintDays)",
      "recheck_complaints=\(rechecks.complaints)", "recheck_share=\(rechecks.share)",
      "service_minutes=\(serviceMinutes)", "speed_kmh=\(speedKMH)",
      "stability=\(stability)",
    ]
    return (lines + (weightsHash.map { ["weights=\($0)"] } ?? [])).joined(separator: "\n")
  }

  /// What makes planning impossible, as a sentence; nil if nothing does.
  var fault: String? {
    let rules: [(isKept: Bool, text: String)] = [
      (dailyVisits >= 0, "daily_visits is \(dailyVisits); expected 0 or more"),
      (handoverVisits >= 0, "handover_visits is \(handoverVisits); expected 0 or more"),
      (
        (0...1440).contains(serviceMinutes),
        "service_minutes is \(serviceMinutes); expected 0 to 1440"
      ),
      (dayHours > 0 && dayHours <= 24, "day_hours is \(dayHours); expected more than 0, up to 24"),
      ((0..<86_400).contains(dayStart), "day_start is not a time of day"),
      (speedKMH > 0 && speedKMH.isFinite, "speed_kmh is \(speedKMH); expected more than 0"),
      (detour >= 1 && detour.isFinite, "detour is \(detour); expected 1 or more"),
      (
        (0...100).contains(stability), "stability is \(stability); expected 0 to 100"
      ),
      (
        (0...1).contains(randomShare), "random_share is \(randomShare); expected 0 to 1"
      ),
      ((0...1).contains(localShare), "local_share is \(localShare); expected 0 to 1"),
      (
        (0...1).contains(rechecks.share), "recheck_share is \(rechecks.share); expected 0 to 1"
      ),
      (
        rechecks.complaints >= 0,
        "recheck_complaints is \(rechecks.complaints); expected 0 or more"
      ),
      (iterations >= 0, "iterations is \(iterations); expected 0 or more"),
    ]
    return rules.first { !$0.isKept }.map { $0.text + "; correct it in hotspot.yaml" }
  }
}
