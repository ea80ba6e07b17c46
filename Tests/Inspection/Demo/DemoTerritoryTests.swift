import CampaignData
import Geo
import Testing

@testable import Inspection

@Suite struct DemoTerritoryTests {
  let facts: Facts

  init() throws { facts = try SmallDemo.campaign.get().facts }

  /// Areas in the equal-area plane, by township or county.
  private func planar(_ areas: [MultiPolygon]) throws -> [MultiPolygon] {
    var transformer = try Transformer(from: .wgs84, to: .albersChina)
    return try areas.map { try transformer.transform($0) }
  }

  @Test func `cities have their published areas`() throws {
    let areas = try planar(facts.counties.map(\.area))
    for code in SmallDemo.cities {
      let city = try #require(CampaignData.city(code: code))
      let total = zip(facts.counties, areas).filter { $0.0.cityCode == code }
        .reduce(0) { $0 + $1.1.area }
      #expect(abs(total / 1e6 / city.areaKM2 - 1) < 0.02)
    }
  }

  @Test func `counties are those of the table and lie about where their city is`() throws {
    for code in SmallDemo.cities {
      let city = try #require(CampaignData.city(code: code))
      let own = facts.counties.filter { $0.cityCode == code }
      let table = CampaignData.counties.counties(ofCity: code)
      #expect(Set(own.map(\.code)) == Set(table.map(\.code)))
      #expect(Set(own.map(\.name)) == Set(table.map(\.name)))
      let centre = Coordinate(city.longitude, city.latitude)
      #expect(own.contains { $0.area.contains(centre) })
    }
  }

  @Test func `townships add up to their counties`() throws {
    let townships = try planar(facts.townships.map(\.area))
    let counties = try planar(facts.counties.map(\.area))
    for (county, area) in zip(facts.counties, counties) {
      let parts = zip(facts.townships, townships).filter { $0.0.countyCode == county.code }
      let sum = parts.reduce(0) { $0 + $1.1.area }
      #expect(abs(sum / area.area - 1) < 1e-9)
    }
  }

  @Test func `every side of a township is shared by one neighbour or part of the outer border`() {
    struct Side: Hashable { let from, to: Coordinate }
    var sides: [Side: Int] = [:]
    for township in facts.townships {
      for ring in township.area.polygons.flatMap(\.rings) {
        for (from, to) in zip(ring, ring.dropFirst()) {
          sides[Side(from: from, to: to), default: 0] += 1
        }
      }
    }
    #expect(sides.values.allSatisfy { $0 == 1 })
    let outer = sides.keys.filter { sides[Side(from: $0.to, to: $0.from)] == nil }
    #expect(outer.count < sides.count / 4)
    // What no neighbour shares closes to rings: as many sides begin at a corner as end there.
    var balance: [Coordinate: Int] = [:]
    for side in outer {
      balance[side.from, default: 0] += 1
      balance[side.to, default: 0] -= 1
    }
    #expect(balance.values.allSatisfy { $0 == 0 })
  }

  @Test func `corners and middles of sides are each in exactly one township`() throws {
    let index = try PolygonIndex(facts.townships.map(\.area))
    var wrong: [Coordinate] = []
    for ring in facts.townships.flatMap({ $0.area.polygons.flatMap(\.rings) }) {
      for (from, to) in zip(ring, ring.dropFirst()) {
        let middle = Coordinate((from.x + to.x) / 2, (from.y + to.y) / 2)
        for c in [from, middle] where index.locateAll(c).count != 1 { wrong.append(c) }
      }
    }
    // On the outer border a rounded middle may lie outside of all.
    let outer = wrong.filter { index.locateAll($0).isEmpty }
    #expect(wrong.count == outer.count)
    #expect(outer.allSatisfy { (index.nearest($0)?.distance ?? 1) < 1e-12 })
  }

  @Test func `townships do not overlap`() throws {
    let some = try planar(facts.townships.prefix(40).map(\.area))
    let overlaps = try Coverage(some).check(in: .metres).overlaps
    #expect(overlaps.allSatisfy { $0.area < 1e-3 })
  }

  @Test func `rings are closed, turn the right way and never touch themselves`() {
    for area in facts.townships.map(\.area) + facts.counties.map(\.area) {
      #expect(area.polygons.count == 1)
      #expect(area == area.normalised)
      for ring in area.polygons.flatMap(\.rings) {
        #expect(ring.first == ring.last)
        #expect(Set(ring).count == ring.count - 1)
      }
    }
  }

  @Test func `townships have unique names and codes that fit their names`() {
    #expect(Set(facts.townships.map(\.code)).count == facts.townships.count)
    #expect(facts.townships.map(\.code) == facts.townships.map(\.code).sorted())
    for county in facts.counties {
      let own = facts.townships.filter { $0.countyCode == county.code }
      #expect(Set(own.map(\.name)).count == own.count)
    }
    for township in facts.townships {
      #expect(township.source == "synthetic")
      #expect(township.code.hasPrefix(township.countyCode) && township.code.utf8.count == 9)
      let number = Int(township.code.suffix(3)) ?? -1
      let range: ClosedRange<Int> =
        township.name.hasSuffix("街道")
        ? 1...99 : township.name.hasSuffix("镇") ? 100...199 : 200...399
      #expect(range.contains(number))
    }
  }

  @Test func `a township has some 35 corners`() {
    let corners = facts.townships.map {
      $0.area.polygons.flatMap(\.rings).reduce(0) { $0 + $1.count }
    }
    #expect((25...50).contains(corners.sorted()[corners.count / 2]))
  }

  @Test func `a hole and a corner that two quads share make simple rings`() {
    let mesh = QuadMesh(
      covering: Envelope(minX: 0, minY: 0, maxX: 4800, maxY: 4800), seed: 1)
    // 0 surrounds 1 and 2, and touches itself where these meet at a corner.
    let owners: [Int32] = [
      0, 0, 0, 0,
      0, 1, 0, 0,
      0, 0, 2, 0,
      0, 0, 0, 0,
    ]
    let outlines = OutlineTracer(mesh: mesh, owners: owners).outlines(count: 3)
    #expect(outlines[0].exteriors.map(\.count) == [16])
    #expect(outlines[0].holes.map(\.count) == [4, 4])
    #expect(outlines[1].exteriors.map(\.count) == [4])
    for ring in outlines.flatMap({ $0.exteriors + $0.holes }) {
      #expect(Set(ring).count == ring.count)
    }
  }
}
