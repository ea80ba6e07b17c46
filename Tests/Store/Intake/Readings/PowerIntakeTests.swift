import CampaignData
import Inspection
import Testing

@testable import Store

@Suite struct PowerIntakeTests {
  @Test func `anomalies become facts once, with who found them`() throws {
    try inTemporaryFolder { folder in
      let workspace = try Workspace.create(at: folder + "/ws")
      let settings = PowerSettings()
      var loads = [Float](repeating: 0, count: 96)
      for index in 40..<60 { loads[index] = index % 2 == 0 ? 49.5 : 50.5 }
      var site = MeteredSite(id: "A")
      site.isBanned = true
      let findings = PowerDetector(settings).findings(
        in: SiteReadings(
          firstDay: CalendarDate(daysSince1970: 17_836), intervalsPerDay: 96, main: loads),
        of: site)
      let entries = findings.anomalies.map {
        PowerIntake.Entry(site: "A", anomaly: $0, inputHash: findings.inputHash)
      }
      #expect(entries.count == 1)
      let time = Moment(CalendarDate(daysSince1970: 17_900))
      let first = try PowerIntake.keep(
        entries, from: "r.csv", in: workspace, at: time, knownAt: time)
      #expect(first.new == 1)
      let second = try PowerIntake.keep(
        entries, from: "r.csv", in: workspace, at: time, knownAt: time)
      #expect(second.new == 0 && second.same == 1)
      let facts = try workspace.facts(asOf: time)
      #expect(facts.anomalies.count == 1)
      #expect(facts.anomalies.first?.rule == "banned_running")
      #expect(facts.anomalies.first?.detail?.contains("取缔企业用电50kW") == true)
    }
  }
}
