/// An invented metered site.
public struct MeteredDemoSite: Sendable {
  /// What it does.
  public var scenario: MeterScenario
  /// What is known of it.
  public var site: MeteredSite
  /// Its readings.
  public var readings: SiteReadings
  /// What was planted.
  public var truth: [MeterTruth]
}
