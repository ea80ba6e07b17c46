import Synchronization

/// Tiles kept by what they show, those least lately asked for going first when memory is full.
final class TileCache: Sendable {
  /// A tile as it is sent.
  struct Tile: Sendable {
    let bytes: [UInt8]
    /// How many targets it tells of, for the log of reads.
    let targets: Int
  }

  private struct Entry {
    let key: String
    let tile: Tile
    var newer: Int
    var older: Int
  }

  /// A list in an array: 0 is its both ends' neighbour.
  private struct Shelf {
    var places: [String: Int] = [:]
    var entries = [Entry(key: "", tile: Tile(bytes: [], targets: 0), newer: 0, older: 0)]
    var free: [Int] = []
    var size = 0

    mutating func unlink(_ place: Int) {
      let entry = entries[place]
      entries[entry.newer].older = entry.older
      entries[entry.older].newer = entry.newer
    }

    mutating func link(_ place: Int) {
      let newest = entries[0].older
      entries[place].newer = 0
      entries[place].older = newest
      entries[newest].newer = place
      entries[0].older = place
    }

    mutating func drop(_ place: Int) {
      unlink(place)
      places[entries[place].key] = nil
      size -= TileCache.cost(of: entries[place].tile, entries[place].key)
      entries[place] = Entry(
        key: "", tile: Tile(bytes: [], targets: 0), newer: place, older: place)
      free.append(place)
    }
  }

  private let limit: Int
  private let shelf = Mutex(Shelf())

  /// - Parameter limit: how many bytes it may hold.
  init(limit: Int) {
    self.limit = limit
  }

  /// How many bytes it holds.
  var size: Int { shelf.withLock { $0.size } }

  /// A tile, which is the newest then; nil if it is not here.
  func tile(_ key: String) -> Tile? {
    shelf.withLock { shelf in
      guard let place = shelf.places[key] else { return nil }
      shelf.unlink(place)
      shelf.link(place)
      return shelf.entries[place].tile
    }
  }

  /// Keeps a tile; one larger than everything that may be held is not kept.
  func keep(_ tile: Tile, as key: String) {
    let cost = Self.cost(of: tile, key)
    guard cost <= limit else { return }
    shelf.withLock { shelf in
      if let place = shelf.places[key] { shelf.drop(place) }
      while shelf.size + cost > limit { shelf.drop(shelf.entries[0].newer) }
      let entry = Entry(key: key, tile: tile, newer: 0, older: 0)
      let place = shelf.free.popLast() ?? shelf.entries.count
      if place == shelf.entries.count {
        shelf.entries.append(entry)
      } else {
        shelf.entries[place] = entry
      }
      shelf.places[key] = place
      shelf.size += cost
      shelf.link(place)
    }
  }

  /// What a tile takes, its key and place included.
  fileprivate static func cost(of tile: Tile, _ key: String) -> Int {
    tile.bytes.count + 2 * key.utf8.count + 128
  }
}
