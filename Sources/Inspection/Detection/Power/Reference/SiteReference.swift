/// What is usual for a site over one stretch of days, orders left out.
struct SiteReference: Sendable {
  /// The percentile of each circuit's load, kW; 0 where it is not metered.
  var peaks: [Float] = [0, 0, 0]
  /// Load above which each circuit is on.
  var thresholds: [Float] = [0, 0, 0]
  /// Median of treatment over production while both are on; 0 where unknown.
  var ratio: Float = 0
  /// Median of that ratio over whole days.
  var dailyRatio: Float = 0
  /// Median load of treatment while it is on.
  var treatmentLoad: Float = 0
  /// Median of what main has beside production and treatment.
  var rest: Float = 0
  /// The usual load of production, or of main where production is not metered.
  var profile: WeekProfile?
  /// Measured days without an order.
  var days = 0
  /// Whether there are enough of them to compare with.
  var isUsable = false

  /// Below this a circuit counts as drawing nothing, kW.
  static let nothing: Float = 0.05
}
