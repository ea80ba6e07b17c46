import HTTPTypes
import Hummingbird
import Inspection

/// Names the content of an answer, so that a client need not fetch what it has (RFC 9110, 8.8.3).
///
/// A weak one: an answer with the same tag may tell another time stamp.
struct EntityTag: Sendable, Hashable {
  let text: String

  /// The tag of all that decides the content.
  init(_ parts: [String]) {
    let joined = parts.joined(separator: "\u{0}")
    text = "W/\"\(SHA256.hexadecimal(of: Array(joined.utf8)).prefix(20))\""
  }

  /// Whether the client says that it has this content.
  func isKnown(to request: Request) -> Bool {
    guard let known = request.headers[.ifNoneMatch] else { return false }
    return known == "*" || known.split(separator: ",").contains { $0.drop { $0 == " " } == text }
  }

  /// The answer to a client that has it.
  func notModified(_ view: LayerView) -> Response {
    var response = Response(status: .notModified)
    mark(&response, view)
    return response
  }

  /// Puts it on an answer.
  ///
  /// What is protected is kept nowhere; the rest is asked for anew each time.
  func mark(_ response: inout Response, _ view: LayerView) {
    response.headers[.eTag] = text
    response.headers[.vary] = "Accept, Accept-Language, Authorization, Cookie"
    response.headers[.cacheControl] =
      view.layer.resource == .places ? "private, no-cache" : "no-store"
  }
}
