import CampaignData

// Evidence in words that a team leader reads.
extension EvidenceIndex {
  /// The findings in the order in which people read them, strongest first; what adds nothing is left
  /// out.
  func told(_ findings: [Finding]) -> [Finding] {
    findings.enumerated().filter {
      $0.element.logOdds != 0 && weights[$0.element.key] != nil
    }.sorted {
      (-$0.element.logOdds, $0.offset) < (-$1.element.logOdds, $1.offset)
    }.map(\.element)
  }

  /// The findings as reasons, strongest first; what adds nothing is left out.
  func reasons(for findings: [Finding]) -> [Reason] {
    told(findings).compactMap(reason)
  }

  private func reason(for finding: Finding) -> Reason? {
    guard let weight = weights[finding.key] else { return nil }
    let words = topicWords(for: finding, weight: weight) ?? words(for: finding, weight: weight)
    return Reason(
      key: finding.key, logOdds: finding.logOdds, zh: words.zh, en: words.en,
      table: finding.facts.table, factIDs: identifiers(finding.facts))
  }

  /// The topic and the month, where a finding is about the season.
  private func topicWords(
    for finding: Finding, weight: EvidenceWeight
  ) -> (zh: String, en: String)? {
    guard let topic = finding.topic.flatMap({ CampaignData.topic(key: $0) }) else { return nil }
    return (
      "\(weight.zh)：\(topic.nameZH)（\(season.month.month)月）",
      "\(topic.nameEN): \(weight.en) (\(season.month))"
    )
  }

  private func words(
    for finding: Finding, weight: EvidenceWeight
  ) -> (zh: String, en: String) {
    let facts = snapshot.facts
    switch finding.facts {
    case .none, .record: return (weight.zh, weight.en)
    case .cell(let number):
      return ("\(weight.zh) \(facts.cells[number].id)", "\(weight.en) \(facts.cells[number].id)")
    case .alerts(let numbers):
      let periods = numbers.prefix(3).map { facts.alerts[$0].period }.joined(separator: ", ")
      let more = numbers.count > 3 ? " …" : ""
      return ("\(weight.zh) \(periods)\(more)", "\(weight.en) \(periods)\(more)")
    case .complaints(let numbers):
      let count = numbers.count
      let near = finding.nearest.map { "\(Int($0.rounded())) m" }
      return (
        "\(weight.zh) \(count) 件" + (near.map { ", 最近 \($0)" } ?? ""),
        "\(weight.en): \(count)" + (near.map { ", nearest \($0)" } ?? "")
      )
    case .anomaly(let number):
      let detail = facts.anomalies[number].detail.map { ": \($0)" } ?? ""
      return (weight.zh + detail, weight.en + detail)
    case .visits(let numbers):
      let days = numbers.map { facts.visits[$0].visitedAt.date.description }
        .joined(separator: ", ")
      return ("\(weight.zh) \(days)", "\(weight.en) \(days)")
    case .rechecks(let numbers):
      let days = numbers.map { facts.rechecks[$0].visitedAt.date.description }
        .joined(separator: ", ")
      return ("\(weight.zh) \(days)", "\(weight.en) \(days)")
    }
  }

  private func identifiers(_ reference: Facts.Reference) -> [String] {
    let facts = snapshot.facts
    switch reference {
    case .none: return []
    case .record(let site): return [facts.sites[site].id]
    case .cell(let number): return [facts.cells[number].id]
    case .alerts(let numbers): return numbers.map { facts.alerts[$0].id }.sorted()
    case .complaints(let numbers): return numbers.map { facts.complaints[$0].id }.sorted()
    case .anomaly(let number): return [facts.anomalies[number].id]
    case .visits(let numbers): return numbers.map { facts.visits[$0].id }.sorted()
    case .rechecks(let numbers): return numbers.map { facts.rechecks[$0].name }.sorted()
    }
  }
}
