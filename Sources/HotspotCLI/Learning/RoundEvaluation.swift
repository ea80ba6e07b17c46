import CampaignData
import Inspection
import Publishing
import Store

/// Judges the weights in force on the past rounds of a workspace.
struct RoundEvaluation {
  /// A part of the visits with its figures and their intervals.
  struct Group {
    let kind: String
    let name: String
    let figures: ReplayFigures
    let hitRate: BootstrapInterval
    let bestHitRate: BootstrapInterval
    let liftOverRandom: BootstrapInterval
    let liftOverHotCells: BootstrapInterval
    let pai: BootstrapInterval
    let pei: BootstrapInterval
    let days: (asWorked: Double, byScore: Double)?
    let daysAsWorked: BootstrapInterval
    let daysByScore: BootstrapInterval
  }

  /// All visits, then by round, city and topic.
  let groups: [Group]

  /// Fewer visits are no group of their own.
  private static let fewestVisits = 20

  init(_ records: [VisitRecord], weights: EvidenceWeights, replicates: Int, seed: UInt64) {
    let values = weights.all.map(\.logOdds)
    let base = weights.all.firstIndex { $0.key == "base" }
    let replayed = ReplayedVisits(
      records: records, scores: records.map { $0.logOdds(values, base: base) })
    var parts: [(kind: String, name: String, rows: [Int])] = [
      ("all", "all", Array(records.indices))
    ]
    func part(_ kind: String, _ keys: (VisitRecord) -> [String]) {
      var rows: [String: [Int]] = [:]
      for (row, record) in records.enumerated() {
        for key in keys(record) { rows[key, default: []].append(row) }
      }
      for key in rows.keys.sorted() {
        if let members = rows[key], members.count >= Self.fewestVisits {
          parts.append((kind, key, members))
        }
      }
    }
    part("round") { [String($0.round < 10 ? "0\($0.round)" : "\($0.round)")] }
    part("city") { $0.city.isEmpty ? [] : [$0.city] }
    part("topic") { $0.topics }
    groups = parts.map { part in
      let arranged = replayed.part(part.rows)
      let draws = BootstrapInterval.replicates(replicates, of: part.rows.count, seed: seed) {
        (figures: arranged.figures(counts: $0), days: arranged.daysToFirstFind(counts: $0))
      }
      func interval(_ value: (ReplayFigures) -> Double) -> BootstrapInterval {
        BootstrapInterval(draws.map { value($0.figures) })
      }
      return Group(
        kind: part.kind, name: part.name, figures: arranged.figures(),
        hitRate: interval(\.hitRate), bestHitRate: interval(\.bestHitRate),
        liftOverRandom: interval(\.liftOverRandom), liftOverHotCells: interval(\.liftOverHotCells),
        pai: interval(\.pai), pei: interval(\.pei), days: arranged.daysToFirstFind(),
        daysAsWorked: BootstrapInterval(draws.map { $0.days?.asWorked ?? .nan }),
        daysByScore: BootstrapInterval(draws.map { $0.days?.byScore ?? .nan }))
    }
  }

  /// A line a group.
  func text(_ language: Language) -> String {
    var lines = [
      language.pick(
        zh: "分组  检查  问题  发现率  前10%发现率（95 %）  提升/随机  提升/热点网格  PAI  PEI*  首次发现天数 实际→按分",
        en:
          "group  visits  problems  hit rate  best 10 % (95 %)  lift/random  lift/hot cells  PAI  "
          + "PEI*  days to first find, worked -> by score")
    ]
    for group in groups {
      let figures = group.figures
      let days = group.days.map { "\(number($0.asWorked, 1)) -> \(number($0.byScore, 1))" } ?? "-"
      lines.append(
        [
          Self.label(kind: group.kind, name: group.name, language), "\(figures.visits)",
          "\(figures.problems)",
          percent(figures.hitRate),
          "\(percent(figures.bestHitRate)) (\(percent(group.bestHitRate.low)) … "
            + "\(percent(group.bestHitRate.high)))",
          number(figures.liftOverRandom, 2), number(figures.liftOverHotCells, 2),
          number(figures.pai, 2), number(figures.pei, 2), days,
        ].joined(separator: "  "))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What people call a part of the visits.
  static func label(kind: String, name: String, _ language: Language) -> String {
    switch kind {
    case "all": language.pick(zh: "全部", en: "all")
    case "round": language.pick(zh: "第 \(name) 轮", en: "round \(name)")
    case "city":
      CampaignData.city(code: name).map { language.pick(zh: $0.nameZH, en: $0.nameEN) } ?? name
    default:
      CampaignData.topic(key: name).map { language.pick(zh: $0.nameZH, en: $0.nameEN) } ?? name
    }
  }

  /// A list of groups.
  func json(_ survey: SurveyReport, _ record: AnalysisRecord) -> JSONText {
    .object([
      .init("best_share", .decimal(0.1, places: 2)),
      .init("groups", .array(groups.map(json))), .init("survey", survey.json),
      .init("remarks", record.json),
    ])
  }

  private func json(_ group: Group) -> JSONText {
    let figures = group.figures
    let values: [(String, Double, BootstrapInterval?)] = [
      ("hit_rate", figures.hitRate, group.hitRate),
      ("best_hit_rate", figures.bestHitRate, group.bestHitRate),
      ("hot_cells_hit_rate", figures.hotHitRate, nil),
      ("lift_over_random", figures.liftOverRandom, group.liftOverRandom),
      ("lift_over_hot_cells", figures.liftOverHotCells, group.liftOverHotCells),
      ("pai", figures.pai, group.pai), ("pei", figures.pei, group.pei),
      ("days_to_first_find_as_worked", group.days?.asWorked ?? .nan, group.daysAsWorked),
      ("days_to_first_find_by_score", group.days?.byScore ?? .nan, group.daysByScore),
    ]
    var members: [JSONText.Member] = [
      .init("kind", .string(group.kind)), .init("name", .string(group.name)),
      .init("visits", .integer(figures.visits)), .init("problems", .integer(figures.problems)),
      .init("hot_cell_visits", .integer(figures.hotVisits)),
    ]
    for (name, value, interval) in values {
      members.append(.init(name, .decimal(value, places: 6)))
      guard let interval else { continue }
      members.append(
        .init(
          name + "_interval",
          .array([.decimal(interval.low, places: 6), .decimal(interval.high, places: 6)])))
    }
    return .object(members)
  }

  private func number(_ value: Double, _ places: Int) -> String {
    value.isFinite ? JSONText.decimal(value, places: places).compact : "-"
  }
  private func percent(_ share: Double) -> String {
    share.isFinite ? number(share * 100, 1) + " %" : "-"
  }
}
