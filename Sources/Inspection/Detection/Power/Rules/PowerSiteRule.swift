/// A rule over one site's readings: pure, and knowing no other site.
protocol PowerSiteRule: Sendable {
  /// Adds what it finds.
  static func find(in site: PowerCase, into found: inout [DetectedAnomaly])
}
