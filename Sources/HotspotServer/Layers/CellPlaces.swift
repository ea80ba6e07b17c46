import Geo

/// The middles of cells, by identifier, our own or the official one.
struct CellPlaces {
  private var middles: [String: Coordinate] = [:]

  /// Takes them from the layer `cells`.
  init(_ cells: ServedLayer) {
    let names = ["id", "official_id"].compactMap { cells.field($0) }
    for row in 0..<cells.count where !cells.envelopes[row].isEmpty {
      let box = cells.envelopes[row]
      let middle = Coordinate((box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2)
      for name in names {
        if let id = cells.text(row, name) { middles[id] = middle }
      }
    }
  }

  /// The middle of a cell; nil if there is none of this name.
  func middle(of id: String) -> Coordinate? { middles[id] }
}
