import Foundation

/// Why a text is not what a decoder asked for, and where.
struct JSONFault {
  /// The fault in words, with its place.
  let message: String
  /// The element of the outermost list that it is in, from 1.
  let row: Int?

  /// Puts a decoder's error on a text into words.
  init(_ error: DecodingError, in data: Data) {
    switch error {
    case .keyNotFound(let key, let context):
      self.init(context, "there is no \"\(key.stringValue)\"")
    case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
      self.init(context, "expected \(Self.name(of: type))")
    case .dataCorrupted(let context):
      self.init(context, context.codingPath.isEmpty ? Self.syntax(data) : context.debugDescription)
    @unknown default:
      self.init(message: "not the JSON that was asked for", row: nil)
    }
  }

  private init(message: String, row: Int?) {
    self.message = message
    self.row = row
  }

  private init(_ context: DecodingError.Context, _ found: String) {
    var place = ""
    for key in context.codingPath {
      place += key.intValue.map { "[\($0)]" } ?? (place.isEmpty ? "" : ".") + key.stringValue
    }
    message = place.isEmpty ? found : "\(place): \(found)"
    row = context.codingPath.compactMap(\.intValue).first.map { $0 + 1 }
  }

  private static func name(of type: any Any.Type) -> String {
    switch type {
    case is Int.Type: "a whole number"
    case is Double.Type: "a number"
    case is String.Type: "a text"
    default: "another kind of value"
    }
  }

  /// What is wrong with the text, with the line: the decoder does not say.
  private static func syntax(_ data: Data) -> String {
    do {
      _ = try JSONSerialization.jsonObject(with: data)
      return "not the JSON that was asked for"
    } catch {
      let found = (error as NSError).userInfo["NSDebugDescription"] as? String ?? "not valid JSON"
      let words = found.split(separator: " ")
      guard let place = words.firstIndex(of: "character"), place + 1 < words.endIndex,
        let offset = Int(words[place + 1].prefix { $0.isNumber })
      else { return found }
      let line = data.prefix(offset).count { $0 == UInt8(ascii: "\n") } + 1
      return "line \(line): not valid JSON: \(found)"
    }
  }
}
