import CampaignData
import Inspection
import Testing

@Suite struct PowerDetectorTests {
  @Test func `every rule and explanation has its word, and every rule its weight`() {
    let rules = CampaignData.vocabulary(named: "power_rule")
    for rule in PowerRule.allCases {
      #expect(rules?.term(key: rule.key) != nil, "\(rule.key)")
      #expect(CampaignData.weights["power_" + rule.key] != nil, "\(rule.key)")
      #expect(PowerRule(key: rule.key) == rule)
    }
    let words = CampaignData.vocabulary(named: "power_explanation")
    for explanation in PowerExplanation.allCases {
      #expect(words?.term(key: explanation.key) != nil, "\(explanation.key)")
    }
  }

  @Test
  func `the hash changes with readings, orders, ledger and thresholds, and with nothing else`() {
    var plant = PlantReadings()
    plant.set(\.treatment, PlantReadings.hours(12, 10, 13)) { _, _ in 0.2 }
    func hash(_ plant: PlantReadings) -> UInt64 {
      PowerDetector(plant.settings).findings(in: plant.readings, of: plant.site).inputHash
    }
    let before = hash(plant)
    #expect(before != 0 && hash(plant) == before)
    var other = plant
    other.main[7] += 0.5
    #expect(hash(other) != before)
    other = plant
    other.settings.onShare = 0.16
    #expect(hash(other) != before)
    other = plant
    other.site.orders = [
      MeteredSite.Order(isStop: false, share: 0.3, start: PlantReadings.moment(20))
    ]
    #expect(hash(other) != before)
  }

  @Test func `the second month is measured by the first`() throws {
    var plant = PlantReadings(days: 60)
    // Treatment at a third for the whole second month: its own median would not notice.
    plant.set(\.treatment, 30 * 96..<60 * 96) { load, _ in load / 3 }
    let found = plant.found(.treatmentIdle)
    #expect(found.count >= 25)
    #expect(found.allSatisfy { $0.start >= PlantReadings.moment(30) })
  }

  @Test func `no readings, one reading and short series do no harm`() {
    let detector = PowerDetector(PowerSettings())
    let site = MeteredSite(id: "S")
    let day = PlantReadings.firstDay
    for main in [[], [Float(3)], [Float](repeating: 0, count: 96), [.nan, 5]] {
      let readings = SiteReadings(firstDay: day, intervalsPerDay: 96, main: main)
      let findings = detector.findings(in: readings, of: site)
      #expect(findings.anomalies.isEmpty && !findings.hasBaseline)
    }
  }

  @Test func `hourly and five-minute readings are judged as well`() {
    for minutes in [5, 30, 60] {
      let quarter = PlantReadings()
      var plant = PlantReadings()
      plant.settings.readingMinutes = minutes
      let perDay = 1440 / minutes
      func resampled(_ loads: [Float]) -> [Float] {
        (0..<30 * perDay).map { loads[$0 * 96 / perDay] * (1 + Float($0 % 5) / 500) }
      }
      var treatment = resampled(quarter.treatment)
      for index in 12 * perDay + 10 * perDay / 24..<12 * perDay + 14 * perDay / 24 {
        treatment[index] = 0.2
      }
      let readings = SiteReadings(
        firstDay: PlantReadings.firstDay, intervalsPerDay: perDay,
        production: resampled(quarter.production), treatment: treatment)
      let found = PowerDetector(plant.settings).findings(in: readings, of: plant.site).anomalies
      #expect(found.map(\.rule) == [.treatmentOff], "\(minutes) minutes")
      #expect(found.first?.hours == 4)
    }
  }
}
