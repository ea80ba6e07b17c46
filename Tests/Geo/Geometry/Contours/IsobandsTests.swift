import Testing

@testable import Geo

@Suite struct IsobandsTests {
  /// Values of a lattice, some of them missing.
  private struct Sample {
    var lattice: SampleLattice
    var values: [Double]

    /// Kinds of values: noise, few different ones (which hit levels and make saddles), and hills.
    init(_ kind: Int, seed: UInt64) {
      var random = SeededGenerator(seed)
      let (columns, rows) = (
        Int.random(in: 2...24, using: &random), Int.random(in: 2...24, using: &random)
      )
      lattice = SampleLattice(
        origin: Coordinate(450_250, 4_199_750), spacing: 500, columns: columns, rows: rows)
      values = (0..<columns * rows).map { place in
        let (x, y) = (Double(place % columns), Double(place / columns))
        return switch kind {
        case 0: Double.random(in: 0..<8, using: &random)
        case 1: Double(Int.random(in: 0...4, using: &random))
        default: 8 * (x * (Double(columns) - x) * y) / Double(columns * columns * rows)
        }
      }
      guard seed % 3 == 0 else { return }
      for place in values.indices where Int.random(in: 0..<6, using: &random) == 0 {
        values[place] = .nan
      }
    }

    /// The squares whose corners are all numbers, by their north-west corner.
    var squares: [Int] {
      values.indices.filter { place in
        place % lattice.columns + 1 < lattice.columns && place / lattice.columns + 1 < lattice.rows
          && [0, 1, lattice.columns, lattice.columns + 1].allSatisfy {
            values[place + $0].isFinite
          }
      }
    }

    /// The value at a column and row between numbers.
    func bilinear(_ x: Double, _ y: Double) -> Double {
      let (column, row) = (Int(x), Int(y))
      let (right, below) = (min(column + 1, lattice.columns - 1), min(row + 1, lattice.rows - 1))
      let (s, t) = (x - Double(column), y - Double(row))
      func value(_ column: Int, _ row: Int) -> Double { values[row * lattice.columns + column] }
      func straight(_ a: Double, _ b: Double, _ share: Double) -> Double {
        share == 0 ? a : a + (b - a) * share
      }
      return straight(
        straight(value(column, row), value(right, row), s),
        s == 0 || t > 0 ? straight(value(column, below), value(right, below), s) : 0, t)
    }
  }

  private static let levelSets: [[Double]] = [
    [-.infinity, 1, 2, 3, 4], [-.infinity, 1.5, 1.5000001, 2.25, 3.999], [-.infinity, 2],
    [-.infinity, 0.1, 0.2, 0.3, 0.4, 0.5, 1, 2, 3, 3.5, 4, 5, 6, 7],
  ]

  private static let cases = (0..<3).flatMap { kind in (0..<20).map { (kind, UInt64($0)) } }

  @Test(arguments: cases)
  func `bands cover every square once and are valid`(kind: Int, seed: UInt64) {
    let sample = Sample(kind, seed: seed)
    for levels in Self.levelSets {
      let bands = Isobands(sample.values, on: sample.lattice, levels: levels)
      let square = sample.lattice.spacing * sample.lattice.spacing
      let total = bands.areas.reduce(0) { $0 + GeometryRepairTests.area($1) }
      #expect(abs(total / square - Double(sample.squares.count)) < 1e-6)
      for (number, area) in bands.areas.enumerated() where !area.isEmpty {
        let verdict = GeometryRepair.isValid(area)
        #expect(verdict.isValid, "band \(number): \(verdict.reason ?? "")")
        for polygon in area.polygons {
          #expect(GeometryRepairTests.shoelace(polygon.exterior) > 0)
          #expect(polygon.holes.allSatisfy { GeometryRepairTests.shoelace($0) < 0 })
        }
      }
    }
  }

