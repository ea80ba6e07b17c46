import HTTPTypes
import Hummingbird
import Logging

/// The outermost layer: every answer gets the headers of safety, every error a body that tells no
/// more than it must, HEAD and wrong methods what HTTP asks for.
struct SafeAnswers: RouterMiddleware {
  typealias Context = ServerContext

  @concurrent func handle(
    _ request: Request, context: ServerContext,
    next: @concurrent (Request, ServerContext) async throws -> Response
  ) async throws -> Response {
    var response = await answer(request, context, next)
    for (name, value) in Self.headers { response.headers[name] = value }
    if request.method == .head {
      // The length stays that of the body that GET would give.
      response.body = ResponseBody()
    }
    return response
  }

  private func answer(
    _ request: Request, _ context: ServerContext,
    _ next: @concurrent (Request, ServerContext) async throws -> Response
  ) async -> Response {
    do throws(Refusal) {
      try Self.check(request)
    } catch {
      return Response(error)
    }
    // HEAD is GET without its body.
    var head = request.head
    head.method = .get
    do {
      return try await next(Request(head: head, body: request.body), context)
    } catch let refusal as Refusal {
      return Response(refusal)
    } catch let error as any HTTPResponseError {
      return error.status == .notFound
        ? Response(.notFound)
        : Response(Refusal(error.status, "Error", error.status.reasonPhrase))
    } catch {
      context.logger.error("\(request.method) \(request.uri.path): \(error)")
      return Response(
        Refusal(.internalServerError, "InternalError", "The server could not answer this."))
    }
  }

  /// Nothing here is written by requests, and no address needs escapes or dots.
  private static func check(_ request: Request) throws(Refusal) {
    guard request.method == .get || request.method == .head else {
      throw Refusal(
        .methodNotAllowed, "MethodNotAllowed", "Only GET and HEAD are answered here.",
        headers: [HTTPField(name: .allow, value: "GET, HEAD")])
    }
    let length = request.headers[.contentLength].flatMap(Int.init) ?? 0
    guard length == 0, request.headers[.transferEncoding] == nil else {
      throw Refusal(
        .contentTooLarge, "BodyNotAllowed", "A request here has no body.",
        headers: [HTTPField(name: .connection, value: "close")])
    }
    guard (request.head.path ?? "").utf8.count <= longestTarget else {
      throw Refusal(.uriTooLong, "AddressTooLong", "The address is too long.")
    }
    let path = request.uri.path
    guard path.utf8.allSatisfy(isPlain), !path.contains("//"),
      !path.split(separator: "/").contains(where: { $0.allSatisfy { $0 == "." } })
    else { throw .notFound }
  }

  private static let longestTarget = 4096

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "/-._~@".utf8.contains(byte)
    }
  }

  private static let headers: [(HTTPField.Name, String)] = [
    (
      "Content-Security-Policy",
      "default-src 'self'; worker-src blob:; img-src 'self' data:; frame-ancestors 'none'; "
        + "base-uri 'none'; form-action 'self'"
    ),
    ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer"),
    ("X-Frame-Options", "DENY"), ("Cross-Origin-Resource-Policy", "same-origin"),
  ].compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }
}
