import CampaignData
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Publishing
import Terminal

/// The addresses of the page: its files, what it asks for, and the search.
struct MapRoutes {
  let site: ServedSite
  private let search = PlaceSearch()
  private let library: [UInt8]?

  /// - Parameter store: where the map library is installed, if it is.
  init(site: ServedSite, store: AssetStore = AssetStore()) {
    self.site = site
    library = CampaignData.mapAssets.first { $0.key == "maplibre" }
      .flatMap { store.contents(of: $0) }
  }

  /// Whether the map library is installed.
  var hasLibrary: Bool { library != nil }

  /// Adds them.
  func add(to router: Router<ServerContext>) {
    router.get("map") { request, context in try page(request, context) }
    router.get("page/:file") { request, context in
      guard let file = PageFile(try context.parameters.require("file")) else {
        throw Refusal.notFound
      }
      return Self.answer(file.bytes, file.mediaType)
    }
    router.get("assets/maplibre-gl.js") { request, _ in
      guard let library else { throw Refusal.notFound }
      return Self.answer(
        library, "text/javascript; charset=utf-8", cacheControl: "private, max-age=86400")
    }
    router.get("map.svg") { request, context in
      let map = DrawnMap(
        catalogue: site.live.current, viewer: try context.asking(), today: site.today)
      return Response(try map.picture(site.language), type: "image/svg+xml")
    }
    router.get("map/setup.json") { request, context in
      let setup = MapSetup(
        catalogue: site.live.current, viewer: try context.asking(), today: site.today,
        language: site.language)
      return Response(setup.json.compact, type: "application/json")
    }
    router.get("map/features/:layer/:id") { request, context in try feature(request, context) }
    router.get("search") { request, context in
      let query = try QueryParameters(request.uri.query)
      try query.check(known: ["q"])
      let viewer = try context.asking()
      let results = search.results(
        for: query["q"] ?? "", in: site.live.current, viewer, today: site.today)
      return Response(results.compact, type: "application/json")
    }
  }

  /// The page; without the map library, a picture.
  private func page(_ request: Request, _ context: ServerContext) throws -> Response {
    let viewer = try context.asking()
    if hasLibrary, let file = PageFile("index.html") {
      return Self.answer(file.bytes, file.mediaType)
    }
    let map = DrawnMap(catalogue: site.live.current, viewer: viewer, today: site.today)
    return Response(map.page(site.language), type: "text/html; charset=utf-8")
  }

  private func feature(_ request: Request, _ context: ServerContext) throws -> Response {
    let viewer = try context.asking()
    let catalogue = site.live.current
    guard
      let view = catalogue.view(
        try context.parameters.require("layer"), for: viewer, today: site.today),
      let id = Int(try context.parameters.require("id")), let row = view.layer.row(ofID: id),
      view.shows(row)
    else { throw Refusal.notFound }
    try site.logRead(
      of: view.layer.resource, by: viewer, context, path: request.uri.path, count: 1)
    let details = FeatureDetails(
      catalogue: catalogue, view: view, row: row,
      visits: catalogue.view("visits", for: viewer, today: site.today))
    return Response(details.json.compact, type: "application/json")
  }

  private static func answer(
    _ bytes: [UInt8], _ type: String, cacheControl: String = "private, no-cache"
  ) -> Response {
    Response(
      status: .ok,
      headers: [
        .contentType: type, .contentLength: String(bytes.count), .cacheControl: cacheControl,
      ],
      body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}
