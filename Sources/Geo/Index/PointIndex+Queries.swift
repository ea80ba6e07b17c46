import Glibc

extension PointIndex {
  /// Calls back for every position within a radius, its border included, in no promised order but
  /// always the same one.
  ///
  /// Allocates nothing.
  public func forEach(
    within radius: Double, of c: Coordinate, _ body: (_ index: Int, _ distance: Double) -> Void
  ) {
    guard !nodes.isEmpty, radius >= 0 else { return }
    visit(nodes.count - 1, level: levels.count - 1, c, radius * radius, body)
  }

  /// The positions within a radius, its border included, by distance, then by index.
  public func within(
    _ radius: Double, of c: Coordinate
  ) -> [(index: Int, distance: Double)] {
    var found: [(index: Int, distance: Double)] = []
    forEach(within: radius, of: c) { found.append(($0, $1)) }
    found.sort { ($0.distance, $0.index) < ($1.distance, $1.index) }
    return found
  }

  /// The k nearest positions by distance, equally far ones by index.
  public func nearest(_ c: Coordinate, k: Int) -> [(index: Int, distance: Double)] {
    guard k > 0, c.isFinite, !nodes.isEmpty else { return [] }
    var best = NearestList(capacity: min(k, count))
    descend(nodes.count - 1, level: levels.count - 1, c, &best)
    return best.entries.map { (Int($0.id), $0.squared.squareRoot()) }
  }

  private func visit(
    _ node: Int, level: Int, _ c: Coordinate, _ limit: Double, _ body: (Int, Double) -> Void
  ) {
    if level == 0 {
      for index in children(of: node, level: 0) {
        let dx = xs[index] - c.x
        let dy = ys[index] - c.y
        let squared = dx * dx + dy * dy
        if squared <= limit { body(Int(ids[index]), squared.squareRoot()) }
      }
      return
    }
    for child in children(of: node, level: level)
    where nodes[child].squaredDistance(c.x, c.y) <= limit {
      visit(child, level: level - 1, c, limit, body)
    }
  }

  /// Visits the children nearest first, so that the rest can be left out soon.
  private func descend(_ node: Int, level: Int, _ c: Coordinate, _ best: inout NearestList) {
    if level == 0 {
      for index in children(of: node, level: 0) {
        let dx = xs[index] - c.x
        let dy = ys[index] - c.y
        best.offer(squared: dx * dx + dy * dy, id: ids[index])
      }
      return
    }
    let range = children(of: node, level: level)
    var waiting = [16 of (squared: Double, child: Int)](repeating: (0, 0))
    var count = 0
    for child in range {
      let squared = nodes[child].squaredDistance(c.x, c.y)
      guard best.couldTake(squared: squared, firstID: nodes[child].firstID) else { continue }
      var place = count
      while place > 0, waiting[place - 1].squared > squared {
        waiting[place] = waiting[place - 1]
        place -= 1
      }
      waiting[place] = (squared, child)
      count += 1
    }
    for place in 0..<count {
      let (squared, child) = waiting[place]
      if best.couldTake(squared: squared, firstID: nodes[child].firstID) {
        descend(child, level: level - 1, c, &best)
      }
    }
  }
}

/// The best few so far, nearest first, equally far ones by number.
private struct NearestList {
  private(set) var entries: [(squared: Double, id: Int32)] = []
  private let capacity: Int

  init(capacity: Int) {
    self.capacity = capacity
    entries.reserveCapacity(capacity)
  }

  /// False if nothing at this distance or beyond, with this number or higher, can enter.
  func couldTake(squared: Double, firstID: Int32) -> Bool {
    guard entries.count == capacity, let last = entries.last else { return true }
    return (squared, firstID) < last
  }

  mutating func offer(squared: Double, id: Int32) {
    guard couldTake(squared: squared, firstID: id) else { return }
    if entries.count == capacity { entries.removeLast() }
    var place = entries.count
    while place > 0, (squared, id) < entries[place - 1] { place -= 1 }
    entries.insert((squared, id), at: place)
  }
}
