import HTTPTypes
import Hummingbird
import NIOCore
import Publishing

extension Response {
  /// A refusal as OGC API asks for: `{"code": ..., "description": ...}`.
  init(_ refusal: Refusal) {
    let json = JSONText.object([
      .init("code", .string(refusal.code)), .init("description", .string(refusal.description)),
    ])
    self.init(json.compact + "\n", type: "application/json", status: refusal.status)
    for field in refusal.headers { headers[field.name] = field.value }
    headers[.cacheControl] = "no-store"
  }

  /// A text with its type.
  init(_ text: String, type: String, status: HTTPResponse.Status = .ok) {
    let buffer = ByteBuffer(string: text)
    self.init(
      status: status,
      headers: [.contentType: type, .contentLength: String(buffer.readableBytes)],
      body: .init(byteBuffer: buffer))
  }
}
