public import CampaignData
import Geo
public import Inspection

/// The tables of problems and verifications that are printed, written and published.
public enum ProblemTables {
  /// Problems as they stand; overdue by a day.
  public static func problems(_ records: [ProblemRecord], on day: CalendarDate) -> ReportTable {
    var table = ReportTable(
      list: "problems", key: "problems", caption: ReportText.tableProblems.phrase(),
      numbers: ["round"])
    for record in records {
      let (problem, history) = (record.problem, record.history)
      table.append(
        problem.id,
        [ProblemCells.code(problem.id)] + ProblemCells.ground(record) + [
          ProblemCells.code(record.siteID), ProblemCells.name(record.siteName),
          ProblemCells.moment(record.foundAt), record.round.map(ReportCell.count) ?? .none,
          ProblemCells.name(record.team), ProblemCells.word(problem.type, of: "problem_type"),
          ProblemCells.word(problem.severity, of: "severity"),
          ProblemCells.word(problem.topic, of: "topic"),
          ProblemCells.word(history.state.rawValue, of: "problem_state"),
          ProblemCells.moment(problem.handedOverAt), ProblemCells.day(problem.deadline),
          ProblemCells.flag(history.isOverdue(on: day)),
          ProblemCells.moment(history.lastRecheck?.visitedAt),
          ProblemCells.word(history.lastRecheck?.result, of: "recheck_result"),
        ])
    }
    return table
  }

  /// Problems as they were handed over, numbered from 1.
  public static func handedOver(
    _ records: [ProblemRecord], as versions: [String: FoundProblem], key: String = "handed_over",
    caption: ReportPhrase? = nil
  ) -> ReportTable {
    var table = ReportTable(
      list: "handed_over", key: key, caption: caption ?? ReportText.tableHandedOver.phrase(),
      numbers: ["number"])
    for (number, record) in records.enumerated() {
      let problem = versions[record.problem.id] ?? record.problem
      table.append(
        problem.id,
        [.count(number + 1), ProblemCells.code(problem.id)] + ProblemCells.ground(record) + [
          ProblemCells.name(record.siteName), ProblemCells.moment(record.foundAt),
          ProblemCells.word(problem.type, of: "problem_type"),
          ProblemCells.word(problem.severity, of: "severity"),
          ProblemCells.word(problem.topic, of: "topic"),
          ProblemCells.day(problem.handedOverAt?.date), ProblemCells.day(problem.deadline),
        ])
    }
    return table
  }

  /// Every step of some problems, oldest first.
  public static func history(_ records: [ProblemRecord]) -> ReportTable {
    var table = ReportTable(
      list: "problem_history", key: "problem_history",
      caption: ReportText.tableProblemHistory.phrase())
    for record in records {
      for (number, event) in record.history.events.enumerated() {
        table.append(
          "\(record.problem.id)#\(number + 1)",
          [
            ProblemCells.code(record.problem.id), ProblemCells.moment(event.at),
            ProblemCells.word(event.state.rawValue, of: "problem_state"),
            ProblemCells.word(event.recheck?.result, of: "recheck_result"),
            ProblemCells.day(event.version?.deadline), ProblemCells.name(event.version?.note ?? ""),
            ProblemCells.name(event.from),
            .text(
              event.isAllowed
                ? ReportPhrase(zh: "是", en: "yes") : ReportPhrase(zh: "否", en: "no")),
          ])
      }
    }
    return table
  }

  /// What is to be verified.
  public static func due(_ due: [PlacedRecheck]) -> ReportTable {
    var table = ReportTable(
      list: "rechecks_due", key: "rechecks_due", caption: ReportText.tableRechecksDue.phrase(),
      numbers: ["lon", "lat"])
    for placed in due {
      let recheck = placed.due
      table.append(
        recheck.recheckID,
        [
          .text(
            recheck.subject == .problem
              ? ReportPhrase(zh: "问题", en: "problem") : ReportPhrase(zh: "投诉", en: "complaint")),
          ProblemCells.code(recheck.recheckID), ProblemCells.city(placed.cityCode),
          ProblemCells.name(placed.county), ProblemCells.name(placed.township),
          ProblemCells.code(recheck.target), ProblemCells.name(placed.name),
          ProblemCells.word(recheck.type, of: "problem_type"),
          ProblemCells.word(recheck.state.rawValue, of: "problem_state"),
          ProblemCells.day(recheck.deadline), ProblemCells.day(recheck.dueFrom),
          placed.position.map { .decimal($0.x, places: 6) } ?? .none,
          placed.position.map { .decimal($0.y, places: 6) } ?? .none,
        ])
    }
    return table
  }
}
