import Inspection
import Publishing

/// A calibration as text and as JSON.
struct CalibrationReport {
  let calibration: WeightCalibration
  /// The files written; none if the defaults stay.
  let files: [String]
  let record: AnalysisRecord

  /// The weights that changed most, the gain and the reliability, for people.
  func text(_ language: Language) -> String {
    var lines = [
      language.pick(
        zh: "检查 \(calibration.counts.visits) 次，问题 \(calibration.counts.problems) 个",
        en: "Visits: \(calibration.counts.visits), problems: \(calibration.counts.problems)")
    ]
    if calibration.losses.old.isFinite {
      lines.append(
        language.pick(
          zh: "对后来检查的对数损失：默认 ", en: "Log loss on later visits: defaults ")
          + "\(number(calibration.losses.old, 5)), "
          + language.pick(zh: "校准 ", en: "calibrated ") + number(calibration.losses.new, 5)
          + language.pick(zh: "，差 ", en: ", gain ")
          + "\(number(calibration.gain.mean, 5)) ± \(number(calibration.gain.standardError, 5))")
      lines.append(
        language.pick(
          zh: "权重    默认    新    标准误    检查    问题",
          en: "weight  default  new  standard error  visits  problems"))
      let fitted = calibration.estimates.filter { $0.standardError.isFinite }
      lines += fitted.map { estimate in
        "  \(estimate.key)  \(number(estimate.old, 2))  \(number(estimate.new, 2))  "
          + "\(number(estimate.standardError, 2))  \(estimate.visits)  \(estimate.problems)"
      }
      lines.append(
        language.pick(
          zh: "可靠性，校准（预测 → 实际，检查数）：", en: "Reliability, calibrated (foretold, came, visits):"))
      lines += calibration.reliability.new.map(line)
      lines.append(language.pick(zh: "可靠性，默认：", en: "Reliability, defaults:"))
      lines += calibration.reliability.old.map(line)
    }
    lines += teamLines(language)
    return lines.joined(separator: "\n") + "\n"
  }

  /// The teams that find more, and less, than where they go explains.
  private func teamLines(_ language: Language) -> [String] {
    guard let teams = calibration.teams else { return [] }
    let ranked = teams.members.sorted { ($1.effect, $0.name) < ($0.effect, $1.name) }
    func list(_ members: some Sequence<InspectorEffect.Member>) -> String {
      members.map { "\($0.name) \(number($0.effect, 2)) ± \(number($0.standardError, 2))" }
        .joined(separator: ", ")
    }
    return [
      language.pick(
        zh: "督查组效应（对数几率，在拟合内、不在权重内），最高：",
        en: "Effects of teams (log-odds, in the fit and out of the weights), highest: ")
        + list(ranked.prefix(3))
        + language.pick(zh: "；最低：", en: "; lowest: ") + list(ranked.suffix(3))
    ]
  }

  private func line(_ bin: ReliabilityBin) -> String {
    "  \(number(bin.meanChance * 100, 1)) %  \(number(bin.hitRate * 100, 1)) %  \(bin.rows)"
  }

  /// All of it for programs.
  var json: JSONText {
    .object([
      .init("visits", .integer(calibration.counts.visits)),
      .init("problems", .integer(calibration.counts.problems)),
      .init("uses_defaults", .bool(calibration.refusal != nil)),
      .init("ridge", decimal(calibration.ridge)),
      .init("log_loss_default", decimal(calibration.losses.old)),
      .init("log_loss_calibrated", decimal(calibration.losses.new)),
      .init("gain", decimal(calibration.gain.mean)),
      .init("gain_standard_error", decimal(calibration.gain.standardError)),
      .init("weights", .array(calibration.estimates.map(weight))),
      .init("reliability_default", .array(calibration.reliability.old.map(bin))),
      .init("reliability_calibrated", .array(calibration.reliability.new.map(bin))),
      .init("teams", teams), .init("files", .array(files.map(JSONText.string))),
      .init("remarks", record.json),
    ])
  }

  private func weight(_ estimate: WeightCalibration.Estimate) -> JSONText {
    .object([
      .init("key", .string(estimate.key)), .init("default", decimal(estimate.old)),
      .init("value", decimal(estimate.new)),
      .init("standard_error", decimal(estimate.standardError)),
      .init("visits", .integer(estimate.visits)), .init("problems", .integer(estimate.problems)),
    ])
  }

  private func bin(_ bin: ReliabilityBin) -> JSONText {
    .object([
      .init("visits", .integer(bin.rows)), .init("problems", .integer(bin.hits)),
      .init("mean_chance", decimal(bin.meanChance)), .init("hit_rate", decimal(bin.hitRate)),
      .init("interval", .array([decimal(bin.interval.low), decimal(bin.interval.high)])),
    ])
  }

  private var teams: JSONText {
    guard let teams = calibration.teams else { return .null }
    return .object([
      .init("count", .integer(teams.members.count)),
      .init("deviation", decimal(teams.deviation)),
      .init(
        "effects",
        .array(
          teams.members.map { member in
            .object([
              .init("team", .string(member.name)), .init("visits", .integer(member.rows)),
              .init("effect", decimal(member.effect)),
              .init("standard_error", decimal(member.standardError)),
            ])
          })),
    ])
  }

  private func decimal(_ value: Double) -> JSONText { .decimal(value, places: 6) }
  private func number(_ value: Double, _ places: Int) -> String {
    JSONText.decimal(value, places: places).compact
  }
}