  @Test(arguments: cases)
  func `a position between neighbours is in the band of the value there`(kind: Int, seed: UInt64)
    throws
  {
    let sample = Sample(kind, seed: seed)
    for levels in Self.levelSets {
      let bands = Isobands(sample.values, on: sample.lattice, levels: levels)
      let index = try bands.areas.map { try PolygonIndex([$0]) }
      for first in sample.squares {
        let (column, row) = (first % sample.lattice.columns, first / sample.lattice.columns)
        // The south and west sides of squares, away from where levels are crossed.
        for step in 1..<8 {
          for (x, y) in [
            (Double(column) + Double(step) / 8, Double(row) + 1),
            (Double(column), Double(row) + Double(step) / 8),
          ] {
            let value = sample.bilinear(x, y)
            guard levels.allSatisfy({ abs($0 - value) > 0.02 }) else { continue }
            let band = levels.lastIndex { $0 <= value }
            // A hair into the square.
            let position = sample.lattice.position(
              SIMD2(x + (x == Double(column) ? 1e-6 : 0), -y + (y == Double(row) + 1 ? 1e-6 : 0)))
            for number in levels.indices {
              #expect((index[number].locate(position) != nil) == (number == band))
            }
          }
        }
      }
    }
  }

  @Test(arguments: 0..<3)
  func `neighbouring bands have the same corners on their border`(kind: Int) {
    let sample = Sample(kind, seed: 7)
    let levels = [-.infinity, 0.7, 1.5, 2.5]
    let bands = Isobands(sample.values, on: sample.lattice, levels: levels)
    var lines: [[Coordinate]: Int] = [:]
    for ring in bands.areas.flatMap(\.polygons).flatMap(\.rings) {
      for (from, to) in zip(ring, ring.dropFirst()) { lines[[from, to], default: 0] += 1 }
    }
    let columns = Double(sample.lattice.columns - 1)
    let rows = Double(sample.lattice.rows - 1)
    for (line, count) in lines {
      #expect(count == 1)
      // Each line but those of the outline is gone the other way by a neighbour.
      let middle = (line[0].x + line[1].x) / 2 - sample.lattice.origin.x
      let down = sample.lattice.origin.y - (line[0].y + line[1].y) / 2
      let isOutline =
        middle == 0 || down == 0 || middle == columns * 500 || down == rows * 500
      #expect((lines[[line[1], line[0]]] == 1) != isOutline)
    }
  }

  @Test func `a peak is a ring, a hole is cut, a flat surface has one band`() {
    let lattice = SampleLattice(origin: Coordinate(0, 4), spacing: 1, columns: 5, rows: 5)
    var values = [Double](repeating: 0, count: 25)
    values[12] = 1
    let peak = Isobands(values, on: lattice, levels: [0, 0.5])
    #expect(peak.areas[1].polygons.count == 1)
    #expect(abs(GeometryRepairTests.area(peak.areas[1]) - 0.5) < 1e-12)
    #expect(peak.areas[0].polygons[0].holes.count == 1)
    #expect(peak.upperLimit(of: 0) == 0.5)
    #expect(peak.upperLimit(of: 1) == nil)
    values[12] = .nan
    let cut = Isobands(values, on: lattice, levels: [0])
    #expect(GeometryRepairTests.area(cut.areas[0]) == 12)
    #expect(cut.areas[0].polygons[0].holes.count == 1)
    #expect(Isobands(values, on: lattice, levels: [5]).areas[0].isEmpty)
    let line = SampleLattice(origin: Coordinate(0, 0), spacing: 1, columns: 25, rows: 1)
    #expect(Isobands(values, on: line, levels: [0]).areas[0].isEmpty)
  }

  @Test func `a saddle joins what the bilinear surface joins`() {
    let lattice = SampleLattice(origin: Coordinate(0, 1), spacing: 1, columns: 2, rows: 2)
    // The saddle of the first is at 0.5, of the second at 0.75.
    for (values, isJoined) in [([1.0, 0, 0, 1], false), ([3.0, 0, 0, 1], true)] {
      let bands = Isobands(values, on: lattice, levels: [0.6])
      #expect(bands.areas[0].polygons.count == (isJoined ? 1 : 2))
    }
  }

  @Test func `squares that meet at a corner are areas by themselves`() {
    let lattice = SampleLattice(origin: Coordinate(0, 2), spacing: 1, columns: 3, rows: 3)
    var values = [Double](repeating: 1, count: 9)
    (values[2], values[6]) = (.nan, .nan)
    let bands = Isobands(values, on: lattice, levels: [0])
    #expect(bands.areas[0].polygons.count == 2)
    #expect(GeometryRepair.isValid(bands.areas[0]).isValid)
  }
}
