import Inspection
import Testing

@Suite struct OrderRulesTests {
  typealias Plant = PlantReadings

  private func plant(stop: Bool = true, share: Double = 1) -> Plant {
    var plant = Plant()
    // From a Monday on.
    plant.site.orders = [
      MeteredSite.Order(
        isStop: stop, share: share, start: Plant.moment(18), end: Plant.moment(25))
    ]
    return plant
  }

  private func scale(_ plant: inout Plant, by factor: Float) {
    for circuit in [\PlantReadings.production, \.treatment] {
      plant.set(circuit, Plant.at(18, 0)..<Plant.at(25, 0)) { load, _ in load * factor }
    }
  }

  @Test func `a stop that is kept is none`() {
    var plant = plant()
    scale(&plant, by: 0.1)
    #expect(plant.rules.isEmpty)
  }

  @Test func `load above a quarter of the own baseline breaks a stop, on every day of it`() throws {
    var plant = plant()
    scale(&plant, by: 0.4)
    #expect(plant.rules == [.orderedStop])
    let found = plant.found(.orderedStop)
    #expect(found.count == 6, "Monday to Saturday; the plant rests on Sundays")
    let first = try #require(found.first)
    #expect(first.start == Plant.moment(18, 8) && first.end == Plant.moment(18, 18))
    #expect(abs(first.value - 40) < 2 && abs(first.reference - 100) < 3)
  }

  @Test func `the load of a stop does not enter the baseline that it is measured by`() {
    var plant = Plant()
    plant.site.orders = [MeteredSite.Order(isStop: true, start: Plant.moment(10))]
    plant.set(\.production, Plant.at(10, 0)..<Plant.at(30, 0)) { load, _ in load * 0.3 }
    #expect(plant.found(.orderedStop).allSatisfy { $0.reference > 90 })
    #expect(plant.rules.contains(.orderedStop))
  }

  @Test func `a stop for all days has no baseline and is judged by the load alone`() throws {
    var plant = Plant()
    plant.site.orders = [MeteredSite.Order(isStop: true, start: Plant.moment(-3))]
    let found = plant.found(.orderedStop)
    #expect(found.count > 20)
    #expect(found.allSatisfy { $0.reference.isNaN })
    plant.set(\.production, 0..<2880) { load, _ in load * 0.05 }
    #expect(plant.found(.orderedStop).isEmpty)
  }

  @Test func `work moved into the night of a stop is told as that`() throws {
    var plant = plant()
    for index in Plant.at(18, 0)..<Plant.at(25, 0) {
      let hour = index % 96 / 4
      let isNight = hour >= 22 || hour < 6
      plant.production[index] = isNight ? 90 + Float(index % 7) : 1
      plant.treatment[index] = isNight ? 22 + Float(index % 5) : 0.5
      plant.main[index] = plant.production[index] + plant.treatment[index] + 5
    }
    let moved = plant.found(.movedToNight)
    #expect(moved.count == 8)
    // The night in which the order begins has no day of its own: the day after it tells.
    #expect(moved.first?.start == Plant.moment(18, 0) && moved.first?.end == Plant.moment(18, 6))
    #expect(moved.last?.start == Plant.moment(24, 22) || moved[1].start == Plant.moment(18, 22))
    #expect(plant.found(.orderedStop).isEmpty)
    #expect(plant.found(.nightUse).isEmpty)
  }

  @Test func `night work as usual is no work moved into the night`() {
    var plant = Plant(days: 30, hours: 0..<24)
    plant.site.orders = [MeteredSite.Order(isStop: true, start: Plant.moment(18))]
    for index in Plant.at(18, 0)..<Plant.at(30, 0) where (6..<22).contains(index % 96 / 4) {
      plant.production[index] = 1
    }
    #expect(plant.found(.movedToNight).isEmpty)
    #expect(!plant.found(.orderedStop).isEmpty)
  }

  @Test(arguments: [0.3, 0.5, 0.7]) func `a limit allows its rest, and a tolerance`(share: Double) {
    var kept = plant(stop: false, share: share)
    scale(&kept, by: Float(1 - share + 0.05))
    #expect(kept.rules.isEmpty)
    var broken = plant(stop: false, share: share)
    scale(&broken, by: Float(1 - share + 0.25))
    #expect(broken.rules == [.overLimit])
    #expect(broken.found(.overLimit).count == 6)
  }

  @Test func `a limit without a share is the mildest usual one`() {
    var plant = plant(stop: false, share: MeteredSite.Order.unnamedShare)
    scale(&plant, by: 0.74)
    #expect(plant.rules.isEmpty)
    scale(&plant, by: 1.3)
    #expect(plant.rules == [.overLimit])
  }

  @Test func `where orders overlap the stricter counts`() {
    var plant = plant()
    plant.site.orders.append(
      MeteredSite.Order(isStop: false, share: 0.3, start: Plant.moment(15), end: Plant.moment(29)))
    for circuit in [\PlantReadings.production, \.treatment] {
      plant.set(circuit, Plant.at(15, 0)..<Plant.at(29, 0)) { load, _ in load * 0.6 }
    }
    #expect(plant.rules == [.orderedStop])
  }
}
