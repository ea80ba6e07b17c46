import Testing

@testable import Geo

@Suite struct NearestOnGroundTests {
  /// Triangles here and there in a box of degrees, with sides up to `side` degrees.
  private func triangles(
    _ count: Int, in box: Envelope, side: Double, using generator: inout SeededGenerator
  ) -> [MultiPolygon] {
    (0..<count).map { _ in
      let centre = Coordinate(
        .random(in: box.minX...box.maxX, using: &generator),
        .random(in: box.minY...box.maxY, using: &generator))
      let ring = (0..<3).map { _ in
        Coordinate(
          centre.x + .random(in: -side / 2...side / 2, using: &generator),
          centre.y + .random(in: -side / 2...side / 2, using: &generator))
      }
      return MultiPolygon([Polygon(exterior: ring + [ring[0]])])
    }
  }

  /// The least geodesic distance to a line that is straight in degrees: samples, then the golden
  /// section around the best of them.
  private func distance(_ c: Coordinate, _ a: Coordinate, _ b: Coordinate, below: Double) -> Double
  {
    func at(_ t: Double) -> Double {
      Geodesic.distance(c, Coordinate(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t))
    }
    let samples = (0...8).map { at(Double($0) / 8) }
    let best = samples.indices.min { samples[$0] < samples[$1] } ?? 0
    if samples[best] - Geodesic.distance(a, b) / 8 > below { return samples[best] }
    var low = max(0, Double(best - 1) / 8)
    var high = min(1, Double(best + 1) / 8)
    let golden = 0.6180339887498949
    for _ in 0..<40 {
      let (left, right) = (high - golden * (high - low), low + golden * (high - low))
      if at(left) < at(right) { high = right } else { low = left }
    }
    return min(at((low + high) / 2), samples[best])
  }

  private func distance(_ c: Coordinate, to area: MultiPolygon, below: Double) -> Double {
    var least = Double.infinity
    for ring in area.polygons.flatMap(\.rings) {
      for (a, b) in zip(ring, ring.dropFirst()) {
        least = min(least, distance(c, a, b, below: min(below, least)))
      }
    }
    return least
  }

  /// Box, spread of positions around it in degrees, side of triangles, tolerance in metres.
  static let places: [(box: Envelope, spread: Double, side: Double, tolerance: Double)] = [
    (Envelope(minX: 114, minY: 36, maxX: 114.4, maxY: 36.4), 0.05, 0.05, 1e-6),
    (Envelope(minX: 114, minY: 36, maxX: 115, maxY: 37), 0.8, 0.2, 1e-3),
    (Envelope(minX: 100, minY: 20, maxX: 120, maxY: 45), 8, 4, 1),
    (Envelope(minX: -60, minY: -55, maxX: -58, maxY: -54), 0.8, 0.4, 1e-3),
    (Envelope(minX: 20, minY: 69, maxX: 22, maxY: 70), 0.8, 0.2, 1e-3),
    (Envelope(minX: 30, minY: -1, maxX: 31, maxY: 1), 0.8, 0.4, 1e-3),
  ]

  @Test(arguments: places.indices)
  func `the nearest area is that of a search through all borders by geodesics`(
    place: Int
  ) throws {
    let (box, spread, side, tolerance) = Self.places[place]
    var generator = SeededGenerator(UInt64(40 + place))
    let areas = triangles(24, in: box, side: side, using: &generator)
    let index = try PolygonIndex(areas)
    var outside = 0
    for _ in 0..<30 {
      let c = Coordinate(
        .random(in: box.minX - spread...box.maxX + spread, using: &generator),
        .random(in: box.minY - spread...box.maxY + spread, using: &generator))
      let found = try #require(index.nearestOnGround(c))
      if let holder = index.locate(c) {
        #expect(found == (holder, 0))
        continue
      }
      outside += 1
      let own = distance(c, to: areas[found.index], below: .infinity)
      #expect(abs(found.distance - own) <= tolerance)
      let least = areas.reduce(Double.infinity) { min($0, distance(c, to: $1, below: $0)) }
      #expect(found.distance <= least + tolerance)
      #expect(index.nearestOnGround(c, within: found.distance).map(\.index) == found.index)
      #expect(index.nearestOnGround(c, within: found.distance.nextDown) == nil)
    }
    #expect(outside > 10)
  }

