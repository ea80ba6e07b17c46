import CampaignData
import HTTPTypes
import Hummingbird
import Publishing

/// A request as the API sees it: who asks for what, in which form and language.
struct Asked {
  let request: Request
  let context: ServerContext
  let site: ServedSite
  let viewer: Viewer
  let parameters: QueryParameters
  let form: AnswerForm
  let language: Language
  /// The catalogue that the whole answer is of.
  let catalogue: LayerCatalogue
  /// The address of the server in links, without a slash at its end.
  let base: String

  /// Reads a request; throws what of it cannot be used.
  init(_ request: Request, _ context: ServerContext, _ site: ServedSite) throws(Refusal) {
    self.request = request
    self.context = context
    self.site = site
    viewer = try context.asking()
    parameters = try QueryParameters(request.uri.query)
    form = try AnswerForm(parameters, request)
    language = Self.language(request, site.language)
    catalogue = site.live.current
    base =
      site.publicURL ?? "\(site.isEncrypted ? "https" : "http")://"
      + (request.head.authority ?? "127.0.0.1")
  }

  /// The part of the address that names an item.
  var item: String? { context.parameters.get("item") }

  /// The layer that the address names, as this viewer may see it; throws 404 for none.
  func view() throws(Refusal) -> LayerView {
    guard let id = context.parameters.get("collection"),
      let view = catalogue.view(id, for: viewer, today: site.today)
    else { throw .notFound }
    return view
  }

  /// Throws 400 for any parameter but `f`.
  func checkForm() throws(Refusal) { try parameters.check(known: ["f"]) }

  /// Writes down that targets are read, if they are.
  func logRead(of view: LayerView, count: Int) throws(Refusal) {
    try site.logRead(
      of: view.layer.resource, by: viewer, context, path: request.uri.path, count: count)
  }

  /// The text of a wording in the language asked for.
  func pick(_ wording: Wording) -> String { wording[language] }

  /// A link to a path of this server.
  func link(_ path: String, _ rel: String, _ type: String, _ title: Wording) -> Link {
    Link(href: base + path, rel: rel, type: type, title: pick(title))
  }

  /// The links of a document to itself and to its other form.
  func ownLinks(_ path: String, query: String = "", json: String = Link.json) -> [Link] {
    let rest = query.isEmpty ? "" : "&" + query
    let forms: [(AnswerForm, String, String, Wording)] = [
      (.json, "json", json, PageWords.asJSON), (.html, "html", Link.html, PageWords.asHTML),
    ]
    return forms.map { own, name, type, title in
      link(
        (path.isEmpty ? "/" : path) + "?f=\(name)" + rest, own == form ? "self" : "alternate", type,
        own == form ? PageWords.thisDocument : title)
    }
  }

  /// A JSON object as an answer.
  func json(_ members: [JSONText.Member], type: String = Link.json) -> Response {
    Response(JSONText.object(members).compact + "\n", type: type)
  }

  /// The language that a browser likes best of the two; that of the server for others.
  private static func language(_ request: Request, _ usual: Language) -> Language {
    let accepted = request.headers[.acceptLanguage] ?? ""
    for part in accepted.split(separator: ",") {
      let tag = part.drop { $0 == " " }.lowercased()
      if tag.hasPrefix("zh") { return .zh }
      if tag.hasPrefix("en") { return .en }
    }
    return usual
  }
}
