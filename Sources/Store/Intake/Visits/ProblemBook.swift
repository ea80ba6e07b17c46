internal import CampaignData
internal import Geo
internal import Inspection

/// Keeps the problems of visits: new ones get a number, known ones keep theirs and whatever the office
/// has made of them since, because only what is newly reported is changed.
struct ProblemBook {
  /// Rows to be added, those known first first.
  private(set) var rows: [FoundProblem] = []
  /// What is newly said of problems that are stored already.
  private(set) var changes: SiteChanges
  /// Problems that the newest reports no longer name; they stay until the office reviews them.
  private(set) var withdrawn = 0

  private struct Entry {
    var id: String
    var said: ReportedProblem
    var isStored: Bool
  }

  private var stored: [String: [FoundProblem]] = [:]

  /// - Parameter stored: the newest versions of the workspace's problems.
  init(_ stored: [FoundProblem], table: TableSchema) {
    changes = SiteChanges(table)
    for problem in stored { self.stored[problem.visitID, default: []].append(problem) }
  }

  /// The stored problems of a visit as they were reported: without what became of them.
  func reported(of visit: String) -> [ReportedProblem] {
    (stored[visit] ?? []).map {
      ReportedProblem(
        type: $0.type, severity: $0.severity, topic: $0.topic, deadline: $0.deadline)
    }
  }

  /// Enters the versions of a visit.
  ///
  /// - Parameter topic: the topic of a problem that names none: the site's.
  mutating func enter(
    _ versions: [ReportMerge], of visit: VisitBook.Touched, topic: String?
  ) {
    var entries = entries(of: visit)
    for version in versions {
      var isUsed = [Bool](repeating: false, count: entries.count)
      let types = Set(version.problems.map(\.type))
      for var problem in version.problems {
        problem.topic = problem.topic ?? topic
        if let place = place(for: problem, among: entries, isUsed, types) {
          isUsed[place] = true
          change(&entries[place], to: problem, of: version.visit)
        } else {
          entries.append(add(problem, to: version.visit, among: entries))
          isUsed.append(true)
        }
      }
      if version == versions.last { withdrawn += isUsed.count { !$0 } }
    }
  }

  private func entries(of visit: VisitBook.Touched) -> [Entry] {
    let said = visit.before?.problems ?? []
    return (stored[visit.id] ?? []).map { problem in
      let own = said.first { $0.type == problem.type }
      return Entry(
        id: problem.id, said: own ?? ReportedProblem(type: problem.type), isStored: true)
    }
  }

  /// The one of the same type, else one whose type nobody had said, else one that a correction has
  /// given another type.
  private func place(
    for problem: ReportedProblem, among entries: [Entry], _ isUsed: [Bool], _ types: Set<String?>
  ) -> Int? {
    let free = isUsed.indices.filter { !isUsed[$0] }
    return free.first { entries[$0].said.type == problem.type }
      ?? free.first { entries[$0].said.type == nil }
      ?? free.first { !types.contains(entries[$0].said.type) }
  }

  private mutating func change(
    _ entry: inout Entry, to problem: ReportedProblem, of visit: VisitReport
  ) {
    var before = entry.said
    before.topic = before.topic ?? problem.topic
    guard before != problem else { return }
    entry.said = problem
    guard entry.isStored else {
      rows.append(found(problem, entry.id, visit))
      return
    }
    let draft = Draft(number: 0, values: [], geometry: nil, knownAt: visit.knownAt)
    func said<Value: Equatable>(_ part: (ReportedProblem) -> Value?, _ value: FieldValue)
      -> FieldValue
    { part(problem) == part(before) ? .null : value }
    changes.note(
      [
        ("type", said(\.type, .optional(problem.type)), .replace),
        ("severity", said(\.severity, .optional(problem.severity)), .replace),
        ("topic", said(\.topic, .optional(problem.topic)), .replace),
        ("state", said(\.state, .optional(problem.state)), .fill),
        ("handed_over_at", said(\.handedOverAt, .optional(problem.handedOverAt)), .fill),
        ("deadline", said(\.deadline, .optional(problem.deadline?.description)), .replace),
      ], of: entry.id, by: draft)
  }

  private mutating func add(
    _ problem: ReportedProblem, to visit: VisitReport, among entries: [Entry]
  ) -> Entry {
    var number = entries.count + 1
    let taken = Set(entries.map(\.id))
    while taken.contains("\(visit.id)-\(number)") { number += 1 }
    let id = "\(visit.id)-\(number)"
    rows.append(found(problem, id, visit))
    return Entry(id: id, said: problem, isStored: false)
  }

  private func found(
    _ problem: ReportedProblem, _ id: String, _ visit: VisitReport
  ) -> FoundProblem {
    FoundProblem(
      id: id, visitID: visit.id, type: problem.type, severity: problem.severity,
      topic: problem.topic, state: problem.state, handedOverAt: problem.handedOverAt,
      deadline: problem.deadline, knownAt: visit.knownAt)
  }
}
