/// How long to search, and from which seed.
public struct SolverSettings: Sendable, Hashable {
  /// The seed of every random choice: the same seed gives the same solution.
  public var seed: UInt64
  /// Rounds of the large neighbourhood search; 0 for construction and local search alone.
  public var iterations: Int
  /// Stop after this much of the thread's processor time.
  ///
  /// A convenience: where it cuts the search short, the solution depends on the machine.
  public var cpuSeconds: Double?

  /// Settings of a search.
  public init(seed: UInt64 = 1, iterations: Int = 20_000, cpuSeconds: Double? = nil) {
    self.seed = seed
    self.iterations = iterations
    self.cpuSeconds = cpuSeconds
  }
}
