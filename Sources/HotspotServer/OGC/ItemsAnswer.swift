import CampaignData
import HTTPTypes
import Hummingbird
import NIOCore
import Publishing
import Terminal

/// A page of a collection's items, as GeoJSON or as a table in a page.
struct ItemsAnswer {
  private let asked: Asked
  private let view: LayerView
  private let query: ItemQuery

  init(_ asked: Asked) throws(Refusal) {
    self.asked = asked
    view = try asked.view()
    query = try ItemQuery(asked.parameters, of: view.layer)
  }

  private var path: String { "/collections/\(view.layer.id)/items" }

  /// The answer; 304 where the client has it already.
  func response() throws -> Response {
    let tag = EntityTag([
      view.cacheKey, asked.form.rawValue, asked.language.rawValue, asked.base,
      asked.request.uri.query ?? "",
    ])
    let selection = query.rows(of: view)
    let rows = selection.page(from: query.offset, limit: query.limit)
    try asked.logRead(of: view, count: rows.count)
    if tag.isKnown(to: asked.request) { return tag.notModified(view) }
    let links = links(matched: selection.count)
    var response =
      asked.form == .html
      ? page(rows, matched: selection.count, links).response
      : document(rows, matched: selection.count, links)
    tag.mark(&response, view)
    if asked.form == .json {
      let header = links.map { "<\($0.href)>; rel=\"\($0.rel)\"; type=\"\($0.type)\"" }
      if let link = HTTPField.Name("Link") {
        response.headers[link] = header.joined(separator: ", ")
      }
      if let crs = HTTPField.Name("Content-Crs") {
        response.headers[crs] = "<\(CollectionText.crs84)>"
      }
    }
    return response
  }

  /// The links of a page; those to others keep all that was asked but the offset.
  private func links(matched: Int) -> [Link] {
    func query(offset: Int?) -> String {
      asked.parameters.pairs.filter { $0.name != "f" && (offset == nil || $0.name != "offset") }
        .map { "\($0.name)=\(QueryParameters.encoded($0.value))" }
        .joined(separator: "&") + (offset.map { "&offset=\($0)" } ?? "")
    }
    func other(_ offset: Int, _ rel: String, _ title: Wording) -> Link {
      let rest = query(offset: offset)
      let mark = rest.hasPrefix("&") ? "" : "&"
      return asked.link(
        "\(path)?f=\(asked.form.rawValue)\(mark)\(rest)", rel,
        asked.form == .json ? Link.geoJSON : Link.html, title)
    }
    var links = asked.ownLinks(path, query: query(offset: nil), json: Link.geoJSON)
    let (offset, limit) = (self.query.offset, self.query.limit)
    if offset < matched, matched - offset > limit {
      links.append(other(offset + limit, "next", PageWords.next))
    }
    if offset > 0 { links.append(other(max(0, offset - limit), "prev", PageWords.previous)) }
    links.append(
      asked.link(
        "/collections/\(view.layer.id)", "collection", Link.json, view.layer.title))
    return links
  }

  private func document(_ rows: [Int], matched: Int, _ links: [Link]) -> Response {
    let head = JSONText.object([
      .init("type", .string("FeatureCollection")),
      .init("timeStamp", .string(Moment.now.description)),
      .init("numberMatched", .integer(matched)), .init("numberReturned", .integer(rows.count)),
      .init("links", .array(links.map(\.json))),
    ])
    // The object is left open for the features, which may be more than memory should hold at once.
    let opening = String(head.compact.dropLast()) + ",\"features\":["
    let text = FeatureText(view: view)
    guard rows.count > Self.atOnce else {
      var body = opening
      for (place, row) in rows.enumerated() {
        body += (place > 0 ? "," : "") + text.json(row).compact
      }
      return Response(body + "]}\n", type: Link.geoJSON)
    }
    return Response(
      status: .ok, headers: [.contentType: Link.geoJSON],
      body: ResponseBody { writer in
        var body = opening
        for (place, row) in rows.enumerated() {
          body += (place > 0 ? "," : "") + text.json(row).compact
          if body.utf8.count >= Self.chunk {
            try await writer.write(ByteBuffer(string: body))
            body.removeAll(keepingCapacity: true)
          }
        }
        try await writer.write(ByteBuffer(string: body + "]}\n"))
        try await writer.finish(nil)
      })
  }

  /// Pages of more features are sent while they are written.
  private static let atOnce = 200
  /// Bytes written at a time.
  private static let chunk = 1 << 16

  private func page(_ rows: [Int], matched: Int, _ links: [Link]) -> HTMLPage {
    var page = HTMLPage(asked.pick(view.layer.title), asked.language)
    page.links(
      [
        ("/?f=html", asked.pick(PageWords.home)),
        ("/collections/\(view.layer.id)?f=html", asked.pick(view.layer.title)),
      ]
        + links.filter { $0.rel == "prev" || $0.rel == "next" }.map { ($0.href, $0.title) })
    page.say(
      "\(asked.pick(PageWords.shown)) \(rows.count) \(asked.pick(PageWords.of)) \(matched)")
    let fields = view.layer.fields
    page.table(
      [asked.pick(PageWords.number)] + fields.map { asked.pick($0.heading) },
      rows.map { row in
        [.link(href: "\(path)/\(row + 1)?f=html", text: String(row + 1))]
          + fields.indices.map { .text(view.value(row, $0).shown) }
      })
    return page
  }
}
