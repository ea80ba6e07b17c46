import Geo
import Routing
import Testing

@testable import Publishing

@Suite struct TileCutterTests {
  /// A star around a place: concave, so that it leaves a tile and comes back.
  static func star(
    _ generator: inout SplitMix64, around middle: Coordinate, radius: Double
  ) -> Polygon {
    var ring: Ring = []
    let corners = Int.random(in: 5...40, using: &generator)
    for corner in 0..<corners {
      let angle = 2 * Double.pi * Double(corner) / Double(corners)
      let length = radius * Double.random(in: 0.15...1, using: &generator)
      ring.append(
        Coordinate(middle.x + length * cosine(angle), middle.y + length * cosine(angle - .pi / 2)))
    }
    ring.append(ring[0])
    return Polygon(exterior: ring)
  }

  private static func cosine(_ angle: Double) -> Double {
    // Good enough to go round, without Foundation.
    let turn = (angle / (2 * .pi)) - (angle / (2 * .pi)).rounded()
    return 1 - 16 * turn * turn * (1 - turn.magnitude) * (1 + 0 * turn)
  }

  @Test(arguments: [UInt64(1), 2, 3, 4])
  func `a place is in the decoded areas if and only if it is in the original`(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let zoom = Int.random(in: 5...12, using: &generator)
    let middle = Coordinate(114.5, 37.2)
    let tile = try #require(TileAddress(zoom: zoom, holding: WorldPosition(middle)))
    let span = 360 / Double(1 << zoom)
    let areas = (0..<12).map { _ in
      let place = Coordinate(
        middle.x + span * .random(in: -0.7...0.7, using: &generator),
        middle.y + span * .random(in: -0.7...0.7, using: &generator))
      return Self.star(&generator, around: place, radius: span * 0.8)
    }
    let shapes = TileShapes(areas.map { .area(MultiPolygon([$0])) }, kind: .area)
    var cutter = TileCutter("areas", in: tile)
    cutter.add(0..<areas.count, of: shapes, [])
    let layer = try #require(DecodedTile(cutter.bytes()).layers.first)
    // A pixel of a tile 512 pixels wide.
    let pixel = Double(layer.extent) / 512
    var asked = 0
    for _ in 0..<600 {
      let x = Double.random(in: 0..<Double(layer.extent), using: &generator)
      let y = Double.random(in: 0..<Double(layer.extent), using: &generator)
      let side = Double(tile.box.maxX - tile.box.minX) / Double(layer.extent)
      let place = WorldPosition(
        x: Int32(Double(tile.box.minX) + x * side), y: Int32(Double(tile.box.minY) + y * side))
      for (row, area) in areas.enumerated() {
        let world = area.exterior.map { position -> (Double, Double) in
          let own = WorldPosition(position)
          return (
            (Double(own.x) - Double(tile.box.minX)) / side,
            (Double(own.y) - Double(tile.box.minY)) / side
          )
        }
        guard Self.distance(x, y, world) > pixel else { continue }
        asked += 1
        let isIn = Self.holds(world, x, y)
        let feature = layer.features.first { $0.id == UInt64(row + 1) }
        let decoded = (feature?.parts ?? []).contains { ring in
          Self.holds((ring + [ring[0]]).map { (Double($0.x), Double($0.y)) }, x, y)
        }
        #expect(decoded == isIn, "row \(row) at \(x), \(y); \(place.coordinate)")
      }
    }
    #expect(asked > 2_000)
  }

  @Test func `exteriors run clockwise on a screen and holes the other way`() throws {
    let outer = Envelope(minX: 113, minY: 36, maxX: 115, maxY: 38).border()
    let inner = Envelope(minX: 113.8, minY: 36.8, maxX: 114.2, maxY: 37.2).border()
    let address = try #require(TileAddress(zoom: 6, holding: WorldPosition(Coordinate(114, 37))))
    for (exterior, hole) in [(outer, inner), (outer.reversed(), inner.reversed())] {
      let area = MultiPolygon([Polygon(exterior: Array(exterior), holes: [Array(hole)])])
      var cutter = TileCutter("areas", in: address)
      cutter.add([0], of: TileShapes([.area(area)], kind: .area), [])
      let parts = DecodedTile(cutter.bytes()).layers[0].features[0].parts
      #expect(parts.count == 2)
      #expect(TileGrid.doubledArea(parts[0]) > 0)
      #expect(TileGrid.doubledArea(parts[1]) < 0)
    }
  }

