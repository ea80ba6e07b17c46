import Inspection
import Testing

@Suite struct TreatmentRulesTests {
  typealias Plant = PlantReadings

  @Test func `a plant that does nothing wrong has no anomaly`() {
    #expect(Plant().found.isEmpty)
    #expect(Plant(days: 75, hours: 0..<24).found.isEmpty)
  }

  @Test func `treatment off while production runs is found, with its hours`() throws {
    var plant = Plant()
    plant.set(\.treatment, Plant.hours(12, 10, 13)) { _, _ in 0.2 }
    #expect(plant.rules == [.treatmentOff])
    let anomaly = try #require(plant.found.first)
    #expect(anomaly.start == Plant.moment(12, 10) && anomaly.end == Plant.moment(12, 13))
    #expect(anomaly.hours == 3 && anomaly.severity > 0.5 && anomaly.severity < 0.8)
    #expect(PowerAnomalyWords(anomaly).zh.contains("治污停运3小时"))
    #expect(PowerAnomalyWords(anomaly).en.contains("treatment off for 3 h"))
  }

  @Test func `one interval is no spell, two are`() {
    var plant = Plant()
    plant.set(\.treatment, Plant.at(12, 10)..<Plant.at(12, 10) + 1) { _, _ in 0 }
    #expect(plant.rules.isEmpty)
    plant.set(\.treatment, Plant.at(12, 10)..<Plant.at(12, 10) + 2) { _, _ in 0 }
    #expect(plant.rules == [.treatmentOff])
  }

  @Test func `spells that begin on one day are one anomaly`() throws {
    var plant = Plant()
    plant.set(\.treatment, Plant.hours(12, 9, 10)) { _, _ in 0.2 }
    plant.set(\.treatment, Plant.hours(12, 15, 17)) { _, _ in 0.2 }
    let found = plant.found(.treatmentOff)
    #expect(found.count == 1)
    #expect(found.first?.hours == 3 && found.first?.end == Plant.moment(12, 17))
  }

  @Test func `a gap is not off`() {
    var plant = Plant()
    plant.set(\.treatment, Plant.hours(12, 10, 11.5)) { _, _ in .nan }
    #expect(plant.rules.isEmpty)
  }

  @Test func `treatment off because the whole plant is stopped is explained and weighs nothing`()
    throws
  {
    var plant = Plant()
    for circuit in [\PlantReadings.production, \.treatment] {
      plant.set(circuit, Plant.hours(12, 0, 24)) { _, _ in 0.4 }
    }
    #expect(plant.rules.isEmpty)
    let anomaly = try #require(plant.found(.treatmentOff).first)
    #expect(anomaly.explanation == .plantStopped && anomaly.severity == 0)
    #expect(PowerAnomalyWords(anomaly).zh.contains("已知误报"))
  }

  @Test func `zero treatment whose load main still has is a broken cable`() {
    var plant = Plant()
    plant.set(\.treatment, Plant.hours(12, 10, 16), movesMain: false) { _, _ in 0 }
    #expect(plant.rules.isEmpty)
    #expect(plant.found(.treatmentOff).map(\.explanation) == [.brokenCable])
  }

  @Test func `treatment at a third of its usual part idles`() throws {
    var plant = Plant()
    plant.set(\.treatment, Plant.hours(12, 9, 15)) { load, _ in load / 3 }
    #expect(plant.rules == [.treatmentIdle])
    let anomaly = try #require(plant.found.first)
    #expect(abs(anomaly.value - 0.083) < 0.01 && abs(anomaly.reference - 0.25) < 0.02)
  }

  @Test func `treatment at two thirds of its usual part does not`() {
    var plant = Plant()
    plant.set(\.treatment, Plant.hours(12, 9, 15)) { load, _ in load * 2 / 3 }
    #expect(plant.rules.isEmpty)
  }

  @Test func `half production needs half treatment only`() {
    var plant = Plant()
    for circuit in [\PlantReadings.production, \.treatment] {
      plant.set(circuit, Plant.hours(12, 8, 18)) { load, _ in load * 0.4 }
    }
    #expect(plant.rules.isEmpty)
  }

  @Test func `treatment that is switched on and off too quickly for a spell is found by the day`() {
    var plant = Plant()
    plant.set(\.treatment, Plant.hours(12, 8, 18)) { load, index in
      index % 2 == 0 ? load * 0.7 : 0.3
    }
    #expect(plant.rules == [.treatmentRatio])
    #expect(plant.found.first?.start == Plant.moment(12, 8))
  }

  @Test func `dips of treatment that falls as production rises are told once`() {
    var plant = Plant()
    func swing(_ day: Int) {
      for index in Plant.hours(day, 8, 18) {
        let part = Float(abs(index % 16 - 8)) / 8
        plant.production[index] = 100 * (0.6 + 0.4 * part)
        plant.treatment[index] = 25 * (1 - (part > 0.8 ? 0.6 : 0.4 * part))
      }
    }
    swing(12)
    #expect(plant.rules == [.treatmentIdle], "one day alone is no correlation")
    swing(13)
    #expect(plant.rules == [.negativeCorrelation])
    for index in Plant.hours(13, 8, 12) { plant.treatment[index] = 7 }
    #expect(plant.rules.contains(.treatmentIdle))
  }

  @Test func `treatment that falls as production rises is found from two days on`() {
    var plant = Plant()
    func swing(_ day: Int) {
      for index in Plant.hours(day, 8, 18) {
        let part = Float(abs(index % 16 - 8)) / 8
        plant.production[index] = 100 * (0.6 + 0.4 * part)
        plant.treatment[index] = 25 * (1 - 0.4 * part)
      }
    }
    swing(12)
    #expect(!plant.rules.contains(.negativeCorrelation))
    swing(13)
    #expect(plant.rules.contains(.negativeCorrelation))
    #expect((plant.found(.negativeCorrelation).first?.value ?? 0) < -0.9)
  }
}
