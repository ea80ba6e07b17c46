import Geo
import Publishing

/// What the page tells of a feature that was clicked.
struct FeatureDetails {
  let catalogue: LayerCatalogue
  let view: LayerView
  let row: Int
  /// The layer of visits as the same viewer may see it.
  let visits: LayerView?

  var json: JSONText {
    let layer = view.layer
    let fields = layer.fields.indices.filter { !Self.isBookkeeping(layer.fields[$0].key) }
    var members: [JSONText.Member] = [
      .init("layer", .string(layer.id)), .init("id", .integer(row + 1)),
      .init("fields", .array(fields.map { heading(layer.fields[$0]) })),
      .init("values", FeatureText(view: view).properties(row)),
    ]
    if !layer.envelopes[row].isEmpty {
      members.append(.init("bounds", TileJSON.box(layer.envelopes[row])))
    }
    if layer.id == "targets" { members += target }
    return .object(members)
  }

  private func heading(_ field: LayerField) -> JSONText {
    .object([
      .init("key", .string(field.key)),
      .init(
        "heading",
        .object([
          .init("zh", .string(field.heading.zh)), .init("en", .string(field.heading.en)),
        ])),
    ])
  }

  /// When a fact came is of use to those who keep them, not on a map.
  private static func isBookkeeping(_ key: String) -> Bool {
    ["known_at", "imported_from", "imported_at", "datum", "input_hash", "rule_version"]
      .contains(key)
  }

  private var target: [JSONText.Member] {
    var members: [JSONText.Member] = []
    if let team = text("team_id"),
      let own = catalogue.teamColours.first(where: { $0.id == team })
    {
      members.append(.init("colour", .string(own.colour.hexadecimal)))
    }
    members.append(.init("lastVisit", lastVisit ?? .null))
    return members
  }

  /// The newest visit of the target's site.
  private var lastVisit: JSONText? {
    guard let visits, let target = text("target_id"), let site = visits.layer.field("site_id"),
      let time = visits.layer.field("visited_at"), let outcome = visits.layer.field("outcome")
    else { return nil }
    var newest: (at: String, row: Int)?
    for row in 0..<visits.layer.count where visits.layer.text(row, site) == target {
      guard visits.shows(row), let at = visits.layer.text(row, time) else { continue }
      if newest.map({ $0.at < at }) ?? true { newest = (at, row) }
    }
    return newest.map { newest in
      let result: String? =
        if case .text(let text) = visits.value(newest.row, outcome) { text } else { nil }
      return .object([
        .init("at", .string(newest.at)), .init("outcome", Self.words(ofOutcome: result)),
      ])
    }
  }

  private static func words(ofOutcome outcome: String?) -> JSONText {
    let style = MapStyle.served("visits")
    guard let outcome, let place = style?.place(of: .text(outcome)),
      let item = style?.classes[place]
    else { return .null }
    return .object([.init("zh", .string(item.zh)), .init("en", .string(item.en))])
  }

  private func text(_ key: String) -> String? {
    guard let field = view.layer.field(key), case .text(let text) = view.value(row, field) else {
      return nil
    }
    return text
  }
}
