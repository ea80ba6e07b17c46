import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// The record of the audit as it stands: what was sealed, planned, released and revealed, for
/// whoever checks it.
///
/// The texts that it names are not served: facts stand in them as they came, with whatever citizens
/// wrote. `hotspot audit reveal -o` gives what a check needs of a round.
struct RecordRoutes {
  let folder: String

  /// Adds its address; no part of a file's name comes from a request.
  func add(to router: Router<ServerContext>) {
    router.get("audit/record.jsonl") { request, context in
      let viewer = try context.asking()
      guard viewer.permission(for: .record) == .all else { throw Refusal.notFound }
      try QueryParameters(request.uri.query).check(known: [])
      let path = "\(folder)/audit/record.jsonl"
      guard let data = FileManager.default.contents(atPath: path) else { throw Refusal.notFound }
      return Response(
        status: .ok,
        headers: [
          .contentType: "application/jsonl", .contentLength: String(data.count),
          .cacheControl: "no-store",
        ], body: .init(byteBuffer: ByteBuffer(bytes: data)))
    }
  }
}
