import CampaignData
import Foundation
import Inspection
import Publishing
import Store

/// Who released what before its time, and why.
struct ReleaseNote: Sendable {
  /// A day, or the name of sealed lists.
  let what: String
  /// The plans concerned.
  let plans: [String]
  /// Who answers for it.
  let by: String
  /// Why.
  let reason: String
  /// When.
  let at: Moment

  /// Keeps the note, a line of `audit/releases.jsonl`, before anything is released.
  ///
  /// The one place to change when the audit's record takes such notes: outside of the workspace's
  /// lock, which that takes by itself.
  func keep(in workspace: Workspace) throws {
    let folder = workspace.folder + "/audit"
    let path = folder + "/releases.jsonl"
    let line = Array((json.compact + "\n").utf8)
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    defer { if descriptor >= 0 { close(descriptor) } }
    guard descriptor >= 0, write(descriptor, line, line.count) == line.count,
      fsync(descriptor) == 0
    else {
      throw CommandFailure(
        status: .cannotCreate, message: "the note of this release cannot be kept", file: path,
        hint: "Nothing was released. Check that the folder is yours and the disk has room.")
    }
  }

  private var json: JSONText {
    .object([
      .init("at", .string(at.description)), .init("released", .string(what)),
      .init("plans", .array(plans.map(JSONText.string))), .init("by", .string(by)),
      .init("reason", .string(reason)),
    ])
  }
}
