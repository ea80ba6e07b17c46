import Geo
import Publishing

/// What a layer's tiles are, for programs: TileJSON 3.0.0.
struct TileJSON {
  let views: [LayerView]
  let name: String
  /// The server's address without a slash at its end.
  let base: String
  let language: Language

  static let deepest = 14

  var json: JSONText {
    var bounds = Envelope.empty
    for view in views { bounds.include(view.layer.bounds) }
    var members: [JSONText.Member] = [
      .init("tilejson", .string("3.0.0")), .init("name", .string(name)),
      .init("tiles", .array([.string("\(base)/tiles/\(name)/{z}/{x}/{y}.mvt")])),
      .init("minzoom", .integer(0)), .init("maxzoom", .integer(Self.deepest)),
    ]
    if !bounds.isEmpty { members.append(.init("bounds", Self.box(bounds))) }
    members.append(.init("vector_layers", .array(views.flatMap(layers))))
    return .object(members)
  }

  static func box(_ box: Envelope) -> JSONText {
    .array([box.minX, box.minY, box.maxX, box.maxY].map { .decimal($0, places: 6) })
  }

  /// The layer, and that of its names.
  private func layers(_ view: LayerView) -> [JSONText] {
    guard let label = TileRules.rules(of: view.layer).label,
      let field = view.layer.field(label.field)
    else { return [layer(view)] }
    let heading = view.layer.fields[field].heading[language]
    return [
      layer(view),
      .object([
        .init("id", .string(TileSaw.labelName(of: view.layer))),
        .init("minzoom", .integer(label.fromZoom)), .init("maxzoom", .integer(Self.deepest)),
        .init("fields", .object([.init(label.field, .string(heading))])),
      ]),
    ]
  }

  private func layer(_ view: LayerView) -> JSONText {
    let rules = TileRules.rules(of: view.layer)
    let fields = rules.properties.compactMap { property in
      view.layer.field(property.field).map { place in
        let field = view.layer.fields[place]
        return JSONText.Member(property.key, .string(field.heading[language]))
      }
    }
    return .object([
      .init("id", .string(view.layer.id)),
      .init("description", .string(view.layer.about[language])),
      .init("minzoom", .integer(0)), .init("maxzoom", .integer(Self.deepest)),
      .init("fields", .object(fields)),
    ])
  }
}
