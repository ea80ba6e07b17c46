import Testing

@testable import Geo

@Suite struct DatumTests {
  struct Vector {
    let wgs84: Coordinate
    let gcj02: Coordinate
    let bd09: Coordinate
  }

  /// Positions as published by others, to the ninth decimal.
  static let vectors = [
    Vector(
      wgs84: Coordinate(116.377817, 39.911954), gcj02: Coordinate(116.384047225, 39.913345455),
      bd09: Coordinate(116.390454713, 39.919575551)),
    Vector(
      wgs84: Coordinate(114.5149, 38.0428), gcj02: Coordinate(114.520873542, 38.043418879),
      bd09: Coordinate(114.527438446, 38.049234796)),
    Vector(
      wgs84: Coordinate(108.9398, 34.3416), gcj02: Coordinate(108.944455634, 34.340044496),
      bd09: Coordinate(108.950901435, 34.346274136)),
    Vector(
      wgs84: Coordinate(113.6254, 34.7466), gcj02: Coordinate(113.631446664, 34.745417451),
      bd09: Coordinate(113.637847355, 34.751723090)),
    Vector(
      wgs84: Coordinate(117.1201, 36.6512), gcj02: Coordinate(117.126227837, 36.651629794),
      bd09: Coordinate(117.132631776, 36.657965190)),
  ]

  @Test(arguments: 0..<5) func `published positions come out both ways`(index: Int) {
    let vector = DatumTests.vectors[index]
    expectEqual(Datum.gcj02.fromWGS84(vector.wgs84), vector.gcj02, within: 6e-10)
    expectEqual(Datum.bd09.fromWGS84(vector.wgs84), vector.bd09, within: 6e-10)
    expectEqual(Datum.gcj02.toWGS84(vector.gcj02), vector.wgs84, within: 2e-9)
    expectEqual(Datum.bd09.toWGS84(vector.bd09), vector.wgs84, within: 2e-9)
  }

  @Test(arguments: Datum.allCases)
  func `there and back is better than a millimetre all over China`(datum: Datum) {
    var worst = 0.0
    for x in stride(from: 73.5, through: 135, by: 0.37) {
      for y in stride(from: 18.1, through: 53.5, by: 0.29) {
        let position = Coordinate(x, y)
        let back = datum.toWGS84(datum.fromWGS84(position))
        worst = max(worst, Geodesic.distance(position, back))
      }
    }
    #expect(worst < 1e-5)
  }

  @Test func `nothing moves outside the box around China`() {
    for position in [Coordinate(2.35, 48.86), Coordinate(140, 36), Coordinate(105, 60)] {
      for datum in Datum.allCases {
        #expect(datum.fromWGS84(position) == position)
        #expect(datum.toWGS84(position) == position)
      }
    }
  }

  @Test func `the shifts are as large as measured in northern China`() {
    for vector in DatumTests.vectors {
      #expect((447...600).contains(Geodesic.distance(vector.wgs84, vector.gcj02)))
      #expect((1_145...1_376).contains(Geodesic.distance(vector.wgs84, vector.bd09)))
    }
  }

  func expectEqual(
    _ found: Coordinate, _ wanted: Coordinate, within tolerance: Double,
    at location: SourceLocation = #_sourceLocation
  ) {
    #expect(
      abs(found.x - wanted.x) <= tolerance && abs(found.y - wanted.y) <= tolerance,
      "\(found) is not \(wanted)", sourceLocation: location)
  }
}
