import CampaignData
import Geo
import Publishing
import Synchronization

/// Finds places by name and code: what somebody types into the page's search.
final class PlaceSearch: Sendable {
  private let indexes = Mutex<[String: (version: String, index: NameIndex)]>([:])

  /// Layers in the order in which they are found, with the fields that are searched: the first
  /// names what is found.
  private static let searched: [(layer: String, fields: [String], detail: [String])] = [
    ("teams", ["name", "id"], ["id"]), ("counties", ["name", "code"], ["city", "code"]),
    ("townships", ["name", "code"], ["county", "code"]), ("cells", ["id", "official_id"], []),
    ("sites", ["name", "id"], ["id"]),
  ]
  private static let limit = 20
  private static let limitOfLayer = 8

  /// What a viewer finds.
  func results(
    for words: String, in catalogue: LayerCatalogue, _ viewer: Viewer, today: CalendarDate
  ) -> JSONText {
    var results: [JSONText] = []
    let trimmed = words.split(separator: " ").joined(separator: " ")
    for (id, fields, detail) in Self.searched where !trimmed.isEmpty {
      guard let view = catalogue.view(id, for: viewer, today: today) else { continue }
      let rows = index(of: view.layer, fields).rows(
        holding: trimmed, limit: min(Self.limitOfLayer, Self.limit - results.count)
      ) { view.shows($0) && !view.layer.envelopes[$0].isEmpty }
      results += rows.map { result(view, $0, named: fields[0], detail: detail) }
    }
    return .object([.init("results", .array(results))])
  }

  private func index(of layer: ServedLayer, _ fields: [String]) -> NameIndex {
    indexes.withLock { indexes in
      if let kept = indexes[layer.id], kept.version == layer.version { return kept.index }
      let made = NameIndex(layer, fields: fields)
      indexes[layer.id] = (layer.version, made)
      return made
    }
  }

  private func result(
    _ view: LayerView, _ row: Int, named name: String, detail: [String]
  ) -> JSONText {
    func text(_ key: String) -> String? {
      guard let field = view.layer.field(key), case .text(let text) = view.value(row, field) else {
        return nil
      }
      return text
    }
    return .object([
      .init("layer", .string(view.layer.id)), .init("id", .integer(row + 1)),
      .init("name", .string(text(name) ?? "\(row + 1)")),
      .init("detail", .string(detail.compactMap(text).joined(separator: " "))),
      .init("bounds", TileJSON.box(view.layer.envelopes[row])),
    ])
  }
}
