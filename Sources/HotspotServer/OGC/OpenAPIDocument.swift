import CampaignData
import Geo
import Publishing
import Terminal

/// The definition of the API by OpenAPI 3.0, for the layers that whoever asks may see.
struct OpenAPIDocument {
  private let asked: Asked
  private let views: [LayerView]

  init(_ asked: Asked) {
    self.asked = asked
    views = asked.catalogue.views(for: asked.viewer, today: asked.site.today)
  }

  /// The addresses with their parameters, as a page lists them.
  var addresses: [(path: String, parameters: String)] {
    let fixed = ["/", "/conformance", "/api", "/collections"].map { ($0, "f") }
    return fixed
      + views.flatMap { view in
        let path = "/collections/\(view.layer.id)"
        let names = ["f", "limit", "offset", "bbox", "datetime"] + view.layer.fields.map(\.key)
        return [
          (path, "f"), ("\(path)/items", names.joined(separator: ", ")),
          ("\(path)/items/{id}", "f"),
        ]
      }
  }

  /// The document.
  var json: JSONText {
    .object([
      .init("openapi", .string("3.0.3")),
      .init(
        "info",
        .object([
          .init("title", .string(asked.pick(PageWords.title))),
          .init("description", .string(asked.pick(PageWords.about))),
          .init("version", .string(Program.version)),
        ])),
      .init("servers", .array([.object([.init("url", .string(asked.base))])])),
      .init("paths", .object(paths)),
      .init("components", OpenAPIParts.components),
    ])
  }

  private var paths: [JSONText.Member] {
    let fixed: [JSONText.Member] = [
      .init("/", OpenAPIParts.get("getLandingPage", PageWords.home.en, ["f"])),
      .init("/conformance", OpenAPIParts.get("getConformance", PageWords.conformance.en, ["f"])),
      .init("/api", OpenAPIParts.get("getDefinition", PageWords.api.en, ["f"])),
      .init("/collections", OpenAPIParts.get("getCollections", PageWords.collections.en, ["f"])),
    ]
    return fixed + views.flatMap(paths)
  }

  private func paths(of view: LayerView) -> [JSONText.Member] {
    let layer = view.layer
    let path = "/collections/\(layer.id)"
    let properties = layer.fields.filter { !ItemQuery.parameters.contains($0.key) }
      .map { OpenAPIParts.property($0, asked.language) }
    return [
      .init(path, OpenAPIParts.get("describe.\(layer.id)", layer.title.en, ["f"])),
      .init(
        "\(path)/items",
        OpenAPIParts.get(
          "items.\(layer.id)", layer.about.en, ["f", "limit", "offset", "bbox", "datetime"],
          also: properties, type: Link.geoJSON)),
      .init(
        "\(path)/items/{featureId}",
        OpenAPIParts.get(
          "item.\(layer.id)", layer.title.en, ["featureId", "f"], type: Link.geoJSON)),
    ]
  }
}
