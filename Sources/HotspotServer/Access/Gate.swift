import CampaignData
import HTTPTypes
import Hummingbird
import Terminal

/// Lets a request in, or not: the host that it was sent to, who asks, and how often.
struct Gate: RouterMiddleware {
  typealias Context = ServerContext

  /// Who has tokens; nil: whoever reaches this machine's own address is its planner.
  let tokens: LiveTokens?
  let hosts: HostCheck
  /// Whether the proxy before it says where a request came from.
  let trustsProxy: Bool
  /// Whether a cookie may only travel encrypted.
  let isSecure: Bool
  /// What each token may ask.
  private let viewers = RateLimit(perSecond: 200, burst: 1000)
  /// What each address may ask without a token that is good, so that none can be guessed.
  private let strangers = RateLimit(perSecond: 5, burst: 50)

  init(tokens: LiveTokens?, hosts: HostCheck, trustsProxy: Bool, isSecure: Bool) {
    self.tokens = tokens
    self.hosts = hosts
    self.trustsProxy = trustsProxy
    self.isSecure = isSecure
  }

  @concurrent func handle(
    _ request: Request, context: ServerContext,
    next: @concurrent (Request, ServerContext) async throws -> Response
  ) async throws -> Response {
    try hosts.check(request)
    guard request.uri.path != "/healthz" else { return try await next(request, context) }
    var context = context
    if trustsProxy, let named = Self.forwardedAddress(of: request) { context.address = named }
    guard let tokens else {
      context.viewer = .local
      return try await next(request, context)
    }
    let now = Self.nanoseconds
    let shown = Self.token(shownBy: request)
    guard let shown, let viewer = tokens.current.viewer(showing: shown.token, now: .now) else {
      guard strangers.admits(context.address, now: now) else { throw Refusal.tooMany }
      throw Refusal.unauthorized
    }
    guard viewers.admits(viewer.name, now: now) else { throw Refusal.tooMany }
    if shown.isInLink { return redirect(request, keeping: shown.token) }
    context.viewer = viewer
    var response = try await next(request, context)
    if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
    return response
  }

  /// A link that holds a token is opened once: the token goes into a cookie, out of the address.
  private func redirect(_ request: Request, keeping token: String) -> Response {
    let rest = (request.uri.query ?? "").split(separator: "&").filter { !$0.hasPrefix("token=") }
    let query = rest.isEmpty ? "" : "?" + rest.joined(separator: "&")
    let cookie = "\(Self.cookie)=\(token); Path=/; HttpOnly; SameSite=Strict; Max-Age=2592000"
    return Response(
      status: .seeOther,
      headers: [
        .location: request.uri.path + query, .setCookie: cookie + (isSecure ? "; Secure" : ""),
        .cacheControl: "no-store", .contentLength: "0",
      ])
  }

  private static let cookie = "hotspot_token"

  /// The token of a request: in its header, else in its cookie, else in its address.
  private static func token(shownBy request: Request) -> (token: String, isInLink: Bool)? {
    if let header = request.headers[.authorization] {
      let words = header.split(separator: " ", maxSplits: 1)
      guard words.count == 2, words[0].lowercased() == "bearer" else { return nil }
      return (String(words[1]), false)
    }
    for pair in (request.uri.query ?? "").split(separator: "&") where pair.hasPrefix("token=") {
      let token = String(pair.dropFirst("token=".count))
      return AccessToken.isSpelt(token) ? (token, true) : nil
    }
    for cookies in request.headers[values: .cookie] {
      for pair in cookies.split(separator: ";") {
        let parts = pair.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
        if parts.count == 2, parts[0] == cookie { return (String(parts[1]), false) }
      }
    }
    return nil
  }

  /// The address that the proxy next to this server saw, which is the last in the list.
  private static func forwardedAddress(of request: Request) -> String? {
    guard let name = HTTPField.Name("X-Forwarded-For"),
      let last = request.headers[name]?.split(separator: ",").last
    else { return nil }
    let address = last.filter { $0.isHexDigit || $0 == "." || $0 == ":" }
    return address.isEmpty ? nil : String(address.prefix(45))
  }

  private static var nanoseconds: Int {
    let now = ContinuousClock.now - start
    return Int(now.components.seconds) * 1_000_000_000
      + Int(now.components.attoseconds / 1_000_000_000)
  }

  private static let start = ContinuousClock.now
}