  @Test func `on the ground another area is nearer than in degrees`() throws {
    func box(_ x: Double, _ y: Double) -> MultiPolygon {
      let box = Envelope(minX: x, minY: y, maxX: x + 0.1, maxY: y + 0.1)
      return MultiPolygon([Polygon(exterior: box.border())])
    }
    // At 60 north a degree of longitude is half a degree of latitude.
    let index = try PolygonIndex([box(10.15, 60), box(10, 60.22)])
    let c = Coordinate(10.05, 60.1)
    #expect(index.nearest(c)?.index == 0)
    #expect(index.nearestOnGround(c)?.index == 0)
    let further = Coordinate(10.02, 60.1)
    #expect(index.nearest(further)?.index == 1)
    let found = try #require(index.nearestOnGround(further))
    #expect(found.index == 0)
    #expect(abs(found.distance - Geodesic.distance(further, Coordinate(10.15, 60.1))) < 1e-6)
  }

  @Test func `equally far areas: the lowest; on a border: no distance; nothing: nil`() throws {
    let left = Envelope(minX: 10, minY: 50, maxX: 11, maxY: 51)
    let right = Envelope(minX: 11, minY: 50, maxX: 12, maxY: 51)
    let index = try PolygonIndex(
      [right, left].map { MultiPolygon([Polygon(exterior: $0.border())]) })
    let corner = Coordinate(11, 52)
    let found = try #require(index.nearestOnGround(corner))
    #expect(found.index == 0)
    #expect(found.distance == Geodesic.distance(corner, Coordinate(11, 51)))
    #expect(try #require(index.nearestOnGround(Coordinate(12, 50.5))) == (0, 0))
    #expect(index.nearestOnGround(corner, within: 1000) == nil)
    #expect(index.nearestOnGround(corner, within: -1) == nil)
    #expect(index.nearestOnGround(corner, within: .nan) == nil)
    #expect(index.nearestOnGround(Coordinate(.nan, 3)) == nil)
    #expect(try PolygonIndex([]).nearestOnGround(corner) == nil)
  }

  @Test func `the limit of the planar search is kept, itself included`() throws {
    let box = Envelope(minX: 0, minY: 0, maxX: 1, maxY: 1)
    let index = try PolygonIndex([MultiPolygon([Polygon(exterior: box.border())])])
    let found = try #require(index.nearest(Coordinate(4, 5), within: 5))
    #expect(found == (0, 5))
    #expect(index.nearest(Coordinate(4, 5), within: 5.0.nextDown) == nil)
    #expect(index.nearest(Coordinate(4, 5), within: .nan) == nil)
    #expect(try #require(index.nearest(Coordinate(0.5, 0.5), within: 0)) == (0, 0))
  }

  @Test func `the measure errs by less than is assumed, and bounds are bounds`() {
    var generator = SeededGenerator(3)
    var worst = 0.0
    for _ in 0..<20_000 {
      let a = Coordinate(
        .random(in: -20...20, using: &generator), .random(in: -80...80, using: &generator))
      let scale = [0.01, 1, 10][Int.random(in: 0..<3, using: &generator)]
      let b = Coordinate(
        a.x + .random(in: -scale...scale, using: &generator),
        min(max(a.y + .random(in: -scale...scale, using: &generator), -85), 85))
      let chord = ChordMeasure(from: a).squared(b).squareRoot()
      let distance = Geodesic.distance(a, b)
      let turns = distance / 6.371e6
      // The arc over the chord on a sphere, to the sixth power.
      let arc = chord * (1 + turns * turns / 24 + 7.0 / 5760 * turns * turns * turns * turns)
      worst = max(worst, (abs(arc / distance - 1) - 1e-9) / (turns * turns))
      let box = Envelope(
        minX: b.x, minY: b.y, maxX: b.x + .random(in: 0...scale, using: &generator),
        maxY: b.y + .random(in: 0...scale, using: &generator))
      #expect(GroundBounds(from: a).least(to: box) <= chord * (1 + 1e-12))
      let far = Coordinate(a.x + .random(in: 20...170, using: &generator), b.y)
      let around = Envelope(
        minX: far.x - scale, minY: max(-89, far.y - scale), maxX: far.x + scale,
        maxY: min(89, far.y + scale))
      #expect(
        GroundBounds(from: a).least(to: around)
          <= ChordMeasure(from: a).squared(far).squareRoot() * (1 + 1e-12))
    }
    #expect(worst < ChordMeasure.error / 2)
  }
}
