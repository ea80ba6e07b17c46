import CampaignData
import Inspection
import Publishing
import Store

/// What was changed in a day's workbook and what stands against it, for people and programs.
struct PlanEditReport {
  let file: String
  /// The plan that the workbook was made from.
  let base: String
  /// The round's plan now.
  let current: String
  let edited: EditedDay
  let review: EditReview
  let unusable: [Rejection]
  let facts: Facts

  /// A head, a table of the teams whose lists changed, a line for each change, conflict and row that
  /// cannot be read.
  func text(_ language: Language) -> String {
    var parts = [head(language)]
    if !review.days.isEmpty { parts.append(table(language)) }
    if !edited.edits.isEmpty {
      parts.append(edited.edits.map { line($0, language) + "\n" }.joined())
    }
    if !review.conflicts.isEmpty {
      let title = language.pick(zh: "冲突：", en: "Conflicts:") + "\n"
      parts.append(title + review.conflicts.map { line($0, language) + "\n" }.joined())
    }
    if !unusable.isEmpty {
      let title = language.pick(zh: "无法读取的行（按原计划）：", en: "Rows that cannot be read (as planned):")
      parts.append(title + "\n" + unusable.map { line($0, language) + "\n" }.joined())
    }
    return parts.joined(separator: "\n")
  }

  private func head(_ language: Language) -> String {
    let counts = PlanEdit.Kind.allCases.map { kind in
      "\(Self.name(kind, language)) \(edited.edits.count { $0.kind == kind })"
    }
    let remade =
      base == current
      ? ""
      : language.pick(zh: "；此后已重新编制：\(current)", en: "; made anew since: \(current)")
    let account = language.pick(
      zh: "冲突 \(review.conflicts.count)，无法读取 \(unusable.count) 行",
      en: "conflicts \(review.conflicts.count), rows that cannot be read \(unusable.count)")
    return "\(file)  \(edited.day)  \(base)\(remade)\n"
      + (counts + [account]).joined(separator: language.pick(zh: "，", en: ", ")) + "\n"
  }

  private func table(_ language: Language) -> String {
    var table = TextTable([
      (language.pick(zh: "组", en: "team"), .left),
      (language.pick(zh: "目标", en: "stops"), .right),
      (language.pick(zh: "上限", en: "most"), .right),
      (language.pick(zh: "小时", en: "hours"), .right),
      (language.pick(zh: "上限", en: "most"), .right),
    ])
    for day in review.days {
      table.append([
        day.team, "\(day.stopsBefore) -> \(day.stops)", String(day.mostStops),
        "\(Self.hours(day.secondsBefore)) -> \(Self.hours(day.seconds))",
        Self.hours(day.longest),
      ])
    }
    return table.text
  }

  private func line(_ edit: PlanEdit, _ language: Language) -> String {
    let place: String =
      switch (edit.kind, edit.before) {
      case (.move, let before?): "\(before.team) -> \(edit.team)"
      case (.order, let before?): "\(edit.team) \(before.order) -> \(edit.order ?? 0)"
      case (.drop, let before?): "\(edit.team) \(before.order)"
      default: edit.team
      }
    let note = edit.note.isEmpty ? "" : "  (\(edit.note))"
    return "\(place)  \(Self.name(edit.kind, language))  \(edit.target) \(edit.name)\(note)"
  }

  private func line(_ conflict: EditConflict, _ language: Language) -> String {
    let target = conflict.edit.map { "  \($0.target) \($0.name)" } ?? ""
    return "\(conflict.team)\(target): \(words(conflict.cause, language))"
  }

  private func line(_ rejection: Rejection, _ language: Language) -> String {
    let row = language.pick(zh: "第 \(rejection.row) 行", en: "row \(rejection.row)")
    let place = [row, rejection.column].compactMap(\.self).joined(separator: ", ")
    let value = rejection.value.map { $0.isEmpty ? "" : " \"\($0)\"" } ?? ""
    return "\(place)\(value): \(rejection.reason)"
  }

  /// All of it.
  var json: JSONText {
    .object([
      .init("file", .string(file)), .init("day", .string(edited.day.description)),
      .init("base", .string(base)), .init("current", .string(current)),
      .init(
        "counts",
        .object(
          PlanEdit.Kind.allCases.map { kind in
            .init(kind.rawValue, .integer(edited.edits.count { $0.kind == kind }))
          }
            + [
              .init("conflicts", .integer(review.conflicts.count)),
              .init("unusable", .integer(unusable.count)),
            ])),
      .init("teams", .array(review.days.map(Self.json))),
      .init("edits", .array(edited.edits.map(Self.json))),
      .init("conflicts", .array(review.conflicts.map(json))),
      .init("unusable", .array(unusable.map(Self.json))),
    ])
  }
}
