import Inspection
import Testing

@Suite struct UseRulesTests {
  typealias Plant = PlantReadings

  @Test func `nights of half as much again as days are one anomaly a run`() throws {
    var plant = Plant()
    for index in Plant.at(12, 6)..<Plant.at(16, 6) {
      let hour = index % 96 / 4
      let isNight = hour >= 22 || hour < 6
      plant.main[index] = isNight ? 100 + Float(index % 9) : 20 + Float(index % 5)
      plant.production[index] = isNight ? 80 + Float(index % 9) : 10 + Float(index % 5)
      plant.treatment[index] = isNight ? 20 : 2.5
    }
    let found = plant.found(.nightUse)
    #expect(found.count == 1)
    #expect(found.first?.start == Plant.moment(12, 22) && found.first?.end == Plant.moment(15, 6))
    let ratio = found.first?.value ?? 0
    let expected: Float = 8 * 104 / (16 * 22)
    #expect(abs(ratio - expected) < 0.1)
  }

  @Test func `steady use by day and night is not`() {
    #expect(Plant(days: 30, hours: 0..<24).found(.nightUse).isEmpty)
  }

  @Test func `any load of a banned firm counts, lighting does not`() {
    var plant = Plant()
    plant.site.isBanned = true
    plant.production = []
    plant.treatment = []
    for index in 0..<2880 { plant.main[index] = 0.5 + Float(index % 7) / 20 }
    #expect(plant.rules.isEmpty)
    for index in Plant.hours(12, 9, 12) { plant.main[index] = 30 + Float(index % 3) }
    #expect(plant.rules == [.bannedRunning])
  }

  private func bare(tariff: MeteredSite.Tariff, listed: Bool) -> Plant {
    var plant = Plant()
    plant.site.tariff = tariff
    plant.site.isListed = listed
    plant.production = []
    plant.treatment = []
    return plant
  }

  @Test func `an industrial load behind a household meter is found`() throws {
    let plant = bare(tariff: .other, listed: false)
    #expect(plant.rules == [.hiddenIndustrial])
    let unknown = bare(tariff: .unknown, listed: false)
    #expect(unknown.rules == [.hiddenIndustrial])
    let (known, guessed) = (try #require(plant.found.first), try #require(unknown.found.first))
    #expect(guessed.severity < known.severity, "of a meter unknown it counts for less")
  }

  @Test func `a listed firm behind its own industrial meter is not`() {
    #expect(bare(tariff: .industrial, listed: true).rules.isEmpty)
    #expect(bare(tariff: .unknown, listed: true).rules.isEmpty)
  }

  @Test func `households and cold stores are not industry`() {
    var home = bare(tariff: .other, listed: false)
    for index in 0..<2880 { home.main[index] *= 0.05 }
    #expect(home.rules.isEmpty)
    var store = bare(tariff: .other, listed: false)
    for index in 0..<2880 { store.main[index] = 60 + Float(index * 31 % 17) }
    #expect(store.rules.isEmpty)
  }
}