  @Test func `neighbours share the same border at every zoom`() throws {
    let west = Envelope(minX: 113, minY: 36, maxX: 114, maxY: 37).border(stretches: 37)
    let east = Envelope(minX: 114, minY: 36, maxX: 115, maxY: 37).border(stretches: 37)
    let shapes = TileShapes(
      [west, east].map { .area(MultiPolygon([Polygon(exterior: $0)])) }, kind: .area)
    for zoom in 0...12 {
      let address = try #require(
        TileAddress(zoom: zoom, holding: WorldPosition(Coordinate(114, 36.5))))
      var cutter = TileCutter("areas", in: address)
      cutter.add(0..<2, of: shapes, [])
      let features = DecodedTile(cutter.bytes()).layers.first?.features ?? []
      guard features.count == 2 else { continue }
      let edge = features[1].parts[0].map(\.x).min()
      let border = features.map { Set($0.parts[0].filter { $0.x == edge }) }
      #expect(border[0] == border[1], "zoom \(zoom)")
    }
  }

  @Test func `what is nothing at a zoom is left out, and keys and values are shared`() throws {
    let boxes = (0..<100).map { place in
      let x = 114 + Double(place) / 10_000
      return Geometry.area(
        MultiPolygon([
          Polygon(exterior: Envelope(minX: x, minY: 37, maxX: x + 1e-5, maxY: 37.00001).border())
        ]))
    }
    let shapes = TileShapes(boxes, kind: .area)
    let kind = TileCutter.Property("kind") { _ in .text("cell") }
    let number = TileCutter.Property("number") { .integer(Int64($0) - 50) }
    let absent = TileCutter.Property("absent") { _ in .null }
    let place = WorldPosition(Coordinate(114.005, 37))
    var far = TileCutter("cells", in: try #require(TileAddress(zoom: 6, holding: place)))
    far.add(0..<100, of: shapes, [kind, number])
    #expect(far.bytes().isEmpty)
    var near = TileCutter("cells", in: try #require(TileAddress(zoom: 14, holding: place)))
    near.add(0..<100, of: shapes, [kind, number, absent])
    let layer = DecodedTile(near.bytes()).layers[0]
    #expect(layer.features.count > 10)
    for feature in layer.features {
      #expect(feature.tags == ["kind": "cell", "number": "\(Int(feature.id) - 51)"])
    }
  }

  @Test func `a line that leaves a tile and comes back is two`() throws {
    let address = try #require(
      TileAddress(zoom: 8, holding: WorldPosition(Coordinate(114.6, 37.2))))
    let box = address.box.envelope
    let y = (box.minY + box.maxY) / 2
    let line = [
      Coordinate(box.minX + 0.3, y), Coordinate(box.maxX + 1, y), Coordinate(box.maxX + 1, y + 0.1),
      Coordinate(box.minX + 0.3, y + 0.1),
    ]
    var cutter = TileCutter("routes", in: address)
    cutter.add([0], of: TileShapes([.lines([line])], kind: .lines), [])
    let parts = DecodedTile(cutter.bytes()).layers[0].features[0].parts
    #expect(parts.map(\.count) == [2, 2])
  }

  private static func holds(_ ring: [(Double, Double)], _ x: Double, _ y: Double) -> Bool {
    var isIn = false
    for (a, b) in zip(ring, ring.dropFirst()) where (a.1 > y) != (b.1 > y) {
      if x < (b.0 - a.0) * (y - a.1) / (b.1 - a.1) + a.0 { isIn.toggle() }
    }
    return isIn
  }

  private static func distance(_ x: Double, _ y: Double, _ ring: [(Double, Double)]) -> Double {
    var least = Double.infinity
    for (a, b) in zip(ring, ring.dropFirst()) {
      let (dx, dy) = (b.0 - a.0, b.1 - a.1)
      let length = dx * dx + dy * dy
      let part =
        length == 0 ? 0 : min(1, max(0, ((x - a.0) * dx + (y - a.1) * dy) / length))
      let (ex, ey) = (x - a.0 - part * dx, y - a.1 - part * dy)
      least = min(least, (ex * ex + ey * ey).squareRoot())
    }
    return least
  }
}
