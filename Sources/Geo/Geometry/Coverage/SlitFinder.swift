/// Finds lines of the outer rim that face each other across little ground.
struct SlitFinder {
  private let arrangement: Arrangement
  private let measure: GroundMeasure
  private let width: Double
  /// The half-edges with the outside on their left.
  private let rim: [Int32]
  private var found: [[Int]: OpenSlit] = [:]

  init(_ arrangement: Arrangement, _ measure: GroundMeasure, _ width: Double) {
    self.arrangement = arrangement
    self.measure = measure
    self.width = width
    rim = arrangement.faces.indices.filter { arrangement.faces[$0] == Arrangement.outside }
      .map { Int32(truncatingIfNeeded: $0) }
  }

  mutating func slits() -> [OpenSlit] {
    guard width > 0 else { return [] }
    let tree = EdgeTree(rim.map { ($0, Envelope([start($0), end($0)])) })
    for half in rim {
      let scale = measure.scale(at: start(half))
      var near = Envelope([start(half), end(half)])
      near.minX -= width / scale.x
      near.maxX += width / scale.x
      near.minY -= width / scale.y
      near.maxY += width / scale.y
      tree.forEach(meeting: near) { compare(half, $0, scale) }
    }
    return found.values.filter { $0.length > 5 * $0.width }
      .sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }

  private func start(_ half: Int32) -> Coordinate { arrangement.start(half) }
  private func end(_ half: Int32) -> Coordinate { arrangement.start(half ^ 1) }

  private func owner(_ half: Int32) -> Int? {
    arrangement.holders(of: arrangement.faces[Int(half ^ 1)]).first.map(Int.init)
  }

  /// Notes the stretch of one line that has another before it.
  private mutating func compare(_ one: Int32, _ other: Int32, _ scale: (x: Double, y: Double)) {
    guard let first = owner(one), let second = owner(other), first < second,
      arrangement.origin(one) != arrangement.origin(other ^ 1),
      arrangement.origin(one ^ 1) != arrangement.origin(other)
    else { return }
    let origin = start(one)
    func metres(_ place: Coordinate) -> Coordinate {
      Coordinate((place.x - origin.x) * scale.x, (place.y - origin.y) * scale.y)
    }
    let along = metres(end(one))
    let length = (along.x * along.x + along.y * along.y).squareRoot()
    // Positions of the other line along this one, and to the left of it; it runs the other way.
    func place(_ p: Coordinate) -> (along: Double, left: Double) {
      ((p.x * along.x + p.y * along.y) / length, (along.x * p.y - along.y * p.x) / length)
    }
    let (far, near) = (place(metres(start(other))), place(metres(end(other))))
    let run = far.along - near.along
    // Within 18 degrees of parallel.
    guard run > 0, (far.left - near.left).magnitude < run / 3 else { return }
    let slope = (far.left - near.left) / run
    var (low, high) = (max(0, near.along), min(length, far.along))
    if slope != 0 {
      let ends = [0, width].map { near.along + ($0 - near.left) / slope }.sorted()
      (low, high) = (max(low, ends[0]), min(high, ends[1]))
    } else if !(0...width).contains(near.left) {
      return
    }
    guard low < high else { return }
    let middle = near.left + slope * ((low + high) / 2 - near.along)
    let stretch = [low, high].map { Self.between(start(one), end(one), $0 / length) }
    let opposite = [high, low].map {
      Self.between(start(other), end(other), (far.along - $0) / run)
    }
    var slit =
      found[[first, second]]
      ?? OpenSlit(first: first, second: second, stretches: [], ground: [], length: 0, area: 0)
    slit.stretches.append(stretch)
    slit.ground.append(Polygon(exterior: stretch + opposite + [stretch[0]]))
    slit.length += high - low
    slit.area += (high - low) * middle
    found[[first, second]] = slit
  }

  private static func between(_ a: Coordinate, _ b: Coordinate, _ share: Double) -> Coordinate {
    if share <= 0 { return a }
    if share >= 1 { return b }
    return Coordinate(a.x + share * (b.x - a.x), a.y + share * (b.y - a.y))
  }
}
