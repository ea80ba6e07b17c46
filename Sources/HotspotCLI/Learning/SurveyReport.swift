import CampaignData
import Inspection
import Publishing

/// What the random share of past rounds says of all sites, as text and as JSON.
struct SurveyReport {
  let domains: [SurveyDomain]

  /// Fewer drawn sites are no line of their own; JSON has them all.
  private static let fewestDrawn = 10

  /// A line a domain; empty without a draw.
  func text(_ language: Language) -> String {
    guard !domains.isEmpty else { return "" }
    let heading = language.pick(
      zh: "随机份额的无偏估计（95 % 区间）\n分组  抽取  到访  未到访  违规率  违规点位数（每轮）",
      en: "Estimated from the random share, unbiased (95 % intervals)\n"
        + "group  drawn  visited  not visited  rate of violation  violating sites a round")
    let lines = domains.filter { $0.estimate.visited + $0.estimate.missing >= Self.fewestDrawn }
      .map { domain -> String in
        let estimate = domain.estimate
        let total = domain.totalByRound
        return [
          RoundEvaluation.label(kind: domain.kind, name: domain.name, language),
          "\(estimate.visited + estimate.missing)", "\(estimate.visited)", "\(estimate.missing)",
          "\(number(estimate.rate * 100, 1)) % (\(number(estimate.interval.lowerBound * 100, 1)) … "
            + "\(number(estimate.interval.upperBound * 100, 1)))",
          "\(number(total.value, 0)) (\(number(total.interval.lowerBound, 0)) … "
            + "\(number(total.interval.upperBound, 0)))",
        ].joined(separator: "  ")
      }
    return ([heading] + lines).joined(separator: "\n") + "\n"
  }

  /// All domains.
  var json: JSONText {
    .array(
      domains.map { domain in
        let estimate = domain.estimate
        let total = domain.totalByRound
        return .object([
          .init("kind", .string(domain.kind)), .init("name", .string(domain.name)),
          .init("rounds", .integer(domain.rounds)),
          .init("drawn", .integer(estimate.visited + estimate.missing)),
          .init("visited", .integer(estimate.visited)),
          .init("not_visited", .integer(estimate.missing)),
          .init("violation_rate", .decimal(estimate.rate, places: 6)),
          .init("violation_rate_interval", ends(estimate.interval)),
          .init("violating_sites", .decimal(total.value, places: 3)),
          .init("violating_sites_interval", ends(total.interval)),
        ])
      })
  }

  private func ends(_ interval: ClosedRange<Double>) -> JSONText {
    .array([
      .decimal(interval.lowerBound, places: 6), .decimal(interval.upperBound, places: 6),
    ])
  }

  private func number(_ value: Double, _ places: Int) -> String {
    value.isFinite ? JSONText.decimal(value, places: places).compact : "-"
  }
}
