/// A simulated campaign as it went.
public struct SimulatedCampaign: Sendable {
  /// The rounds, in order.
  public internal(set) var rounds: [RoundOutcome] = []
  /// A round planned with several search efforts, if that was asked for.
  public internal(set) var efforts: [EffortOutcome] = []
  /// Visits by the chance that their plans gave them: what was foretold and what came.
  public internal(set) var reliability: [ReliabilityBin] = []
  /// Sites and teams.
  public internal(set) var sites = 0
  /// Teams of all regions.
  public internal(set) var teams = 0
  /// After which rounds new weights came into force.
  public internal(set) var learned: [Int] = []
}
