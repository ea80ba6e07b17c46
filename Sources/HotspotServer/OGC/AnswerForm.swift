import Hummingbird

/// In which form a resource is answered.
enum AnswerForm: String, Sendable, Hashable {
  case json
  case html

  /// What `f` names, else what the client likes best, else JSON; throws 400 for another `f`.
  init(_ parameters: QueryParameters, _ request: Request) throws(Refusal) {
    if let named = parameters["f"] {
      guard let form = Self(named: named) else {
        throw .badParameter("\"f\" is json or html.")
      }
      self = form
      return
    }
    self = Self.liked(by: request.headers[.accept] ?? "")
  }

  private init?(named name: String) {
    switch name {
    case "json", "geojson", "application/json", "application/geo+json": self = .json
    case "html", "text/html": self = .html
    default: return nil
    }
  }

  /// Of the types that a client lists, the one of highest quality, the first among equals.
  private static func liked(by accept: String) -> AnswerForm {
    var best: (form: AnswerForm, quality: Double)?
    for part in accept.split(separator: ",") {
      let words = part.split(separator: ";").map { $0.filter { $0 != " " } }
      let form: AnswerForm? =
        switch words.first?.lowercased() {
        case "text/html", "application/xhtml+xml": .html
        case "application/json", "application/geo+json", "*/*", "application/*": .json
        default: nil
        }
      let quality =
        words.dropFirst().first { $0.hasPrefix("q=") }
        .flatMap { Double($0.dropFirst(2)) } ?? 1
      if let form, quality > best?.quality ?? 0 { best = (form, quality) }
    }
    return best?.form ?? .json
  }
}
