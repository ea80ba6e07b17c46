import Atomics

/// The tokens in force: requests take them without a lock, a watcher puts a new table in their
/// place when the file has changed.
final class LiveTokens: Sendable {
  private let latest: ManagedAtomic<TokenTable>

  init(_ table: TokenTable) { latest = ManagedAtomic(table) }

  var current: TokenTable { latest.load(ordering: .acquiring) }

  func replace(with table: TokenTable) { latest.store(table, ordering: .releasing) }
}
