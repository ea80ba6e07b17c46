import CampaignData
import Geo

extension DemoTerritory {
  /// The counties and townships as facts, each by code.
  ///
  /// Every corner is converted once, so what neighbours share is the same to the last bit.
  func areas(
    knownAt: Moment, plane: inout DemoPlane
  ) -> (counties: [CountyArea], townships: [Township]) {
    let countyOfQuad = townshipOfQuad.map { $0 < 0 ? $0 : Int32(townships[Int($0)].county) }
    let inner = OutlineTracer(mesh: mesh, owners: townshipOfQuad).outlines(count: townships.count)
    let outer = OutlineTracer(mesh: mesh, owners: countyOfQuad).outlines(count: counties.count)
    let corners = CornerTable(mesh: mesh, outlines: inner, plane: &plane)
    let countyAreas = zip(counties, outer).map { ground, outline in
      CountyArea(
        code: ground.county.code, name: ground.county.name, cityCode: ground.county.cityCode,
        area: corners.area(outline), knownAt: knownAt)
    }
    let townshipAreas = zip(townships, inner).map { ground, outline in
      let county = counties[ground.county].county
      return Township(
        code: ground.code, name: ground.name, countyCode: county.code, county: county.name,
        cityCode: county.cityCode, source: "synthetic", area: corners.area(outline),
        knownAt: knownAt)
    }
    return (countyAreas.sorted { $0.code < $1.code }, townshipAreas.sorted { $0.code < $1.code })
  }
}

/// The longitude and latitude of every corner that is part of a border.
private struct CornerTable {
  private var positionOfCorner: [Int32]
  private var positions: [Coordinate] = []

  init(mesh: QuadMesh, outlines: [OutlineTracer.Outline], plane: inout DemoPlane) {
    positionOfCorner = [Int32](repeating: -1, count: mesh.cornerCount)
    for outline in outlines {
      for ring in outline.exteriors + outline.holes {
        for corner in ring where positionOfCorner[Int(corner)] < 0 {
          positionOfCorner[Int(corner)] = Int32(positions.count)
          positions.append(mesh.position(of: Int(corner)))
        }
      }
    }
    positions = plane.geographic(positions)
  }

  /// A connected region's area: one outer ring and its holes, closed.
  func area(_ outline: OutlineTracer.Outline) -> MultiPolygon {
    guard let exterior = outline.exteriors.first else { return MultiPolygon() }
    return MultiPolygon([
      Polygon(exterior: ring(exterior), holes: outline.holes.map(ring))
    ])
  }

  private func ring(_ corners: [Int32]) -> Ring {
    var ring = corners.map { positions[Int(positionOfCorner[Int($0)])] }
    if let first = ring.first { ring.append(first) }
    return ring
  }
}
