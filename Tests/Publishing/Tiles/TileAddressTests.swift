import Geo
import Testing

@testable import Publishing

@Suite struct TileAddressTests {
  @Test func `there are four to the power of the zoom`() {
    #expect(TileAddress(zoom: 0, x: 0, y: 0) != nil)
    #expect(TileAddress(zoom: 3, x: 7, y: 7) != nil)
    #expect(TileAddress(zoom: 3, x: 8, y: 0) == nil)
    #expect(TileAddress(zoom: 3, x: 0, y: -1) == nil)
    #expect(TileAddress(zoom: -1, x: 0, y: 0) == nil)
    #expect(TileAddress(zoom: 19, x: 0, y: 0) == nil)
  }

  // Computed with PyPI's mercantile: mercantile.tile(116.39, 39.91, 10), .tile(108.94, 34.26, 7).
  @Test func `a place lies in the tile that mercantile names`() {
    #expect(
      TileAddress(zoom: 10, holding: WorldPosition(Coordinate(116.39, 39.91)))
        == TileAddress(zoom: 10, x: 843, y: 387))
    #expect(
      TileAddress(zoom: 7, holding: WorldPosition(Coordinate(108.94, 34.26)))
        == TileAddress(zoom: 7, x: 102, y: 51))
  }

  @Test func `positions come back to four centimetres`() {
    for place in [Coordinate(116.39, 39.91), Coordinate(-70, -33), Coordinate(0, 0)] {
      let back = WorldPosition(place).coordinate
      #expect(abs(back.x - place.x) < 4e-7)
      #expect(abs(back.y - place.y) < 4e-7)
    }
  }

  @Test func `places beyond the square lie on its border`() {
    #expect(WorldPosition(Coordinate(0, 90)).y == 0)
    #expect(WorldPosition(Coordinate(181, 0)).x == 1 << 30 - 1)
    #expect(WorldPosition(Coordinate(.nan, 0)).x == 0)
  }
}
