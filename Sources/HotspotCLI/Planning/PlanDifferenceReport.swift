import CampaignData
import Inspection
import Publishing
import Store

/// What changed between two plans, for people and programs.
struct PlanDifferenceReport {
  let before: EarlierPlan
  let after: EarlierPlan
  let difference: PlanDifference
  /// Only this team's changes; nil: all.
  let team: String?
  /// Days that are not released: what changes there is counted and not named.
  var secretDays: Set<CalendarDate> = []

  private static let shown: [StopChange.Kind] = [.added, .dropped, .team, .day, .order]

  private var changes: [StopChange] {
    difference.changes.filter { change in
      let days = [change.before?.day, change.after?.day].compactMap(\.self)
      return (team == nil || change.team == team || change.before?.team == team)
        && secretDays.isDisjoint(with: days)
    }
  }

  private var teams: [String] {
    difference.teams.keys.sorted().filter { team == nil || $0 == team }
  }

  /// A table by team, then a line for each change; those of order only for one team.
  func text(_ language: Language) -> String {
    var table = TextTable(
      [(language.pick(zh: "组", en: "team"), .left), (language.pick(zh: "保留", en: "kept"), .right)]
        + Self.shown.map { (Self.name($0, language), .right) })
    for team in teams {
      let count = difference.teams[team] ?? .init()
      if self.team != nil || !count.changes.isEmpty { table.append(row(team, count)) }
    }
    if team == nil {
      table.appendFooter(row(language.pick(zh: "合计", en: "all"), difference.total))
    }
    let told = changes.filter { team != nil || $0.kind != .order }
    let lines = told.map { line($0, language) + "\n" }.joined()
    return head(language) + "\n" + table.text + (lines.isEmpty ? "" : "\n" + lines)
  }

  private func head(_ language: Language) -> String {
    let past = difference.pastVisited + difference.pastMissed
    let gone =
      past == 0
      ? ""
      : language.pick(
        zh: "；已过日期的安排 \(past) 个，其中已检查 \(difference.pastVisited) 个",
        en: "; \(past) stops on days gone by, \(difference.pastVisited) of them visited")
    return "\(before.id) -> \(after.id)\(gone)\n"
  }

  private func row(_ team: String, _ count: PlanDifference.Count) -> [String] {
    [team, String(count.kept)] + Self.shown.map { String(count.changes[$0] ?? 0) }
  }

  private func line(_ change: StopChange, _ language: Language) -> String {
    let stop = change.after ?? change.before
    let place: String =
      switch (change.before, change.after) {
      case (let before?, let after?) where change.kind == .team:
        "\(before.team) \(before.day) -> \(after.team) \(after.day)"
      case (let before?, let after?) where change.kind == .day:
        "\(after.team) \(before.day) -> \(after.day)"
      case (let before?, let after?):
        "\(after.team) \(after.day) \(before.order) -> \(after.order)"
      default: "\(stop?.team ?? "") \(stop?.day.description ?? "")"
      }
    let facts = change.factIDs.isEmpty ? "" : " " + change.factIDs.prefix(5).joined(separator: ", ")
    return "\(place)  \(Self.name(change.kind, language))  \(stop?.target ?? "") "
      + "\(stop?.name ?? ""): \(Self.words(change.cause, language))\(facts)"
  }

  /// All changes with their causes.
  var json: JSONText {
    .object([
      .init("from", .string(before.id)), .init("to", .string(after.id)),
      .init("past_visited", .integer(difference.pastVisited)),
      .init("past_missed", .integer(difference.pastMissed)),
      .init("total", Self.json(difference.total)),
      .init(
        "teams",
        .array(
          teams.map { team in
            .object([
              .init("team", .string(team)),
              .init("counts", Self.json(difference.teams[team] ?? .init())),
            ])
          })),
      .init("changes", .array(changes.map(Self.json))),
    ])
  }

  private static func json(_ count: PlanDifference.Count) -> JSONText {
    .object(
      [.init("kept", .integer(count.kept))]
        + shown.map { .init($0.rawValue, .integer(count.changes[$0] ?? 0)) })
  }

  private static func json(_ change: StopChange) -> JSONText {
    let stop = change.after ?? change.before
    return .object([
      .init("kind", .string(change.kind.rawValue)), .init("cause", .string(change.cause.rawValue)),
      .init("target", .string(stop?.target ?? "")), .init("name", .string(stop?.name ?? "")),
      .init("from", json(change.before)), .init("to", json(change.after)),
      .init("facts", .array(change.factIDs.map(JSONText.string))),
    ])
  }

  private static func json(_ stop: EarlierPlan.Stop?) -> JSONText {
    guard let stop else { return .null }
    return .object([
      .init("team", .string(stop.team)), .init("day", .string(stop.day.description)),
      .init("order", .integer(stop.order)), .init("basis", .string(stop.basis.rawValue)),
      .init("chance", .decimal(stop.chance, places: 4)),
    ])
  }
}
