import Inspection
import Testing

@Suite struct MeterRulesTests {
  typealias Plant = PlantReadings

  @Test func `a circuit that is silent while others report is disconnected`() throws {
    var plant = Plant()
    plant.set(\.production, Plant.hours(12, 9, 15)) { _, _ in .nan }
    #expect(plant.rules == [.disconnected])
    let anomaly = try #require(plant.found.first)
    #expect(anomaly.circuit == .production && anomaly.hours == 6)
  }

  @Test func `a gap of less than two hours is nothing`() {
    var plant = Plant()
    plant.set(\.production, Plant.hours(12, 9, 10.75)) { _, _ in .nan }
    #expect(plant.rules.isEmpty)
  }

  @Test func `a meter that loses two hours every day is told once, as offline`() {
    var plant = Plant()
    for day in 0..<30 { plant.set(\.production, Plant.hours(day, 9, 11)) { _, _ in .nan } }
    #expect(plant.rules == [.offline])
    #expect(plant.found(.offline).count == 1)
  }

  @Test func `production that reads zero while main has its load is disconnected`() {
    var plant = Plant()
    plant.set(\.production, Plant.hours(12, 9, 15), movesMain: false) { _, _ in 0 }
    #expect(plant.rules == [.disconnected])
    #expect(plant.found(.disconnected).first?.circuit == .production)
  }

  @Test func `main below its parts is a bypassed meter, or panels where it is so by daylight`() {
    var plant = Plant(days: 30, hours: 0..<24)
    plant.set(\.main, Plant.hours(12, 0, 23)) { load, _ in load * 0.4 }
    #expect(plant.rules == [.disconnected])
    var panels = Plant()
    for day in 0..<30 { panels.set(\.main, Plant.hours(day, 9, 16)) { load, _ in load * 0.4 } }
    #expect(panels.rules.isEmpty)
    #expect(panels.found(.disconnected).allSatisfy { $0.explanation == .ownGeneration })
    #expect(panels.found(.disconnected).count == 26)
  }

  @Test func `a generator that the ledger knows explains main below its parts`() {
    var plant = Plant(days: 30, hours: 0..<24)
    plant.site.ownGeneration = true
    plant.set(\.main, Plant.hours(12, 0, 23)) { load, _ in load * 0.4 }
    #expect(plant.rules.isEmpty)
  }

  @Test func `the same value for hours is a frozen meter`() throws {
    var plant = Plant()
    plant.set(\.production, Plant.hours(12, 9, 15)) { _, _ in 97.25 }
    #expect(plant.rules == [.frozen])
    let anomaly = try #require(plant.found.first)
    #expect(anomaly.circuit == .production && anomaly.value == 97.25 && anomaly.hours == 6)
  }

  @Test func `a coarse meter repeats itself by nature`() {
    var plant = Plant()
    for index in 0..<2880 {
      plant.production[index] = (plant.production[index] / 20).rounded() * 20
      let other: Float = 5 + Float(index % 13) / 50
      plant.main[index] = plant.production[index] + plant.treatment[index] + other
    }
    #expect(plant.rules.isEmpty)
  }

  @Test func `a whole site that is silent is offline, never stopped`() {
    var plant = Plant()
    for circuit in [\PlantReadings.main, \.production, \.treatment] {
      plant.set(circuit, Plant.hours(12, 9, 15), movesMain: false) { _, _ in .nan }
    }
    #expect(plant.rules == [.offline])
    #expect(plant.found.count == 1)
  }

  @Test func `all circuits at zero at once are an outage`() {
    var plant = Plant()
    for circuit in [\PlantReadings.main, \.production, \.treatment] {
      plant.set(circuit, Plant.hours(12, 9, 15), movesMain: false) { _, _ in 0 }
    }
    #expect(plant.rules == [.offline])
  }

  @Test func `silence before the first and after the last reading is no gap`() {
    var plant = Plant()
    for circuit in [\PlantReadings.main, \.production, \.treatment] {
      plant.set(circuit, 0..<Plant.at(3, 7), movesMain: false) { _, _ in .nan }
      plant.set(circuit, Plant.at(28, 7)..<2880, movesMain: false) { _, _ in .nan }
    }
    #expect(plant.rules.isEmpty)
  }

  @Test func `sites of a feeder that fall silent together are an outage, one alone is not`() {
    func silence(_ site: Int, _ feeder: String, _ hour: Double) -> FeederOutage.Silence {
      FeederOutage.Silence(
        feeder: feeder, site: site, start: Plant.moment(3, hour), end: Plant.moment(3, hour + 4))
    }
    let silences = [
      silence(0, "A", 8), silence(1, "A", 8.25), silence(2, "A", 7.5), silence(3, "B", 8),
      silence(4, "", 8), silence(5, "A", 20),
    ]
    let outage = FeederOutage(PowerSettings())
    #expect(
      outage.isOutage(silences, sites: ["A": 4, "B": 1]) == [true, true, true, false, false, false])
    // Three of ten are not most of a feeder.
    #expect(!outage.isOutage(silences, sites: ["A": 10]).contains(true))
  }
}
