import HTTPTypes

/// Why a request gets no answer: a status, and a sentence for whoever asked.
///
/// It never tells more than that: what is not there and what may not be seen look the same.
struct Refusal: Error, Sendable, Hashable {
  let status: HTTPResponse.Status
  /// A word for programs.
  let code: String
  /// A sentence for people.
  let description: String
  /// Headers that belong to it.
  var headers: [HTTPField] = []

  init(
    _ status: HTTPResponse.Status, _ code: String, _ description: String,
    headers: [HTTPField] = []
  ) {
    self.status = status
    self.code = code
    self.description = description
    self.headers = headers
  }

  /// Nothing is there, or nothing for whoever asks.
  static let notFound = Refusal(.notFound, "NotFound", "There is nothing at this address.")

  /// No token, or none that is good.
  static let unauthorized = Refusal(
    .unauthorized, "Unauthorized",
    "This server asks for a token: send it as `Authorization: Bearer ...`, or open the link that "
      + "you were given.",
    headers: [HTTPField(name: .wwwAuthenticate, value: "Bearer")])

  /// Too many requests.
  static let tooMany = Refusal(
    .tooManyRequests, "TooManyRequests", "Too many requests: wait a moment.",
    headers: [HTTPField(name: .retryAfter, value: "1")])

  /// A parameter that cannot be used.
  static func badParameter(_ description: String) -> Refusal {
    Refusal(.badRequest, "InvalidParameterValue", description)
  }
}
