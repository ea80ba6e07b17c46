import ArgumentParser
import Dispatch
import Foundation
import Hummingbird
import Logging
import Synchronization
import Terminal

/// A server's life: it runs until SIGINT or SIGTERM, ends what it is at, and tells by its exit code
/// which it was.
struct ServerRun<Server: ApplicationProtocol & Sendable>: Sendable {
  let application: Server
  let logger: Logger

  /// Runs it beside `watching`, which is cancelled at the end.
  ///
  /// After SIGINT ends with 130, after SIGTERM with 0. Clients that do not let go of their
  /// connections are given five seconds.
  func run(beside watching: @escaping @Sendable () async -> Void) async throws {
    let interrupted = Flag()
    let sources = [(SIGINT, true), (SIGTERM, false)].map { number, isInterrupt in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        if isInterrupt { interrupted.raise() }
        let code = isInterrupt ? SysExit.interrupted.rawValue : 0
        DispatchQueue.global().asyncAfter(deadline: .now() + 5) { exit(code) }
      }
      source.resume()
      return source
    }
    defer { for source in sources { source.cancel() } }
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { await watching() }
      defer { group.cancelAll() }
      try await start()
    }
    if interrupted.isRaised { throw ExitCode(SysExit.interrupted.rawValue) }
  }

  private func start() async throws {
    do {
      try await application.runService()
    } catch let error as any Error & CustomStringConvertible {
      throw CommandFailure(
        status: .cannotCreate, message: "the server cannot listen: \(error)",
        hint: "Is another program on this port? --port 0 takes a free one.")
    }
  }

  /// A flag that one thread raises and another sees.
  private final class Flag: Sendable {
    private let state = Atomic<Bool>(false)
    var isRaised: Bool { state.load(ordering: .acquiring) }
    func raise() { state.store(true, ordering: .releasing) }
  }
}
