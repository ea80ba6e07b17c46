/// What a simulated campaign is made with: the same settings give the same campaign.
public struct SimulationSettings: Sendable {
  /// Seed of everything invented; plans draw from the seed of `plan`.
  public var seed: UInt64
  /// Codes of the cities.
  public var cities: [String]
  /// Which part of the usual sites and evidence there is.
  public var density: Double
  /// The rounds that are simulated; life begins nine weeks before.
  public var rounds: ClosedRange<Int>
  /// After how many rounds the weights are fitted anew; nil: never.
  public var calibrateEvery: Int?
  /// The round that is planned once more with each of some numbers of iterations, to be compared.
  public var effort: Effort?
  /// What plans go by.
  public var plan: PlanSettings

  /// A round and the numbers of iterations to plan it with.
  public struct Effort: Sendable, Hashable {
    /// The round.
    public var round: Int
    /// The iterations.
    public var iterations: [Int]

    /// Makes a comparison.
    public init(round: Int, iterations: [Int]) {
      self.round = round
      self.iterations = iterations
    }
  }

  /// Makes settings; `scale` is the share of the 39 cities, whole ones, the smallest first.
  public init(
    seed: UInt64, scale: Double, density: Double = 1, rounds: ClosedRange<Int>,
    calibrateEvery: Int?, effort: Effort? = nil, plan: PlanSettings
  ) {
    self.seed = seed
    cities = DemoCampaign.cities(scale: scale)
    self.density = density
    self.rounds = rounds
    self.calibrateEvery = calibrateEvery
    self.effort = effort
    self.plan = plan
  }
}
