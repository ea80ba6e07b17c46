import CampaignData
import Testing

@testable import Inspection

/// All 39 cities at once: some seconds, once.
@Suite struct WholeTerritoryTests {
  @Test func `39 cities share the ground with their published areas and all their townships`()
    throws
  {
    var plane = try DemoPlane()
    let ground = DemoTerritory(
      seed: 1, quotas: CityQuota.all(alarmDays: 23), plane: &plane)
    #expect(ground.counties.count == 457)
    #expect(ground.townships.count == 5870)
    #expect(ground.townships.allSatisfy { !$0.quads.isEmpty })
    var quads = [Int](repeating: 0, count: ground.quotas.count)
    for township in ground.townships {
      quads[ground.counties[township.county].city] += township.quads.count
    }
    for (quota, count) in zip(ground.quotas, quads) {
      let area = Double(count) * QuadMesh.spacing * QuadMesh.spacing / 1e6
      #expect(abs(area / quota.city.areaKM2 - 1) < 0.1, "\(quota.city.nameZH): \(area)")
    }
    let cells = HotCellMap(seed: 1, ground: ground)
    #expect(cells.cells.count == 4400)
    #expect(Set(cells.cells.map(\.id)).count == 4400)
  }
}
