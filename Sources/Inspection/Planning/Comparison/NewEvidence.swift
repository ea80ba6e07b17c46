public import CampaignData

/// What became known about targets after a moment.
public struct NewEvidence: Sendable {
  private let targets: TargetList
  private let fresh: Set<String>
  private let index: [String: Int]

  /// Looks among alerts, complaints and anomalies of the targets' snapshot.
  public init(_ targets: TargetList, since moment: Moment) {
    self.targets = targets
    let facts = targets.evidence.snapshot.facts
    fresh = Set(
      facts.alerts.filter { $0.knownAt > moment }.map(\.id)
        + facts.complaints.filter { $0.knownAt > moment }.map(\.id)
        + facts.anomalies.filter { $0.knownAt > moment }.map(\.id))
    index =
      fresh.isEmpty
      ? [:]
      : Dictionary(
        (0..<targets.count).map { (targets.identifier(at: $0), $0) },
        uniquingKeysWith: { first, _ in first })
  }

  /// Identifiers of the new facts behind a target, sorted.
  public func facts(about target: String) -> [String] {
    guard let place = index[target] else { return [] }
    let all = targets.target(at: place).reasons.filter { $0.table != .sites }.flatMap(\.factIDs)
    return Set(all.filter(fresh.contains)).sorted()
  }
}
