import Geo
import Publishing

/// Cuts a tile's layer out of what a viewer may see.
struct TileSaw: Sendable {
  let view: LayerView
  let sheet: TiledLayer
  let period: TilePeriod?

  /// The layer's bytes, and how many features it has.
  func cut(_ address: TileAddress) -> (bytes: [UInt8], count: Int) {
    var cutter = TileCutter(view.layer.id, in: address)
    if !view.isFiltered, period == nil, let blocks = blocks(at: address.zoom) {
      add(blocks, to: &cutter)
    } else {
      add(rows(in: cutter.envelope), at: address, to: &cutter)
    }
    return (cutter.bytes() + labels(address), cutter.count)
  }

  /// The layer of names within areas; nothing for a layer without.
  private func labels(_ address: TileAddress) -> [UInt8] {
    guard let shapes = sheet.labels, let label = sheet.rules.label,
      address.zoom >= label.fromZoom, let field = view.layer.field(label.field)
    else { return [] }
    var cutter = TileCutter(Self.labelName(of: view.layer), in: address)
    let view = view
    cutter.add(
      view.rows(meeting: cutter.envelope), of: shapes,
      [.init(label.field) { view.value($0, field) }])
    return cutter.bytes()
  }

  /// What the layer of a layer's names is called in tiles.
  static func labelName(of layer: ServedLayer) -> String { "\(layer.id)-names" }

  private func blocks(at zoom: Int) -> TiledLayer.Blocks? {
    let zooms = TileRules.blockZooms
    return zoom < zooms.four ? sheet.blocks[4] : zoom < zooms.two ? sheet.blocks[2] : nil
  }

  private func add(_ blocks: TiledLayer.Blocks, to cutter: inout TileCutter) {
    guard let value = sheet.rules.blocks?.value else { return }
    cutter.add(
      blocks.index.rows(meeting: cutter.envelope), of: blocks.shapes,
      [
        .init(value) { blocks.values[$0] },
        .init("count") { .integer(Int64(blocks.counts[$0])) },
      ])
  }

  private func add(_ rows: [Int], at address: TileAddress, to cutter: inout TileCutter) {
    let isGrouped =
      sheet.shapes.kind == .point && rows.count > TileRules.few
      && (address.zoom < sheet.rules.apartFrom || rows.count > TileRules.most)
    guard isGrouped else { return cutter.add(rows, of: sheet.shapes, properties(at: address.zoom)) }
    let mark = sheet.rules.mark.flatMap { mark in
      view.layer.field(mark.field).map { (field: $0, value: mark.value) }
    }
    cutter.add(
      PointCluster.clusters(of: rows, sheet.shapes, in: address, across: TileRules.groups) { row in
        guard let mark else { return false }
        switch view.value(row, mark.field) {
        case .text(let text): return text == mark.value
        case .integer(let number): return "\(number)" == mark.value
        default: return false
        }
      })
  }

  private func rows(in envelope: Envelope) -> [Int] {
    let rows = view.rows(meeting: envelope)
    guard let period, let days = sheet.days else { return rows }
    return rows.filter { period.holds(days[$0]) }
  }

  private func properties(at zoom: Int) -> [TileCutter.Property] {
    sheet.rules.properties.compactMap { property in
      guard zoom >= property.fromZoom, let field = view.layer.field(property.field) else {
        return nil
      }
      let view = view
      return TileCutter.Property(property.key) { view.value($0, field) }
    }
  }
}
