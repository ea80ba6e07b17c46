import CampaignData
import Geo
import Publishing

/// Tiles of everything that is served, cut when they are first asked for.
struct TileShop: Sendable {
  private let atlas = TileAtlas()
  private let cache: TileCache

  /// - Parameter cacheLimit: how many bytes of tiles are kept.
  init(cacheLimit: Int = 128 << 20) {
    cache = TileCache(limit: cacheLimit)
  }

  /// A tile of one layer or several, packed or not.
  func tile(
    of views: [LayerView], _ address: TileAddress, in period: TilePeriod?, isPacked: Bool
  ) -> TileCache.Tile {
    let key =
      Self.version(of: views, in: period)
      + "/\(address.zoom)/\(address.x)/\(address.y)\(isPacked ? "/gz" : "")"
    if let kept = cache.tile(key) { return kept }
    var bytes: [UInt8] = []
    var targets = 0
    for view in views {
      let saw = TileSaw(view: view, sheet: atlas.sheet(of: view.layer), period: period)
      let cut = saw.cut(address)
      bytes += cut.bytes
      if view.layer.resource == .targets { targets += cut.count }
    }
    let packed = isPacked ? Gzip.packed(bytes, level: 4) ?? bytes : bytes
    let tile = TileCache.Tile(bytes: packed, targets: targets)
    cache.keep(tile, as: key)
    return tile
  }

  /// What tells one content of layers from another.
  static func version(of views: [LayerView], in period: TilePeriod?) -> String {
    let days = views.contains { $0.layer.timeField != nil } ? period?.key ?? "" : ""
    return views.map(\.cacheKey).joined(separator: "+") + "@" + days
  }
}
