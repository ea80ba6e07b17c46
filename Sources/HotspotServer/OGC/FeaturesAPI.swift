import CampaignData
import Geo
import Hummingbird
import Publishing
import Terminal

/// OGC API - Features, Part 1: core, GeoJSON, HTML and OpenAPI 3.0, over the layers of a workspace.
struct FeaturesAPI {
  let site: ServedSite

  /// Adds its addresses.
  func add(to router: Router<ServerContext>) {
    router.get("/") { try landing(Asked($0, $1, site)) }
    router.get("conformance") { try conformance(Asked($0, $1, site)) }
    router.get("api") { try definition(Asked($0, $1, site)) }
    router.get("api.html") { try definitionPage(Asked($0, $1, site)) }
    router.get("collections") { try collections(Asked($0, $1, site)) }
    router.get("collections/:collection") { try collection(Asked($0, $1, site)) }
    router.get("collections/:collection/items") { try ItemsAnswer(Asked($0, $1, site)).response() }
    router.get("collections/:collection/items/:item") { try item(Asked($0, $1, site)) }
    router.get("pages.css") { _, _ in
      Response(HTMLPage.style, type: "text/css; charset=utf-8")
    }
  }

  /// The conformance classes.
  static let classes = ["core", "geojson", "html", "oas30"].map {
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/\($0)"
  }

  private func landing(_ asked: Asked) throws -> Response {
    try asked.checkForm()
    let links =
      asked.ownLinks("") + [
        asked.link("/api", "service-desc", Link.openAPI, PageWords.api),
        asked.link("/api.html", "service-doc", Link.html, PageWords.api),
        asked.link("/conformance", "conformance", Link.json, PageWords.conformance),
        asked.link("/collections", "data", Link.json, PageWords.collections),
      ]
    guard asked.form == .html else {
      return asked.json([
        .init("title", .string(asked.pick(PageWords.title))),
        .init("description", .string(asked.pick(PageWords.about))),
        .init("links", .array(links.map(\.json))),
      ])
    }
    var page = HTMLPage(asked.pick(PageWords.title), asked.language)
    page.say(asked.pick(PageWords.about))
    if asked.catalogue.isSynthetic { page.say(asked.pick(PageWords.synthetic)) }
    page.links([
      ("/map", asked.pick(PageWords.map)),
      ("/collections?f=html", asked.pick(PageWords.collections)),
      ("/api.html", asked.pick(PageWords.api)),
      ("/conformance?f=html", asked.pick(PageWords.conformance)),
    ])
    return page.response
  }

  private func conformance(_ asked: Asked) throws -> Response {
    try asked.checkForm()
    guard asked.form == .html else {
      return asked.json([
        .init("conformsTo", .array(Self.classes.map { .string($0) })),
        .init("links", .array(asked.ownLinks("/conformance").map(\.json))),
      ])
    }
    var page = HTMLPage(asked.pick(PageWords.conformance), asked.language)
    page.links([("/?f=html", asked.pick(PageWords.home))])
    page.table(
      [asked.pick(PageWords.conformance)], Self.classes.map { [.link(href: $0, text: $0)] })
    return page.response
  }

  private func definition(_ asked: Asked) throws -> Response {
    try asked.parameters.check(known: ["f"])
    guard asked.form == .json else { return try definitionPage(asked) }
    return Response(
      OpenAPIDocument(asked).json.lines(depth: 3), type: Link.openAPI)
  }

  private func definitionPage(_ asked: Asked) throws -> Response {
    try asked.parameters.check(known: ["f"])
    var page = HTMLPage(asked.pick(PageWords.api), asked.language)
    page.links([("/?f=html", asked.pick(PageWords.home)), ("/api", "OpenAPI 3.0 (JSON)")])
    page.table(
      [asked.pick(PageWords.address), asked.pick(PageWords.parameters)],
      OpenAPIDocument(asked).addresses.map { [.text($0.path), .text($0.parameters)] })
    return page.response
  }

  private func collections(_ asked: Asked) throws -> Response {
    try asked.checkForm()
    let views = asked.catalogue.views(for: asked.viewer, today: site.today)
    guard asked.form == .html else {
      return asked.json([
        .init("links", .array(asked.ownLinks("/collections").map(\.json))),
        .init(
          "collections", .array(views.map { CollectionText($0, asked).json })),
      ])
    }
    var page = HTMLPage(asked.pick(PageWords.collections), asked.language)
    page.links([("/?f=html", asked.pick(PageWords.home))])
    page.table(
      [PageWords.collections, PageWords.about, PageWords.count].map(asked.pick),
      views.map { view in
        [
          .link(
            href: "/collections/\(view.layer.id)?f=html", text: asked.pick(view.layer.title)),
          .text(asked.pick(view.layer.about)), .text(String(view.count())),
        ]
      })
    return page.response
  }

  private func collection(_ asked: Asked) throws -> Response {
    try asked.checkForm()
    let view = try asked.view()
    let text = CollectionText(view, asked)
    return asked.form == .html ? text.page.response : asked.json(text.members)
  }

  private func item(_ asked: Asked) throws -> Response {
    try asked.checkForm()
    let view = try asked.view()
    guard let name = asked.item, name.utf8.count < 12, let id = Int(name),
      let row = view.layer.row(ofID: id), view.shows(row)
    else { throw Refusal.notFound }
    try asked.logRead(of: view, count: 1)
    return ItemAnswer(view, row: row, asked).response
  }
}
