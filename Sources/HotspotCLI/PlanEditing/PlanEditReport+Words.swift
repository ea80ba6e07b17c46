import Inspection
import Publishing
import Store

extension PlanEditReport {
  /// A kind of change, as a heading.
  static func name(_ kind: PlanEdit.Kind, _ language: Language) -> String {
    switch kind {
    case .drop: language.pick(zh: "取消", en: "dropped")
    case .move: language.pick(zh: "换组", en: "other team")
    case .order: language.pick(zh: "换序", en: "other order")
    case .add: language.pick(zh: "新增", en: "added")
    }
  }

  /// What stands against a change, in words.
  func words(_ cause: EditConflict.Cause, _ language: Language) -> String {
    switch cause {
    case .remade(let now?):
      language.pick(
        zh: "计划已重新编制，现为 \(now.team) \(now.day)",
        en: "the plan was made anew since, and has it with \(now.team) on \(now.day)")
    case .remade(nil):
      language.pick(
        zh: "计划已重新编制，现已不含此目标",
        en: "the plan was made anew since, and does not have it any more")
    case .townshipLeftOut(let code):
      language.pick(
        zh: "乡镇 \(township(code)) 本轮次将无人检查",
        en: "nobody would visit the township \(township(code)) in the round")
    case .tooLong(let seconds, let limit):
      language.pick(
        zh: "全天 \(Self.hours(seconds)) 小时，超过 \(Self.hours(limit)) 小时",
        en: "the day takes \(Self.hours(seconds)) hours, of \(Self.hours(limit))")
    case .tooMany(let visits, let limit):
      language.pick(zh: "\(visits) 个目标，超过 \(limit) 个", en: "\(visits) stops, of \(limit)")
    case .drawnWithoutReason:
      language.pick(
        zh: "随机抽取的目标，取消须说明原因", en: "drawn by lot: it is not dropped without a reason")
    case .drawn:
      language.pick(
        zh: "随机抽取的目标被取消：此事会记录，改日仍可检查",
        en: "drawn by lot and dropped: this is kept on record; another day may still have it")
    case .visited:
      language.pick(zh: "本轮次已检查过", en: "visited in the round already")
    }
  }

  private func township(_ code: String) -> String {
    facts.townships.first { $0.code == code }.map { "\(code) \($0.county)\($0.name)" } ?? code
  }

  /// Hours with one decimal.
  static func hours(_ seconds: Int) -> String {
    let tenths = (seconds + 180) / 360
    return "\(tenths / 10).\(tenths % 10)"
  }

  static func json(_ day: TeamDayMeasure) -> JSONText {
    .object([
      .init("team", .string(day.team)), .init("stops_before", .integer(day.stopsBefore)),
      .init("stops", .integer(day.stops)), .init("most_stops", .integer(day.mostStops)),
      .init("seconds_before", .integer(day.secondsBefore)),
      .init("seconds", .integer(day.seconds)), .init("longest", .integer(day.longest)),
    ])
  }

  static func json(_ edit: PlanEdit) -> JSONText {
    .object([
      .init("kind", .string(edit.kind.rawValue)), .init("target", .string(edit.target)),
      .init("name", .string(edit.name)), .init("row", .optional(edit.row)),
      .init("team_before", .optional(edit.before?.team)), .init("team", .string(edit.team)),
      .init("order_before", .optional(edit.before?.order)), .init("order", .optional(edit.order)),
      .init("basis", .optional(edit.before?.basis.rawValue)), .init("note", .string(edit.note)),
    ])
  }

  func json(_ conflict: EditConflict) -> JSONText {
    .object([
      .init("kind", .string(conflict.word)), .init("team", .string(conflict.team)),
      .init("target", .optional(conflict.edit?.target)),
      .init("row", .optional(conflict.edit?.row)),
      .init("in_the_way", .bool(conflict.isInTheWay)),
      .init("zh", .string(words(conflict.cause, .zh))),
      .init("en", .string(words(conflict.cause, .en))),
    ])
  }

  static func json(_ rejection: Rejection) -> JSONText {
    .object([
      .init("row", .integer(rejection.row)), .init("column", .optional(rejection.column)),
      .init("value", .optional(rejection.value)), .init("reason", .string(rejection.reason)),
    ])
  }
}
