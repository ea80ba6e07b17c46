/// What of a layer goes into tiles, and from where on its points are drawn one by one.
struct TileRules: Sendable {
  /// A property of a tile: its key, the layer's field, and the zoom from which it is there.
  struct Property: Sendable {
    let key: String
    let field: String
    let fromZoom: Int
  }

  let properties: [Property]
  /// Below this zoom, points that are many are drawn in groups.
  let apartFrom: Int
  /// The field by which a point in a group counts as marked, and the value that it has then.
  let mark: (field: String, value: String)?
  /// The field that names a cell of the grid, and that which a block of cells takes the most of.
  let blocks: (cell: String, value: String)?

  /// The field that is written within each area, and the zoom from which it is: a layer of points
  /// of its own, so that a name stands once however many tiles an area lies in.
  let label: (field: String, fromZoom: Int)?

  /// Groups along a tile's side: squares of 8 pixels.
  static let groups = 64
  /// So many points of a tile are drawn one by one at any zoom.
  static let few = 1500
  /// Beyond so many they are grouped at any zoom.
  static let most = 6000
  /// Cells are joined 4 by 4 below the first zoom, 2 by 2 below the second.
  static let blockZooms = (four: 5, two: 7)

  /// The rules of a layer; one without own rules has what its fields tell, from zoom 10 on.
  static func rules(of layer: ServedLayer) -> TileRules {
    if let own = table[layer.id] { return own }
    return TileRules(layer.fields.filter { $0.privacy == .open }.map { ($0.key, 10) })
  }

  private init(
    _ properties: [(key: String, fromZoom: Int)], named: [String: String] = [:],
    apartFrom: Int = 11, mark: (String, String)? = nil, blocks: (String, String)? = nil,
    label: (String, Int)? = nil
  ) {
    self.properties = properties.map {
      Property(key: $0.key, field: named[$0.key] ?? $0.key, fromZoom: $0.fromZoom)
    }
    self.apartFrom = apartFrom
    self.mark = mark.map { (field: $0.0, value: $0.1) }
    self.blocks = blocks.map { (cell: $0.0, value: $0.1) }
    self.label = label.map { (field: $0.0, fromZoom: $0.1) }
  }

  private static let table: [String: TileRules] = [
    "counties": TileRules([("code", 6)], label: ("name", 6)),
    "townships": TileRules([("code", 9)], label: ("name", 9)),
    "cells": TileRules([("id", 10), ("hot", 0)], blocks: ("id", "hot")),
    "density": TileRules([("density", 0), ("cell_id", 10)], blocks: ("cell_id", "density")),
    "hotspots": TileRules([("class", 0), ("cell_id", 10)], blocks: ("cell_id", "class")),
    "coverage": TileRules([("standing", 0), ("code", 9), ("name", 9)]),
    "areas": TileRules([("team_id", 0), ("code", 9), ("name", 9)]),
    "sites": TileRules([("kind", 0), ("name", 12), ("id", 12)]),
    "complaints": TileRules([("verified", 0), ("id", 11)], mark: ("verified", "1")),
    "visits": TileRules([("outcome", 0), ("team_id", 10)], mark: ("outcome", "problem")),
    "alerts": TileRules([("reason", 0), ("cell_id", 10)], apartFrom: 8),
    "teams": TileRules([("team_id", 0), ("name", 7)], named: ["team_id": "id"], apartFrom: 0),
    "targets": TileRules(
      [
        ("team_id", 0), ("order", 8), ("date", 8), ("basis", 8), ("chance", 10), ("name", 11),
        ("target_id", 11),
      ], apartFrom: 0),
    "routes": TileRules([("team_id", 0), ("date", 8), ("stops", 8)]),
  ]
}
