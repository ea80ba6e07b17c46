import Hummingbird
import Publishing

/// One feature, as GeoJSON or as a page.
struct ItemAnswer {
  private let view: LayerView
  private let row: Int
  private let asked: Asked

  init(_ view: LayerView, row: Int, _ asked: Asked) {
    self.view = view
    self.row = row
    self.asked = asked
  }

  private var collection: String { "/collections/\(view.layer.id)" }

  /// The answer; 304 where the client has it already.
  var response: Response {
    let tag = EntityTag([
      view.cacheKey, asked.form.rawValue, asked.language.rawValue, asked.base, String(row),
    ])
    if tag.isKnown(to: asked.request) { return tag.notModified(view) }
    var response = asked.form == .html ? page.response : document
    tag.mark(&response, view)
    return response
  }

  private var document: Response {
    let links =
      asked.ownLinks("\(collection)/items/\(row + 1)", json: Link.geoJSON) + [
        asked.link(collection, "collection", Link.json, view.layer.title)
      ]
    let json = FeatureText(view: view).json(row, links: .array(links.map(\.json)))
    return Response(json.compact + "\n", type: Link.geoJSON)
  }

  private var page: HTMLPage {
    var page = HTMLPage("\(asked.pick(view.layer.title)) \(row + 1)", asked.language)
    page.links([
      ("/?f=html", asked.pick(PageWords.home)),
      ("\(collection)?f=html", asked.pick(view.layer.title)),
      ("\(collection)/items?f=html&limit=100", asked.pick(PageWords.items)),
      ("\(collection)/items/\(row + 1)?f=json", "GeoJSON"),
    ])
    page.table(
      [asked.pick(PageWords.parameters), ""],
      view.layer.fields.indices.map { field in
        [.text(asked.pick(view.layer.fields[field].heading)), .text(view.value(row, field).shown)]
      })
    return page
  }
}
