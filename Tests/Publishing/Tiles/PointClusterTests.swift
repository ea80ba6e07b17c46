import Geo
import Routing
import Testing

@testable import Publishing

@Suite struct PointClusterTests {
  @Test func `every point in a tile is counted once, the marked ones among them`() throws {
    var generator = SplitMix64(seed: 9)
    let points = (0..<5000).map { _ in
      Coordinate(
        .random(in: 113...116, using: &generator), .random(in: 36...38, using: &generator))
    }
    let shapes = TileShapes(points.map { .point($0) }, kind: .point)
    for zoom in [6, 8, 10] {
      let middle = try #require(
        TileAddress(zoom: zoom, holding: WorldPosition(Coordinate(114.5, 37))))
      for x in (middle.x - 1)...(middle.x + 1) {
        for y in (middle.y - 1)...(middle.y + 1) {
          let tile = try #require(TileAddress(zoom: zoom, x: x, y: y))
          let held = points.indices.filter {
            TileAddress(zoom: zoom, holding: WorldPosition(points[$0])) == tile
          }
          guard !held.isEmpty else { continue }
          let clusters = PointCluster.clusters(
            of: points.indices, shapes, in: tile, across: 16, isMarked: { $0 % 3 == 0 })
          let own = clusters.filter { TileAddress(zoom: zoom, holding: $0.middle) == tile }
          #expect(own.map(\.count).reduce(0, +) == held.count)
          #expect(own.map(\.marked).reduce(0, +) == held.count { $0 % 3 == 0 })
          #expect(own.count <= 256)
        }
      }
    }
  }
}
