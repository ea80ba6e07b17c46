import Inspection
import Testing

@Suite struct DemoMetersTests {
  @Test func `the same seed gives the same sites, whatever their number`() {
    var meters = DemoMeters()
    meters.count = 5
    let site = meters.site(3)
    meters.count = 500
    let again = meters.site(3)
    #expect(site.truth == again.truth && site.site == again.site)
    #expect(
      site.readings.loads.map { $0.map(\.bitPattern) }
        == again.readings.loads.map { $0.map(\.bitPattern) })
    meters.seed = 2
    #expect(meters.site(3).readings[.main] != site.readings[.main])
  }

  @Test func `every violation that is planted is found, and nothing at clean sites`() {
    let detector = PowerDetector(PowerSettings())
    let meters = DemoMeters()
    for number in 0..<150 {
      let site = meters.site(number)
      let found = detector.findings(in: site.readings, of: site.site).anomalies
      if site.scenario == .clean { #expect(found.isEmpty, "\(site.site.id)") }
      for truth in site.truth where truth.explanation != .feederOutage {
        let matches = found.contains { anomaly in
          anomaly.explanation == truth.explanation
            && (truth.rule == nil || anomaly.rule == truth.rule)
        }
        #expect(matches, "\(site.site.id) \(site.scenario)")
      }
    }
  }
}
