import Geo

/// Finds hidden firms near a position by bands of latitude.
struct HiddenFirmIndex {
  private let firms: [DemoTruth.HiddenFirm]

  init(_ firms: [DemoTruth.HiddenFirm]) {
    self.firms = firms.sorted { ($0.position.y, $0.id) < ($1.position.y, $1.id) }
  }

  /// The firms within some metres, nearest first.
  func firms(within metres: Double, of position: Coordinate) -> [DemoTruth.HiddenFirm] {
    // A degree of latitude is at least 110.5 km long.
    let band = metres / 110_500
    var low = 0
    var high = firms.count
    while low < high {
      let middle = (low + high) / 2
      if firms[middle].position.y < position.y - band { low = middle + 1 } else { high = middle }
    }
    var near: [(distance: Double, index: Int)] = []
    while low < firms.count, firms[low].position.y <= position.y + band {
      let distance = greatCircleDistance(firms[low].position, position)
      if distance <= metres { near.append((distance, low)) }
      low += 1
    }
    return near.sorted { $0 < $1 }.map { firms[$0.index] }
  }
}
