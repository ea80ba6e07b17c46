import Geo
import Glibc

/// Points in metres, laid out so that density and clusters of them are easy or hard to find.
package enum Layout: String, CaseIterable {
  /// Seven of ten around 3,000 centres, the rest anywhere in the box of the 39 cities.
  case clustered
  /// A lattice of 300 m: of all points nine lie within 500 m, so that none has ten.
  case lattice
  /// Lines of 100 points in a cell each, a little more than 500 m apart: full cells, no pair of which
  /// is in reach.
  case lines
  /// All within a kilometre.
  case heap

  /// The box of the 39 cities in cells of 500 m: 3.93 million.
  package static let grid = DensityGrid(
    minX: 0, maxY: 891_000, cell: 500, columns: 2208, rows: 1782)

  /// So many points, from a seed.
  package func points(_ count: Int) -> Points {
    var random = SplitMix(seed: 7)
    var (xs, ys) = ([Double](), [Double]())
    func append(_ x: Double, _ y: Double) {
      xs.append(x)
      ys.append(y)
    }
    // Within the outermost centres of cells: some programs ask for it.
    let box = Envelope(minX: 1000, minY: 1000, maxX: 1_103_000, maxY: 890_000)
    switch self {
    case .clustered:
      let centres = (0..<3000).map { _ in
        (
          random.uniform(box.minX, box.width), random.uniform(box.minY, box.height),
          random.uniform(500, 4500)
        )
      }
      while xs.count < count {
        var x = random.uniform(box.minX, box.width)
        var y = random.uniform(box.minY, box.height)
        if xs.count % 10 < 7 {
          let centre = centres[Int(random.uniform(0, 3000))]
          let distance = centre.2 * (-2 * log(1 - random.uniform(0, 1))).squareRoot()
          let angle = random.uniform(0, 2 * .pi)
          (x, y) = (centre.0 + distance * cos(angle), centre.1 + distance * sin(angle))
        }
        if box.contains(Coordinate(x, y)) { append(x, y) }
      }
    case .lattice:
      for place in 0..<count { append(Double(place % 1000) * 300, Double(place / 1000) * 300) }
    case .lines:
      for place in 0..<count {
        let (line, step) = (place / 100, place % 100)
        append(Double(line % 100) * 500.5 + 10, Double(line / 100) * 2000 + Double(step) * 3)
      }
    case .heap:
      for _ in 0..<count { append(random.uniform(0, 1000), random.uniform(0, 1000)) }
    }
    return Points(xs: xs, ys: ys)
  }
}
