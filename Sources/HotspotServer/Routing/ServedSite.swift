import CampaignData
import HTTPTypes
import Publishing
import Terminal

/// What all routes stand on: the layers in force, the log of reads, and how the server is reached.
struct ServedSite: Sendable {
  let live: LiveCatalogue
  let log: AccessLog
  /// The language of pages where a browser asks for neither.
  let language: Language
  /// The address in links, without a slash at its end; nil: that which was asked.
  let publicURL: String?
  /// Whether connections are encrypted by this server.
  let isEncrypted: Bool

  /// The day that counts as today.
  var today: CalendarDate { Moment.now.date }

  /// Writes down that a viewer reads targets; reads of anything else are not logged.
  ///
  /// Throws if that cannot be done: nothing may be answered then.
  func logRead(
    of resource: Resource, by viewer: Viewer, _ context: ServerContext, path: String, count: Int
  ) throws(Refusal) {
    guard resource == .targets else { return }
    guard
      log.record(viewer, from: context.address, at: .now, what: path, count: count)
    else {
      throw Refusal(
        .serviceUnavailable, "ReadsCannotBeLogged", "Reads of targets cannot be logged now.")
    }
  }
}
