import Inspection
import Publishing

/// An evaluation of a table as text and as JSON.
struct EvaluationReport {
  let evaluation: TableEvaluation
  let record: AnalysisRecord
  let seed: UInt64

  private var scores: JudgedScores { evaluation.figures }
  private var figures: EvaluationFigures { scores.figures }

  /// The figures for people.
  func text(_ language: Language) -> String {
    var lines = [
      language.pick(
        zh: "检验 \(figures.inspections) 次检查，发现问题 \(figures.hits) 次（\(percent(figures.hitRate))）",
        en: "Test inspections: \(figures.inspections), hits: \(figures.hits) "
          + "(\(percent(figures.hitRate)))"),
      language.pick(zh: "AUC", en: "AUC")
        + "  \(number(figures.auc, 3)) \(interval(scores.auc, 3))",
      language.pick(
        zh: "前半段（前 \(figures.firstHalf) 次检查）发现占比  ",
        en: "Share of hits in the first half (\(figures.firstHalf) inspections)  ")
        + "\(percent(figures.firstHalfShare)) "
        + interval(scores.firstHalfShare, 3)
        + language.pick(zh: "；实际 ", en: "; as worked ") + percent(figures.firstHalfShareAsWorked),
      language.pick(zh: "平均提前天数  ", en: "Days earlier, on average  ")
        + "\(number(figures.daysEarlier, 2)) \(interval(scores.daysEarlier, 2))",
      language.pick(zh: "Brier 分  ", en: "Brier score  ")
        + "\(number(scores.brier, 4)) \(interval(scores.brierInterval, 4))"
        + language.pick(zh: "；只用总体比例 ", en: "; of the overall rate alone ")
        + number(scores.brierOfRate, 4),
    ]
    lines.append(language.pick(zh: "得分最高者的发现率：", en: "Hit rate among the best scored:"))
    for (number, share) in ScoredInspections.shares.enumerated() {
      let best = figures.hitsAtShares[number]
      let rate = figures.hitRatesAtShares[number]
      lines.append(
        "  \(percent(share))  \(best.hits)/\(best.inspections)  \(percent(rate)) "
          + interval(scores.hitRates[number], 3)
          + language.pick(zh: "  提升 ", en: "  lift ") + self.number(rate / figures.hitRate, 2))
    }
    lines.append(
      language.pick(zh: "可靠性（预测 → 实际，行数）：", en: "Reliability (foretold, came, rows):"))
    for bin in scores.bins {
      lines.append("  \(percent(bin.meanChance))  \(percent(bin.hitRate))  \(bin.rows)")
    }
    if let other = evaluation.withInspector {
      lines.append(
        language.pick(zh: "计入检查者效应：", en: "With the effect of who inspected: ")
          + "AUC \(number(other.figures.auc, 3)), "
          + language.pick(zh: "前半段 ", en: "first half ") + percent(other.figures.firstHalfShare)
          + ", " + language.pick(zh: "提前 ", en: "days earlier ")
          + number(other.figures.daysEarlier, 2))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The figures for programs.
  var json: JSONText {
    var members: [JSONText.Member] = [
      .init("rows", .integer(evaluation.source.rowsRead)),
      .init("training_rows", .integer(evaluation.source.isTest.count { !$0 })),
      .init("test_rows", .integer(figures.inspections)), .init("hits", .integer(figures.hits)),
      .init("hit_rate", decimal(figures.hitRate)),
    ]
    members += judged(scores)
    members += [
      .init("with_inspector", evaluation.withInspector.map { .object(judged($0)) } ?? .null),
      .init("model", model), .init("coefficients", coefficients), .init("inspectors", inspectors),
      .init("bootstrap_replicates", .integer(scores.replicates)),
      .init("seed", .string(String(seed))), .init("remarks", record.json),
    ]
    return .object(members)
  }

  private func judged(_ scores: JudgedScores) -> [JSONText.Member] {
    let figures = scores.figures
    let best = ScoredInspections.shares.indices.map { number -> JSONText in
      let rate = figures.hitRatesAtShares[number]
      return .object([
        .init("share", .decimal(ScoredInspections.shares[number], places: 2)),
        .init("inspections", .integer(figures.hitsAtShares[number].inspections)),
        .init("hits", .integer(figures.hitsAtShares[number].hits)),
        .init("hit_rate", decimal(rate)), .init("interval", ends(scores.hitRates[number])),
        .init("lift", decimal(rate / figures.hitRate)),
      ])
    }
    let bins = scores.bins.map { bin -> JSONText in
      .object([
        .init("rows", .integer(bin.rows)), .init("hits", .integer(bin.hits)),
        .init("mean_chance", decimal(bin.meanChance)), .init("hit_rate", decimal(bin.hitRate)),
        .init("interval", .array([decimal(bin.interval.low), decimal(bin.interval.high)])),
      ])
    }
    return [
      .init("auc", decimal(figures.auc)), .init("auc_interval", ends(scores.auc)),
      .init("first_half_share", decimal(figures.firstHalfShare)),
      .init("first_half_share_interval", ends(scores.firstHalfShare)),
      .init("first_half_share_as_worked", decimal(figures.firstHalfShareAsWorked)),
      .init("first_half_inspections", .integer(figures.firstHalf)),
      .init("days_earlier", decimal(figures.daysEarlier)),
      .init("days_earlier_interval", ends(scores.daysEarlier)),
      .init("brier", decimal(scores.brier)), .init("brier_interval", ends(scores.brierInterval)),
      .init("brier_of_hit_rate", decimal(scores.brierOfRate)),
      .init("mean_chance", decimal(scores.meanChance)),
      .init("best", .array(best)), .init("reliability", .array(bins)),
    ]
  }

  private var model: JSONText {
    let choice = evaluation.model.choice
    return .object([
      .init("ridge", .decimal(choice.ridge, places: 3)),
      .init("inspector_ridge", .decimal(choice.inspectorRidge, places: 3)),
      .init("lasso_share", .decimal(choice.lassoShare, places: 3)),
      .init("bends", .bool(choice.bends)), .init("folds", .integer(choice.folds)),
      .init(
        "trials",
        .array(
          choice.trials.map { trial in
            .object([
              .init("ridge", .decimal(trial.ridge, places: 3)),
              .init("inspector_ridge", .decimal(trial.inspectorRidge, places: 3)),
              .init("bends", .bool(trial.bends)), .init("log_loss", decimal(trial.loss)),
            ])
          })),
      .init("iterations", .integer(evaluation.model.fit.iterations)),
      .init("converged", .bool(evaluation.model.fit.hasConverged)),
    ])
  }

  /// Of numbers by unit of the feature, of levels in log-odds; the inspector's apart.
  private var coefficients: JSONText {
    let model = evaluation.model
    let inspector = evaluation.source.table.inspector?.name
    return .array(
      model.encoding.terms.enumerated().compactMap { index, term in
        guard model.inspectors == nil || term.predictor != inspector else { return nil }
        return .object([
          .init("feature", .string(term.predictor.isEmpty ? "(intercept)" : term.predictor)),
          .init("level", .optional(term.level)),
          .init("value", decimal(model.fit.coefficients[index] / term.scale)),
          .init("standard_error", decimal(model.fit.standardErrors[index] / term.scale)),
        ])
      })
  }

  private var inspectors: JSONText {
    guard let effect = evaluation.model.inspectors else { return .null }
    return .array(
      effect.members.map { member in
        .object([
          .init("name", .string(member.name)), .init("rows", .integer(member.rows)),
          .init("effect", decimal(member.effect)),
          .init("standard_error", decimal(member.standardError)),
        ])
      })
  }

  private func decimal(_ value: Double) -> JSONText { .decimal(value, places: 6) }
  private func ends(_ interval: BootstrapInterval) -> JSONText {
    .array([decimal(interval.low), decimal(interval.high)])
  }
  private func number(_ value: Double, _ places: Int) -> String {
    value.isFinite ? JSONText.decimal(value, places: places).compact : "-"
  }
  private func percent(_ share: Double) -> String { number(share * 100, 1) + " %" }
  private func interval(_ interval: BootstrapInterval, _ places: Int) -> String {
    "(\(number(interval.low, places)) … \(number(interval.high, places)))"
  }
}
