/// A part of the drawn sites with what they say of all sites that could have been drawn.
public struct SurveyDomain: Sendable, Hashable {
  /// What it is a part by: `all`, `round`, `city` or `topic`.
  public let kind: String
  /// The round's number, the city's code or the topic's key.
  public let name: String
  /// How many rounds it spans.
  public let rounds: Int
  /// The rate of violations, and their number over all its rounds.
  public let estimate: SurveyEstimate

  /// The number of violating sites in a round, on average over its rounds, with its interval.
  public var totalByRound: (value: Double, interval: ClosedRange<Double>) {
    let (low, high) = (estimate.totalInterval.lowerBound, estimate.totalInterval.upperBound)
    let rounds = Double(max(1, rounds))
    return (estimate.total / rounds, low / rounds...high / rounds)
  }

  /// All drawn sites, then those of each round, city and topic.
  public static func domains(of visits: [DrawnVisit]) -> [SurveyDomain] {
    guard !visits.isEmpty else { return [] }
    let made = visits.filter { $0.isHit != nil }
    let sample = SurveySample(
      made.map {
        SurveySample.Unit(
          isHit: $0.isHit == true, probability: $0.probability, plane: $0.plane, round: $0.round)
      })
    func parts(_ kind: String, _ keys: @escaping (DrawnVisit) -> [String]) -> [SurveyDomain] {
      Set(visits.flatMap(keys)).sorted().map { name in
        let isMember = { keys($0).contains(name) }
        return SurveyDomain(
          kind: kind, name: name, rounds: Set(visits.filter(isMember).map(\.round)).count,
          estimate: SurveyEstimate(
            sample, members: made.map(isMember),
            missing: visits.filter { $0.isHit == nil && isMember($0) }.map(\.probability)))
      }
    }
    return parts("all") { _ in ["all"] }
      + parts("round") { [$0.round < 10 ? "0\($0.round)" : "\($0.round)"] }
      + parts("city") { $0.city.isEmpty ? [] : [$0.city] } + parts("topic") { $0.topics }
  }
}
