public import Geo

/// Makes one layer of one tile: features of a layer's rows, cut at the tile's border.
public struct TileCutter: Sendable {
  /// A column whose values become a property.
  public struct Property: Sendable {
    /// The property's name.
    public let key: String
    /// A row's value.
    public let value: @Sendable (Int) -> FieldValue

    /// Makes a property.
    public init(_ key: String, value: @escaping @Sendable (Int) -> FieldValue) {
      self.key = key
      self.value = value
    }
  }

  private let grid: TileGrid
  private let address: TileAddress
  private var layer: VectorTileLayer
  private var commands = TileCommands()

  /// Begins a layer of a tile.
  public init(_ name: String, in address: TileAddress) {
    self.address = address
    grid = TileGrid(address)
    layer = VectorTileLayer(name: name, extent: grid.extent)
  }

  /// What a row must meet to be in the tile, in degrees.
  public var envelope: Envelope { grid.box.envelope }

  /// Adds rows as features; a row's identifier is its number and one.
  ///
  /// Areas that are nothing at the tile's resolution are left out.
  public mutating func add(_ rows: some Sequence<Int>, of shapes: TileShapes, _ columns: [Property])
  {
    let keys = columns.map { layer.place(ofKey: $0.key) }
    var tags: [UInt32] = []
    for row in rows where shapes.rows[row].box.meets(grid.box) {
      guard let kind = draw(row, of: shapes) else { continue }
      tags.removeAll(keepingCapacity: true)
      for (place, column) in columns.enumerated() {
        guard let value = layer.place(ofValue: column.value(row)) else { continue }
        tags.append(keys[place])
        tags.append(value)
      }
      layer.append(id: row + 1, kind: kind, tags: tags, commands: commands)
    }
  }

  /// Adds groups of points as points with their `count`, and the sum of what each row weighs.
  public mutating func add(_ clusters: [PointCluster]) {
    let (count, total) = (layer.place(ofKey: "count"), layer.place(ofKey: "marked"))
    for cluster in clusters where grid.box.contains(cluster.middle) {
      commands.clear()
      commands.point(grid.unit(of: cluster.middle))
      let values = [cluster.count, cluster.marked].map {
        layer.place(ofValue: .integer(Int64($0))) ?? 0
      }
      layer.append(
        id: cluster.first + 1, kind: .points, tags: [count, values[0], total, values[1]],
        commands: commands)
    }
  }

  /// The layer's bytes; layers after each other are a tile.
  public func bytes() -> [UInt8] { layer.bytes() }

  /// How many features the layer has.
  public var count: Int { layer.count }

  /// The row's geometry as commands; nil if nothing of it is in the tile.
  private mutating func draw(_ row: Int, of shapes: TileShapes) -> TileCommands.Kind? {
    commands.clear()
    let extent = shapes.rows[row]
    let isWhole = grid.box.contains(extent.box)
    let rings = Int(extent.firstRing)..<Int(extent.firstRing + extent.rings)
    switch shapes.kind {
    case .point:
      for ring in rings {
        let position = shapes.positions[shapes.start(of: ring)]
        if grid.box.contains(position) { commands.point(grid.unit(of: position)) }
      }
      return commands.values.isEmpty ? nil : .points
    case .lines:
      for ring in rings { drawLine(Self.positions(ring, of: shapes), isWhole: isWhole) }
      return commands.values.isEmpty ? nil : .lines
    default:
      drawArea(rings, of: shapes, isWhole: isWhole)
      return commands.values.isEmpty ? nil : .areas
    }
  }

  private mutating func drawLine(_ line: [WorldPosition], isWhole: Bool) {
    for part in isWhole ? [line] : TileClip.line(line, to: grid.box) {
      let placed = grid.line(part)
      if placed.count > 1 { commands.line(placed) }
    }
  }

  private mutating func drawArea(_ rings: Range<Int>, of shapes: TileShapes, isWhole: Bool) {
    var exteriorIsThere = false
    for ring in rings {
      let isHole = shapes.isHole[ring]
      // A hole of nothing would be taken for one of the part before.
      if isHole && !exteriorIsThere { continue }
      let whole = Self.positions(ring, of: shapes)
      var placed = grid.ring(isWhole ? whole : TileClip.ring(whole, to: grid.box))
      if !isHole { exteriorIsThere = !placed.isEmpty }
      guard !placed.isEmpty else { continue }
      if (TileGrid.doubledArea(placed) > 0) == isHole { placed.reverse() }
      commands.ring(placed)
    }
  }

  private static func positions(_ ring: Int, of shapes: TileShapes) -> [WorldPosition] {
    Array(shapes.positions[shapes.start(of: ring)..<shapes.end(of: ring)])
  }
}
