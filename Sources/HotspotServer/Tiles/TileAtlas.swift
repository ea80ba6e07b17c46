import Synchronization

/// Layers made ready for cutting, by their versions; old versions go when a new one comes.
final class TileAtlas: Sendable {
  private let sheets = Mutex<[String: (version: String, layer: TiledLayer)]>([:])

  /// A layer ready for cutting; whoever asks first waits until it is made.
  func sheet(of layer: ServedLayer) -> TiledLayer {
    sheets.withLock { sheets in
      if let sheet = sheets[layer.id], sheet.version == layer.version { return sheet.layer }
      let made = TiledLayer(layer)
      sheets[layer.id] = (layer.version, made)
      return made
    }
  }
}
