import CampaignData
import Foundation
import Logging
import Store
import Terminal

/// Reads the catalogue anew when the workspace has changed, or when a sealed day is released.
struct CatalogueWatch: Sendable {
  private let live: LiveCatalogue
  private let folder: String
  private let logger: Logger
  private let pause: Duration
  /// The workspace as it was before the catalogue in force was read.
  private let start: WorkspaceStamp

  /// - Parameters:
  ///   - start: the workspace's stamp from before the catalogue in force was read.
  ///   - pause: how long to wait between looks.
  init(
    _ live: LiveCatalogue, folder: String, since start: WorkspaceStamp, logger: Logger,
    pause: Duration = .seconds(1)
  ) {
    self.live = live
    self.start = start
    self.folder = folder
    self.logger = logger
    self.pause = pause
  }

  /// Looks until it is cancelled.
  func run() async {
    var seen = start
    while (try? await Task.sleep(for: pause)) != nil {
      let stamp = WorkspaceStamp(of: folder)
      let now = Moment.now
      let isReleased = live.current.nextRelease.map { $0 <= now } ?? false
      guard stamp != seen || isReleased else { continue }
      do {
        live.replace(with: try await Self.read(folder, now: now))
        seen = stamp
      } catch {
        // A writer may be at it: what is served stays, and the next look tries again.
        logger.warning("the workspace cannot be read: \(error)")
      }
    }
  }

  /// Reads a catalogue on a thread of its own, so that requests go on being answered.
  static func read(_ folder: String, now: Moment) async throws -> LayerCatalogue {
    try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(
          with: Result {
            try CatalogueReader(try Workspace.open(at: folder), now: now).catalogue()
          })
      }
    }
  }
}
