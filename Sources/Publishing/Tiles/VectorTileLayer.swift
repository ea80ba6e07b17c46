import Geo

/// A layer of a vector tile in the making; its keys and values are written once and shared.
///
/// Mapbox Vector Tile 2.1, https://github.com/mapbox/vector-tile-spec/tree/master/2.1.
struct VectorTileLayer: Sendable {
  /// How many units a side of the tile is long.
  let extent: Int
  /// How many features it has.
  private(set) var count = 0

  private var message = TileMessage()
  private var feature = TileMessage()
  private var keys: [String] = []
  private var keyPlaces: [String: UInt32] = [:]
  private var values: [FieldValue] = []
  private var valuePlaces: [FieldValue: UInt32] = [:]

  init(name: String, extent: Int) {
    self.extent = extent
    message.add(15, UInt64(2))
    message.add(1, name.utf8)
  }

  /// The number of a key in this layer.
  mutating func place(ofKey key: String) -> UInt32 {
    if let place = keyPlaces[key] { return place }
    let place = UInt32(keys.count)
    keys.append(key)
    keyPlaces[key] = place
    return place
  }

  /// The number of a value in this layer; nil for null, which a tile cannot hold.
  mutating func place(ofValue value: FieldValue) -> UInt32? {
    if case .null = value { return nil }
    if let place = valuePlaces[value] { return place }
    let place = UInt32(values.count)
    values.append(value)
    valuePlaces[value] = place
    return place
  }

  /// Adds a feature: its tags are places of keys and values by turns.
  mutating func append(
    id: Int, kind: TileCommands.Kind, tags: [UInt32], commands: TileCommands
  ) {
    feature.clear()
    feature.add(1, UInt64(id))
    if !tags.isEmpty { feature.add(2, packed: tags) }
    feature.add(3, kind.rawValue)
    feature.add(4, packed: commands.values)
    message.add(2, feature.bytes)
    count += 1
  }

  /// The layer as the field of a tile; nothing for one without features.
  func bytes() -> [UInt8] {
    guard count > 0 else { return [] }
    var whole = message
    for key in keys { whole.add(3, key.utf8) }
    for value in values { whole.add(4, Self.message(of: value).bytes) }
    whole.add(5, UInt64(extent))
    var tile = TileMessage()
    tile.add(3, whole.bytes)
    return tile.bytes
  }

  private static func message(of value: FieldValue) -> TileMessage {
    var message = TileMessage()
    switch value {
    case .null: break
    case .text(let text): message.add(1, text.utf8)
    case .real(let number): message.add(3, number)
    case .integer(let number) where number >= 0: message.add(5, UInt64(number))
    case .integer(let number):
      message.add(6, UInt64(bitPattern: (number << 1) ^ (number >> 63)))
    }
    return message
  }
}
