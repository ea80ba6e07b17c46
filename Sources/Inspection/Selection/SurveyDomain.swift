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
    func parts(_ kind: String, _ keys: (DrawnVisit) -> [String]) -> [SurveyDomain] {
      var members: [String: [DrawnVisit]] = [:]
      for visit in visits {
        for key in keys(visit) { members[key, default: []].append(visit) }
      }
      return members.keys.sorted().compactMap { name in
        members[name].map { SurveyDomain(kind: kind, name: name, $0) }
      }
    }
    guard !visits.isEmpty else { return [] }
    return [SurveyDomain(kind: "all", name: "all", visits)]
      + parts("round") { [$0.round < 10 ? "0\($0.round)" : "\($0.round)"] }
      + parts("city") { $0.city.isEmpty ? [] : [$0.city] } + parts("topic") { $0.topics }
  }

  private init(kind: String, name: String, _ visits: [DrawnVisit]) {
    self.kind = kind
    self.name = name
    rounds = Set(visits.map(\.round)).count
    estimate = SurveyEstimate(
      visits.compactMap { visit in
        visit.isHit.map {
          SurveyEstimate.Unit(isHit: $0, probability: visit.probability, plane: visit.plane)
        }
      },
      missing: visits.filter { $0.isHit == nil }.map(\.probability))
  }
}
