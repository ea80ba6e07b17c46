/// How long to search, and from which seed.
public struct SolverSettings: Sendable, Hashable {
  /// The seed of every random choice: the same seed gives the same solution.
  public var seed: UInt64
  /// Rounds of the large neighbourhood search; 0 for construction and local search alone.
  public var iterations: Int
  /// Stop after this much processor time of all threads together.
  ///
  /// A convenience: where it cuts the search short, the solution depends on the machine.
  public var cpuSeconds: Double?
  /// How many threads search side by side; the result does not depend on it.
  public var threads: Int

  /// Steps of the search for a tighter bound where travel binds; 0 for the capacity bound alone.
  ///
  /// With ``cpuSeconds`` at most a tenth of them is spent on it.
  public var boundSteps: Int

  /// Settings of a search.
  public init(
    seed: UInt64 = 1, iterations: Int = 20_000, cpuSeconds: Double? = nil, threads: Int = 1,
    boundSteps: Int = 0
  ) {
    self.seed = seed
    self.iterations = iterations
    self.cpuSeconds = cpuSeconds
    self.threads = threads
    self.boundSteps = boundSteps
  }
}
