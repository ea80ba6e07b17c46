import Geo
import Testing

/// Real layers against what GEOS 3.14 (shapely 2.2) finds in them.
@Suite struct RealCoverageTests {
  private func areas(_ file: String, layer: String? = nil) throws -> [MultiPolygon] {
    let folder = try #require(ReferenceDataTests.folder)
    var reader = try VectorReader(path: folder + file, layer: layer)
    var areas: [MultiPolygon] = []
    try reader.forEach { feature in
      if case .area(let area)? = feature.geometry { areas.append(area) }
    }
    return areas
  }

  @Test(ReferenceDataTests.whenThere)
  func `counties that tile have one gap, the missing Jiyuan`() throws {
    let counties = try areas("/boundaries/cities39_amap2021.gpkg", layer: "county_gcj02")
    let coverage = try Coverage(counties)
    let faults = coverage.check(in: .geographic)
    #expect(faults.overlaps.isEmpty && faults.looseCorners == 0)
    #expect(faults.gaps.count == 1)
    // Jiyuan has 1,899 km2.
    #expect(abs(faults.gaps[0].area / 1e6 - 1899) < 1)
    #expect(coverage.openSlits(narrowerThan: 1, in: .geographic).isEmpty)
    #expect(try coverage.repaired(closing: GapLimits(width: 1), in: .geographic).areas == counties)
  }

  @Test(ReferenceDataTests.whenThere)
  func `overlaps of 4,882 townships are those that GEOS finds pair by pair`() throws {
    let townships = try areas("/townships/pseudo_townships39_wgs84.gpkg")
    let degrees = GroundMeasure.planar(GroundScale(metresPerUnit: 1))
    let faults = try Coverage(townships).check(in: degrees)
    // Sum of shapely.intersection over all pairs; holes of shapely.union_all.
    let overlaps = faults.pairs.reduce(0) { $0 + $1.area }
    #expect(abs(overlaps / 8.765097432354e-07 - 1) < 1e-9)
    let gaps = faults.gaps.reduce(0) { $0 + $1.area }
    #expect(abs(gaps / 1.875809435565e-01 - 1) < 1e-9)
  }
}
