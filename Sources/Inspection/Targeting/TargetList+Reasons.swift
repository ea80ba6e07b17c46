extension TargetList {
  /// What bears on the target at an index.
  func findings(at index: Int) -> [Finding] {
    evidence.findings(of: places[index], at: positions[index], plane: planes[index])
  }

  /// The reasons of the target at an index, strongest first, each with the chance without its facts.
  func reasons(at index: Int) -> [Reason] {
    let findings = findings(at: index)
    let told = evidence.told(findings)
    return zip(told, evidence.reasons(for: findings)).map { finding, reason in
      var reason = reason
      reason.chanceWithout = chance(at: index, without: finding, of: findings)
      return reason
    }
  }

  /// The chance of a target without the facts behind one of its findings.
  ///
  /// A complaint may speak for a site twice, by its name and from nearby; without it both are gone.
  /// A weaker anomaly or an older visit then counts where a stronger or newer one stood before it.
  func chance(at index: Int, without finding: Finding, of findings: [Finding]) -> Double {
    switch finding.facts {
    case .none, .record:
      return evidence.chance(of: findings.filter { $0.key != finding.key })
    default:
      var other = evidence
      other.hidden = HiddenFacts(finding.facts)
      return other.chance(
        of: other.findings(of: places[index], at: positions[index], plane: planes[index]))
    }
  }
}

extension TargetList {
  /// Where a target stands in the list, by its identifier; nil if it is none.
  func index(of id: String) -> Int? {
    (0..<count).first { identifier(at: $0) == id }
  }

  /// The same targets, one with another chance; of a target that is not there nothing changes.
  func replacing(_ chance: Double, of id: String) -> TargetList {
    guard let index = index(of: id) else { return self }
    var chances = chances
    chances[index] = chance
    return TargetList(
      chances: chances, townships: townships, positions: positions, places: places,
      planes: planes, evidence: evidence)
  }
}
