internal import CampaignData

/// One visit made of all reports of it.
///
/// Pure and independent of the order of the reports: they are put into the order of their times and
/// identifiers first. People, photos, records and notes are united, notes with who said what. Of
/// contradicting outcomes the one that says most prevails (problem, refused, closed, none, not
/// found): what two people did not both see was still seen. Problems are united by type, each with
/// the gravest severity that somebody gave it. The time is the earliest of the reports that say the
/// outcome taken. Contradictions are listed, and marked in the note.
public struct ReportMerge: Sendable, Hashable {
  /// The visit.
  public let visit: VisitReport
  /// Its problems, by type; none unless the outcome is a problem.
  public let problems: [ReportedProblem]
  /// Where its reports contradict each other.
  public let conflicts: [ReportConflict]

  /// Outcomes, those that prevail first.
  static let outcomes = ["problem", "refused", "closed", "none", "not_found"]
  /// Severities, the gravest last.
  static let severities = ["minor", "general", "serious"]

  /// Merges the reports of one visit; nil for none.
  ///
  /// - Parameters:
  ///   - reports: the reports, all of one visit, in any order.
  ///   - window: seconds by which times may differ without a contradiction.
  /// - Complexity: O(n log n) for n reports.
  public init?(_ reports: [FieldReport], window: Int) {
    let sorted = reports.count < 2 ? reports : reports.sorted(by: Self.precedes)
    guard let prevailing = sorted.min(by: { Self.rank($0) < Self.rank($1) }) else { return nil }
    // `min` gives the first of equals, so the earliest of those that say the outcome taken.
    var visit = VisitReport(prevailing)
    if sorted.count > 1 { Self.unite(sorted, into: &visit) }
    problems = prevailing.claimsProblem ? Self.problems(of: sorted) : []
    conflicts = sorted.count > 1 ? Self.conflicts(sorted, prevailing, window) : []
    for conflict in conflicts {
      visit.note = [visit.note, Self.mark(conflict)].compactMap(\.self).joined(separator: "；")
    }
    self.visit = visit
  }

  private static func precedes(_ first: FieldReport, _ second: FieldReport) -> Bool {
    (first.visitedAt.secondsSince1970, first.id) < (second.visitedAt.secondsSince1970, second.id)
  }

  /// Less for what prevails; an unknown outcome stands last.
  private static func rank(_ report: FieldReport) -> Int {
    outcomes.firstIndex(of: report.outcome) ?? outcomes.count
  }

  private static func unite(_ reports: [FieldReport], into visit: inout VisitReport) {
    visit.stopID = reports.compactMap(\.stopID).min()
    visit.round = reports.map(\.round).min() ?? visit.round
    if visit.position == nil, let placed = reports.first(where: { $0.position != nil }) {
      (visit.position, visit.datum) = (placed.position, placed.datum)
    }
    visit.confirmedBy = distinct(reports.flatMap(\.confirmedBy))
    visit.photos = distinct(reports.flatMap(\.photos))
    visit.record = said(reports, \.record)
    visit.note = said(reports, \.note)
    visit.knownAt = reports.map(\.knownAt).max() ?? visit.knownAt
  }

  /// Each once, in order.
  private static func distinct(_ words: [String]) -> [String] {
    var seen = Set<String>()
    return words.filter { seen.insert($0).inserted }
  }

  /// What several say, once if they say the same, else each with who said it.
  private static func said(
    _ reports: [FieldReport], _ part: (FieldReport) -> String?
  ) -> String? {
    let texts = reports.compactMap { report in part(report).map { (report.speakers, $0) } }
    let different = distinct(texts.map(\.1))
    guard different.count > 1 else { return different.first }
    return distinct(texts.map { "\($0.0)：\($0.1)" }).joined(separator: "；")
  }

  /// The problems by type.
  ///
  /// What has no type is no problem of its own where another has one: it is the
  /// same seen less closely, so what it says beside fills what the others leave open.
  private static func problems(of reports: [FieldReport]) -> [ReportedProblem] {
    let all = reports.filter(\.claimsProblem).flatMap(\.problems)
    let typed = all.filter { $0.type != nil }
    guard !typed.isEmpty else { return [all.isEmpty ? ReportedProblem() : united(all)] }
    let untyped = united(all.filter { $0.type == nil })
    return Set(typed.compactMap(\.type)).sorted().map { type in
      var problem = united(typed.filter { $0.type == type })
      problem.severity = problem.severity ?? untyped.severity
      problem.topic = problem.topic ?? untyped.topic
      problem.state = problem.state ?? untyped.state
      problem.handedOverAt = problem.handedOverAt ?? untyped.handedOverAt
      problem.deadline = problem.deadline ?? untyped.deadline
      return problem
    }
  }

  private static func united(_ same: [ReportedProblem]) -> ReportedProblem {
    ReportedProblem(
      type: same.first?.type,
      severity: same.compactMap(\.severity).max { (grade($0), $0) < (grade($1), $1) },
      topic: same.compactMap(\.topic).min(), state: same.compactMap(\.state).max(),
      handedOverAt: same.compactMap(\.handedOverAt).min(),
      deadline: same.compactMap(\.deadline).min())
  }

  private static func grade(_ severity: String) -> Int {
    severities.firstIndex(of: severity) ?? -1
  }

  private static func conflicts(
    _ reports: [FieldReport], _ taken: FieldReport, _ window: Int
  ) -> [ReportConflict] {
    var conflicts: [ReportConflict] = []
    func add(_ kind: ReportConflict.Kind, _ taken: FieldReport, _ other: FieldReport) {
      conflicts.append(
        ReportConflict(kind: kind, visitID: taken.visitID, taken: taken, other: other))
    }
    for report in reports where report.outcome != taken.outcome { add(.outcome, taken, report) }
    for report in reports where abs(report.visitedAt - taken.visitedAt) > window {
      add(.time, taken, report)
    }
    for type in Set(reports.flatMap(\.problems).map(\.type)).sorted(by: { $0 ?? "" < $1 ?? "" }) {
      let graded = reports.filter(\.claimsProblem).compactMap { report in
        report.problems.filter { $0.type == type }.compactMap(\.severity)
          .max { grade($0) < grade($1) }.map { (report, $0) }
      }
      guard let gravest = graded.max(by: { grade($0.1) < grade($1.1) }) else { continue }
      for (report, severity) in graded where severity != gravest.1 {
        add(.severity, gravest.0, report)
      }
    }
    return conflicts
  }

  /// What the note says of a contradiction.
  private static func mark(_ conflict: ReportConflict) -> String {
    let said = conflict.said
    return "【\(conflict.words.zh)：\(conflict.taken.speakers) \(said.taken)，"
      + "\(conflict.other.speakers) \(said.other)】"
  }
}

extension VisitReport {
  /// A visit that one report tells of.
  init(_ report: FieldReport) {
    self.init(
      id: report.visitID, siteID: report.siteID, teamID: report.teamID, stopID: report.stopID,
      round: report.round, visitedAt: report.visitedAt, outcome: report.outcome,
      position: report.position, datum: report.datum, confirmedBy: report.confirmedBy,
      photos: report.photos,
      record: report.record, note: report.note, knownAt: report.knownAt)
  }
}
