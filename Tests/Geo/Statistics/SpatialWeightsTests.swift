import Testing

@testable import Geo

@Suite struct SpatialWeightsTests {
  /// Cells of a grid as areas, row by row.
  static func squares(_ columns: Int, _ rows: Int) -> [MultiPolygon] {
    (0..<columns * rows).map { cell in
      let (x, y) = (Double(cell % columns), Double(cell / columns))
      return MultiPolygon([
        Polygon(exterior: [
          Coordinate(x, y), Coordinate(x + 1, y), Coordinate(x + 1, y + 1), Coordinate(x, y + 1),
          Coordinate(x, y),
        ])
      ])
    }
  }

  @Test(arguments: SpatialWeights.Contiguity.allCases)
  func `squares have the neighbours of cells`(way: SpatialWeights.Contiguity) {
    let areas = SpatialWeights(sharedBordersOf: Self.squares(7, 5), way)
    let cells = SpatialWeights(cells: (0..<35).map { ($0 % 7, $0 / 7) }, way)
    #expect(areas == cells)
    #expect(areas.others(of: 8) == (way == .queen ? [0, 1, 2, 7, 9, 14, 15, 16] : [1, 7, 9, 15]))
  }

  @Test func `an area with a hole and what fills it are neighbours, one far away is an island`() {
    let hole = [
      Coordinate(1, 1), Coordinate(1, 2), Coordinate(2, 2), Coordinate(2, 1), Coordinate(1, 1),
    ]
    let outer = [
      Coordinate(0, 0), Coordinate(3, 0), Coordinate(3, 3), Coordinate(0, 3), Coordinate(0, 0),
    ]
    let areas = [
      MultiPolygon([Polygon(exterior: outer, holes: [hole])]),
      MultiPolygon([Polygon(exterior: hole.reversed())]),
      MultiPolygon([Polygon(exterior: outer.map { Coordinate($0.x + 9, $0.y) })]),
      MultiPolygon(),
    ]
    let weights = SpatialWeights(sharedBordersOf: areas, .rook)
    #expect(weights.others(of: 0) == [1])
    #expect(weights.islands == [2, 3])
  }

  /// A large square beside two small ones; a corner of the fourth touches the middle of a line.
  @Test func `borders with a corner on one side alone are shared`() {
    func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> MultiPolygon {
      MultiPolygon([
        Polygon(exterior: [
          Coordinate(x, y), Coordinate(x + width, y), Coordinate(x + width, y + height),
          Coordinate(x, y + height), Coordinate(x, y),
        ])
      ])
    }
    let tip = MultiPolygon([
      Polygon(exterior: [
        Coordinate(1.25, 4), Coordinate(0.25, 6), Coordinate(2.25, 6), Coordinate(1.25, 4),
      ])
    ])
    // The fifth lies a hair off.
    let areas = [
      box(0, 0, 4, 4), box(4, -1, 2, 3), box(4, 2, 2, 1), tip, box(-2, 1, 2.nextDown, 1),
    ]
    let rook = SpatialWeights(sharedBordersOf: areas, .rook)
    #expect(rook == SpatialWeights(rows: [[1, 2], [0, 2], [0, 1], [], []]))
    let queen = SpatialWeights(sharedBordersOf: areas, .queen)
    #expect(queen == SpatialWeights(rows: [[1, 2, 3], [0, 2], [0, 1], [0], []]))
  }

  @Test func `bands, nearest and kernels equal their definitions`() {
    let (xs, ys, _) = RandomField.points(300, seed: 5)
    let band = SpatialWeights(xs: xs, ys: ys, band: 12)
    let nearest = SpatialWeights(xs: xs, ys: ys, nearest: 4)
    let kernel = SpatialWeights(xs: xs, ys: ys, kernel: .quartic, bandwidth: 12)
    for i in xs.indices {
      let far = xs.indices.map { j in
        ((xs[i] - xs[j]) * (xs[i] - xs[j]) + (ys[i] - ys[j]) * (ys[i] - ys[j])).squareRoot()
      }
      #expect(band.others(of: i) == xs.indices.filter { $0 != i && far[$0] <= 12 })
      let order = xs.indices.filter { $0 != i }.sorted { (far[$0], $0) < (far[$1], $1) }
      #expect(nearest.others(of: i) == order.prefix(4).sorted())
      for j in xs.indices {
        let u = far[j] / 12
        let wanted = u < 1 ? 0.9375 * (1 - u * u) * (1 - u * u) : 0
        #expect(agree(kernel.weight(i, j), wanted, 1e-14))
      }
    }
  }

  @Test func `equal places have k neighbours too`() {
    let weights = SpatialWeights(
      xs: [1, 1, 1, 1, 1, .nan], ys: [2, 2, 2, 2, 2, 2], nearest: 2)
    #expect((0..<5).map { weights.others(of: $0).count } == [2, 2, 2, 2, 2])
    #expect(weights.islands == [5])
  }

  @Test func `rows are scaled, take themselves in and out, and shrink to a part`() {
    let weights = SpatialWeights(rows: [[1, 2, 2], [0], [9], [2]])
    #expect(weights.values == [1, 1, 1, 1])
    #expect(weights.islands == [2])
    #expect(!weights.isSymmetric)
    #expect(weights.standardised(.row).values == [0.5, 0.5, 1, 1])
    let own = weights.withSelf(1)
    #expect(own.neighbours == [0, 1, 2, 0, 1, 2, 2, 3])
    #expect(own.withSelf(1) == own)
    #expect(own.withSelf(nil) == weights)
    #expect(weights.among([0, 2, 3]).neighbours == [1, 1])
  }

  @Test func `gal and gwt come back as they went`() throws {
    let (xs, ys, _) = RandomField.points(40, seed: 9)
    let weights = SpatialWeights(xs: xs, ys: ys, kernel: .triangular, bandwidth: 15)
    let ids = xs.indices.map { "T\($0 * 7)" }
    let gwt = weights.text(as: .gwt, ids: ids, layer: "two words", field: "code")
    let read = try WeightsText(reading: gwt, as: .gwt)
    #expect(read.field == "code")
    #expect(try read.weights(of: ids) == weights)
    let gal = weights.text(as: .gal, ids: ids, layer: "a", field: "code")
    #expect(
      try WeightsText(reading: gal, as: .gal).weights(of: ids) == weights.standardised(.binary))
  }

  @Test(arguments: [
    ("", "first line"), ("x\n", "first line"), ("2\na 1\n", "ends before"),
    ("2\na one\n", "number of neighbours"), ("2\na 1\nb\nc 0\n", "no feature is called c"),
    ("3\na 1\nb\n", "3 features, but there are 2"),
  ])
  func `broken weights are told`(text: String, told: String) {
    let fault = #expect(throws: WeightsText.Fault.self) {
      _ = try WeightsText(reading: text, as: .gal).weights(of: ["a", "b"])
    }
    #expect(fault?.description.contains(told) == true)
  }
}

/// Values at random places, from a seed.
enum RandomField {
  static func points(_ count: Int, seed: UInt64) -> (xs: [Double], ys: [Double], values: [Double]) {
    var random = PermutationRandom(seed: seed, stream: 0)
    func column() -> [Double] { (0..<count).map { _ in Double(random.below(1 << 30)) / 0x1p30 } }
    return (column().map { $0 * 100 }, column().map { $0 * 100 }, column())
  }

  /// Counts, most of them small.
  static func counts(_ count: Int, seed: UInt64) -> [Double] {
    points(count, seed: seed).values.map { (1 / ($0 + 0.05)).rounded(.down) }
  }
}
