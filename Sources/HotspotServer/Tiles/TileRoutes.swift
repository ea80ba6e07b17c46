import Foundation
import Geo
import HTTPTypes
import Hummingbird
import NIOCore
import Publishing

/// The addresses of tiles: XYZ, OGC API - Tiles, and TileJSON.
struct TileRoutes {
  let site: ServedSite
  let shop: TileShop

  /// Adds them.
  func add(to router: Router<ServerContext>) {
    router.get("tiles/:layer") { request, context in
      try description(request, context)
    }
    router.get("tiles/:layer/:z/:x/:y") { request, context in
      let file = try context.parameters.require("y")
      guard file.hasSuffix(".mvt") || file.hasSuffix(".pbf") else { throw Refusal.notFound }
      return try tile(
        request, context, layer: try context.parameters.require("layer"),
        column: try context.parameters.require("x"), row: String(file.dropLast(4)))
    }
    router.get("collections/:collection/tiles/WebMercatorQuad/:z/:y/:x") { request, context in
      try tile(
        request, context, layer: try context.parameters.require("collection"),
        column: try context.parameters.require("x"), row: try context.parameters.require("y"))
    }
  }

  private func tile(
    _ request: Request, _ context: ServerContext, layer: String, column: String, row: String
  ) throws -> Response {
    let viewer = try context.asking()
    let query = try QueryParameters(request.uri.query)
    try query.check(known: ["from", "to", "v", "layers", "f"])
    let views = try views(of: layer, query, viewer)
    guard let zoom = Int(try context.parameters.require("z")), let x = Int(column),
      let y = Int(row), let address = TileAddress(zoom: zoom, x: x, y: y)
    else { throw Refusal.notFound }
    let period = try TilePeriod(query)
    let isPacked = Self.takesGzip(request)
    // A day that is over for some is not for others, so that the day is part of the version.
    let version = Self.tag(
      TileShop.version(of: views, in: period) + "/\(zoom)/\(x)/\(y)\(isPacked ? "/gz" : "")")
    if Self.has(version, request) {
      return Response(
        status: .notModified, headers: [.eTag: version, .cacheControl: Self.cacheControl])
    }
    let tile = shop.tile(of: views, address, in: period, isPacked: isPacked)
    if tile.targets > 0 {
      try site.logRead(
        of: .targets, by: viewer, context, path: request.uri.path, count: tile.targets)
    }
    var headers: HTTPFields = [
      .contentType: "application/vnd.mapbox-vector-tile", .eTag: version,
      .cacheControl: Self.cacheControl, .vary: "Accept-Encoding, Authorization, Cookie",
      .contentLength: String(tile.bytes.count),
    ]
    if isPacked { headers[.contentEncoding] = "gzip" }
    return Response(
      status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: tile.bytes)))
  }

  private func description(_ request: Request, _ context: ServerContext) throws -> Response {
    let file = try context.parameters.require("layer")
    guard file.hasSuffix(".json") else { throw Refusal.notFound }
    let asked = try Asked(request, context, site)
    try asked.parameters.check(known: ["layers", "f"])
    let name = String(file.dropLast(5))
    let json = TileJSON(
      views: try views(of: name, asked.parameters, asked.viewer), name: name, base: asked.base,
      language: asked.language)
    return Response(json.json.lines(depth: 2), type: "application/json")
  }

  /// The layers of a name: one, or for `map` several, all unless the query names some.
  private func views(
    of name: String, _ query: QueryParameters, _ viewer: Viewer
  ) throws(Refusal) -> [LayerView] {
    let catalogue = site.live.current
    let today = site.today
    guard name == "map" else {
      guard let view = catalogue.view(name, for: viewer, today: today) else { throw .notFound }
      return [view]
    }
    guard let wanted = query["layers"] else { return catalogue.views(for: viewer, today: today) }
    var views: [LayerView] = []
    for id in wanted.split(separator: ",") {
      guard let view = catalogue.view(String(id), for: viewer, today: today) else {
        throw .badParameter("There is no layer \"\(id)\" here.")
      }
      views.append(view)
    }
    return views
  }

  private static let cacheControl = "private, no-cache"

  private static func takesGzip(_ request: Request) -> Bool {
    request.headers[values: .acceptEncoding].contains { $0.lowercased().contains("gzip") }
  }

  private static func tag(_ version: String) -> String {
    let plain = version.utf8.filter { $0 > 0x20 && $0 < 0x7F && $0 != 0x22 }
    return "\"" + String(decoding: plain, as: UTF8.self) + "\""
  }

  private static func has(_ tag: String, _ request: Request) -> Bool {
    request.headers[values: .ifNoneMatch].contains { field in
      field.split(separator: ",").contains { part in
        let own = part.drop { $0 == " " }
        return own == "*" || own == tag || own.dropFirst(2) == tag && own.hasPrefix("W/")
      }
    }
  }
}
