import Hummingbird
import NIOCore

/// What a request is answered with besides itself: who asks, and from where.
struct ServerContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// Who asks; set by ``Gate`` before a route is reached.
  var viewer: Viewer?
  /// The address that the connection came from, or that the proxy names.
  var address: String

  init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
    address = source.channel.remoteAddress?.ipAddress ?? "unknown"
  }

  /// Who asks; throws a refusal where the gate let nobody in.
  func asking() throws(Refusal) -> Viewer {
    guard let viewer else { throw .unauthorized }
    return viewer
  }
}
