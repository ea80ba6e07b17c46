import CampaignData
import Geo
import Publishing

/// A layer as a collection: what it holds, where, and where its features are.
struct CollectionText {
  private let view: LayerView
  private let asked: Asked

  init(_ view: LayerView, _ asked: Asked) {
    self.view = view
    self.asked = asked
  }

  static let crs84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"

  private var path: String { "/collections/\(view.layer.id)" }

  /// The collection as it stands in the list.
  var json: JSONText { .object(members) }

  /// The members of its document.
  var members: [JSONText.Member] {
    let links =
      asked.ownLinks(path) + [
        asked.link("\(path)/items?f=json", "items", Link.geoJSON, PageWords.items),
        asked.link("\(path)/items?f=html", "items", Link.html, PageWords.items),
      ]
    var members: [JSONText.Member] = [
      .init("id", .string(view.layer.id)), .init("title", .string(asked.pick(view.layer.title))),
      .init("description", .string(asked.pick(view.layer.about))),
    ]
    if let extent { members.append(.init("extent", extent)) }
    return members + [
      .init("itemType", .string("feature")), .init("crs", .array([.string(Self.crs84)])),
      .init("links", .array(links.map(\.json))),
    ]
  }

  /// The box of the layer, unless rows of it are hidden: it would tell where those are.
  private var extent: JSONText? {
    let box = view.layer.bounds
    guard !view.isFiltered, !box.isEmpty else { return nil }
    let numbers = [box.minX, box.minY, box.maxX, box.maxY]
    let spatial = JSONText.object([
      .init("bbox", .array([.array(numbers.map { .decimal($0, places: 7) })])),
      .init("crs", .string(Self.crs84)),
    ])
    return .object([.init("spatial", spatial)])
  }

  /// The collection as a page.
  var page: HTMLPage {
    var page = HTMLPage(asked.pick(view.layer.title), asked.language)
    page.links([
      ("/?f=html", asked.pick(PageWords.home)),
      ("/collections?f=html", asked.pick(PageWords.collections)),
      ("\(path)/items?f=html&limit=100", asked.pick(PageWords.items)),
      ("\(path)?f=json", "JSON"),
    ])
    page.say(asked.pick(view.layer.about))
    page.say("\(asked.pick(PageWords.count)): \(view.count())")
    page.table(
      [asked.pick(PageWords.parameters), ""],
      view.layer.fields.map { [.text($0.key), .text(asked.pick($0.heading))] })
    return page
  }
}
