import CampaignData
import Geo
import Publishing

/// A layer made ready for cutting: once for each of its versions.
final class TiledLayer: Sendable {
  let rules: TileRules
  let shapes: TileShapes
  /// Each row's day since 1970, for layers with time; a row without one is in no period.
  let days: [Int32]?
  /// A point within each area, for layers whose names are written.
  let labels: TileShapes?
  /// Blocks of cells by how many they are along a side.
  let blocks: [Int32: Blocks]

  /// Cells joined for maps from afar.
  struct Blocks: Sendable {
    let shapes: TileShapes
    let index: EnvelopeIndex
    let counts: [Int]
    let values: [FieldValue]
  }

  init(_ layer: ServedLayer) {
    rules = TileRules.rules(of: layer)
    shapes = TileShapes(layer.geometries, kind: layer.geometryKind)
    days = layer.timeField.map { field in
      (0..<layer.count).map { row in
        let day = layer.text(row, field).flatMap { CalendarDate(String($0.prefix(10))) }
        return day.map { Int32($0.daysSince1970) } ?? .min
      }
    }
    blocks = Self.blocks(of: layer, rules)
    labels =
      rules.label == nil
      ? nil
      : TileShapes(
        layer.geometries.map { geometry in
          guard case .area(let area)? = geometry else { return nil }
          return area.representativePoint.map { .point($0) }
        }, kind: .point)
  }

  private static func blocks(of layer: ServedLayer, _ rules: TileRules) -> [Int32: Blocks] {
    guard let joined = rules.blocks, let cell = layer.field(joined.cell),
      let field = layer.field(joined.value),
      var plane = try? Transformer(from: .albersChina, to: .wgs84)
    else { return [:] }
    let ids = (0..<layer.count).map { layer.text($0, cell).flatMap { CellID($0) } }
    let isReal = layer.fields[field].type == .real
    var made: [Int32: Blocks] = [:]
    for side in [Int32(2), 4] {
      let blocks = CellBlocks(
        ids, value: { number(layer.columns[field][$0]) }, grid: EqualAreaGrid(), side: side
      ) { (try? plane.transform($0)) ?? Coordinate(.nan, .nan) }
      made[side] = Blocks(
        shapes: TileShapes(blocks.geometries, kind: .area),
        index: EnvelopeIndex(blocks.geometries.map { $0?.envelope ?? .empty }),
        counts: blocks.counts,
        values: blocks.values.map { isReal ? .real($0) : .integer(Int64($0)) })
    }
    return made
  }

  private static func number(_ value: FieldValue) -> Double {
    switch value {
    case .integer(let number): Double(number)
    case .real(let number): number
    default: 0
    }
  }
}
