import CampaignData
import Inspection
import Publishing

/// Why a stop is in a plan, for people and programs.
struct StopExplanationReport {
  let plan: String
  let explanation: StopExplanation

  private var row: EarlierPlan.Stop { explanation.row }

  // MARK: For people

  /// What the stop is and why, then a row for each thing that it rests on.
  func text(_ language: Language) -> String {
    var table = TextTable(Self.headings(language).map { ($0.text, $0.alignment) })
    for other in explanation.without { table.append(cells(other, language)) }
    return head(language) + "\n" + table.text
  }

  private func head(_ language: Language) -> String {
    let order = language.pick(zh: "第 \(row.order) 站", en: "stop \(row.order)")
    let words = language.pick(zh: explanation.zh, en: explanation.en)
    let (own, base) = (Self.decimal(row.chance), Self.decimal(explanation.baseChance))
    let chance = language.pick(
      zh: "问题概率 \(own)，毫无线索的点位 \(base)", en: "chance \(own), \(base) where nothing is known")
    let lines = [
      "\(plan)  \(row.day)  \(row.team)  \(order)", "\(row.target)  \(row.name)", words, chance,
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func headings(
    _ language: Language
  ) -> [(text: String, alignment: TextTable.Alignment)] {
    [
      (language.pick(zh: "若无", en: "without"), .left),
      (language.pick(zh: "依据的记录", en: "rows behind it"), .left),
      (language.pick(zh: "概率", en: "chance"), .right),
      (language.pick(zh: "该点位", en: "the place"), .left),
      (language.pick(zh: "代之以", en: "in its place"), .left),
    ]
  }

  private func cells(_ other: Counterfactual, _ language: Language) -> [String] {
    [
      language.pick(zh: other.support.zh, en: other.support.en),
      Reason.text(of: other.support.factIDs, in: other.support.table),
      other.chance.map(Self.decimal) ?? "-", fate(other, language), gains(other, language),
    ]
  }

  /// What becomes of the place.
  private func fate(_ other: Counterfactual, _ language: Language) -> String {
    guard let stop = other.stop else {
      return other.chance == nil
        ? language.pick(zh: "不再是目标", en: "no target any more")
        : language.pick(zh: "本组不去", en: "not visited")
    }
    return stop.day == row.day
      ? language.pick(zh: "照去", en: "visited that day all the same")
      : language.pick(zh: "改在 \(stop.day)", en: "visited on \(stop.day)")
  }

  /// What the plan gains, the same day's first; else how many the day gains of other days.
  private func gains(_ other: Counterfactual, _ language: Language) -> String {
    let (today, later) = (
      other.gains.filter { $0.day == row.day }, other.gains.filter { $0.day != row.day }
    )
    guard let first = (today + later).first else {
      let moved = other.dayGains.count
      return moved == 0
        ? "-" : language.pick(zh: "他日安排 \(moved) 个移来", en: "\(moved) of other days that day")
    }
    let day = first.day == row.day ? "" : "\(first.day): "
    let more = other.gains.count > 1 ? " +\(other.gains.count - 1)" : ""
    return "\(day)\(first.target) \(first.name) \(Self.decimal(first.chance))\(more)"
  }

  private static func decimal(_ chance: Double) -> String {
    JSONText.decimal(chance, places: 4).compact
  }

  // MARK: For programs

  /// All of it.
  var json: JSONText {
    .object([
      .init("plan", .string(plan)), .init("stop", Self.json(row)),
      .init("name", .string(row.name)), .init("township", .optional(row.township)),
      .init("why_zh", .string(explanation.zh)), .init("why_en", .string(explanation.en)),
      .init("base_chance", .decimal(explanation.baseChance, places: 4)),
      .init("without", .array(explanation.without.map(Self.json))),
    ])
  }

  private static func json(_ other: Counterfactual) -> JSONText {
    .object([
      .init("key", .string(other.support.key)), .init("zh", .string(other.support.zh)),
      .init("en", .string(other.support.en)),
      .init("table", .optional(other.support.table?.rawValue)),
      .init("facts", .array(other.support.factIDs.map(JSONText.string))),
      .init("chance", other.chance.map { .decimal($0, places: 4) } ?? .null),
      .init("stop", other.stop.map(json) ?? .null),
      .init("day_gains", .array(other.dayGains.map(json))),
      .init("plan_gains", .array(other.gains.map(json))),
      .init("plan_loses", .array(other.losses.map(json))),
    ])
  }

  private static func json(_ stop: EarlierPlan.Stop) -> JSONText {
    .object([
      .init("team", .string(stop.team)), .init("day", .string(stop.day.description)),
      .init("order", .integer(stop.order)), .init("target", .string(stop.target)),
      .init("basis", .string(stop.basis.rawValue)),
      .init("chance", .decimal(stop.chance, places: 4)),
    ])
  }
}
