import Atomics

/// The catalogue in force: requests take it without a lock, a watcher puts a new one in its place
/// when the workspace has changed.
final class LiveCatalogue: Sendable {
  private let latest: ManagedAtomic<LayerCatalogue>

  /// Starts with a catalogue.
  init(_ catalogue: LayerCatalogue) {
    latest = ManagedAtomic(catalogue)
  }

  /// The catalogue in force; a request takes it once and stays with it.
  var current: LayerCatalogue { latest.load(ordering: .acquiring) }

  /// Puts another in force; whoever took the one before keeps it until done.
  func replace(with catalogue: LayerCatalogue) {
    latest.store(catalogue, ordering: .releasing)
  }
}
