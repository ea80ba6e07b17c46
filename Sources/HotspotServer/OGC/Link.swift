import Publishing

/// A link of a resource, as OGC API has them.
struct Link: Sendable, Hashable {
  let href: String
  let rel: String
  let type: String
  let title: String

  var json: JSONText {
    .object([
      .init("href", .string(href)), .init("rel", .string(rel)), .init("type", .string(type)),
      .init("title", .string(title)),
    ])
  }

  static let json = "application/json"
  static let geoJSON = "application/geo+json"
  static let html = "text/html"
  static let openAPI = "application/vnd.oai.openapi+json;version=3.0"
}
