import CampaignData
import Foundation
import Publishing
import Terminal

/// Who read which list of targets, when: `access.jsonl` in the workspace, only ever added to.
final class AccessLog: Sendable {
  private let descriptor: Int32

  /// Opens the log of a workspace; throws `cannotCreate` if it cannot be written.
  init(of folder: String) throws {
    let path = "\(folder)/access.jsonl"
    descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw CommandFailure(
        status: .cannotCreate, message: "reads of targets cannot be logged", file: path,
        hint: "Check that the workspace is yours and the disk has room.")
    }
  }

  deinit { close(descriptor) }

  /// Writes down a read before it is answered; false if that failed, and nothing may be answered.
  ///
  /// One call of the system a line, to a file opened for appending, so that lines of several
  /// requests never mix.
  /// - Parameters:
  ///   - viewer: who.
  ///   - address: from where.
  ///   - what: the path asked for, without its query.
  ///   - count: how many features are given.
  func record(
    _ viewer: Viewer, from address: String, at now: Moment, what: String, count: Int
  ) -> Bool {
    let line = JSONText.object([
      .init("at", .string(now.description)), .init("who", .string(viewer.name)),
      .init("role", .string(viewer.role.rawValue)), .init("team", .optional(viewer.team)),
      .init("from", .string(address)), .init("what", .string(what)),
      .init("count", .integer(count)),
    ])
    let bytes = Array((line.compact + "\n").utf8)
    return write(descriptor, bytes, bytes.count) == bytes.count
  }
}
