internal import CampaignData
internal import Geo
internal import Inspection

/// Merges the reports of a file with one another and with those of the workspace.
///
/// Nothing is ever changed: a visit that gains a report gets a new version for every moment at which
/// something more was known, so that a snapshot of an earlier moment never knows it, and files give
/// the same visits in whatever order they are imported.
struct VisitBook {
  /// What became of a row.
  enum Fate { case new, updated, same, conflict(row: Int) }

  /// A visit that gained reports.
  struct Touched {
    let id: String
    /// Every version of every report, those known first first.
    var reports: [FieldReport]
    /// The visit as it was, with what its reports made of it; nil if there was none.
    var before: ReportMerge?
    /// The first moment at which something new was known.
    var since: Moment
  }

  /// The visits that gained reports, in the order of their rows.
  private(set) var touched: [Touched] = []
  /// The reports to be stored.
  private(set) var added: [FieldReport] = []
  /// Reports of the file that joined a visit another report tells of.
  private(set) var merged = 0

  private let stored: StoredReports
  private let window: Int
  private var places: [String: Int] = [:]
  private var known: Set<String> = []

  /// - Parameter window: seconds by which the times of one visit may differ.
  init(_ stored: StoredReports, window: Int) {
    self.stored = stored
    self.window = window
    known = Set(stored.visits.map(\.id))
  }

  /// Enters the rows of a file, whose reports have their identifiers, and tells what became of each.
  mutating func enter(_ reports: [FieldReport]) -> [Fate] {
    var whole: [FieldReport] = []
    var places: [String: Int] = [:]
    // For each row the report that it is part of, or what is wrong with it.
    let parts = reports.map { report -> (place: Int, fate: Fate?) in
      guard let place = places[report.id] else {
        places[report.id] = whole.count
        whole.append(report)
        return (whole.count - 1, nil)
      }
      return (place, Self.join(report, to: &whole[place]))
    }
    let fates = whole.map { enter($0) }
    var isFirst = [Bool](repeating: true, count: whole.count)
    return parts.map { place, fate in
      if let fate { return fate }
      defer { isFirst[place] = false }
      if isFirst[place] { return fates[place] }
      if case .same = fates[place] { return .same }
      return .updated
    }
  }

  /// Adds a row to a report that the file has had: the same says nothing, another type of problem is
  /// one more (nil); anything else contradicts it.
  private static func join(_ report: FieldReport, to first: inout FieldReport) -> Fate? {
    if first.content == report.content { return .same }
    let types = Set(first.problems.map(\.type))
    var alike = report
    alike.problems = first.problems
    guard alike.content == first.content, report.claimsProblem,
      report.problems.allSatisfy({ $0.type != nil && !types.contains($0.type) })
    else { return .conflict(row: first.row) }
    first.problems += report.problems
    return nil
  }

  private mutating func enter(_ report: FieldReport) -> Fate {
    let earlier = stored.byVisit[report.visitID] ?? []
    if let same = earlier.last(where: { $0.id == report.id }), same.content == report.content {
      return .same
    }
    let place = place(of: report, earlier)
    added.append(report)
    touched[place].since = min(touched[place].since, report.knownAt)
    touched[place].reports.append(report)
    if touched[place].reports.contains(where: { $0.id != report.id }) { merged += 1 }
    return known.insert(report.visitID).inserted ? .new : .updated
  }

  private mutating func place(of report: FieldReport, _ earlier: [FieldReport]) -> Int {
    if let place = places[report.visitID] { return place }
    let before =
      earlier.isEmpty ? nil : ReportMerge(Self.newest(earlier), window: window)
    places[report.visitID] = touched.count
    touched.append(
      Touched(id: report.visitID, reports: earlier, before: before, since: report.knownAt))
    return touched.count - 1
  }

  /// The versions that a visit gets, those known first first.
  func versions(of visit: Touched) -> [ReportMerge] {
    let sorted = visit.reports.enumerated().sorted {
      ($0.element.knownAt.secondsSince1970, $0.offset)
        < ($1.element.knownAt.secondsSince1970, $1.offset)
    }.map(\.element)
    let moments = Set(sorted.map(\.knownAt).filter { $0 >= visit.since }).sorted()
    var versions: [ReportMerge] = []
    for moment in moments {
      let active = Self.newest(sorted.prefix { $0.knownAt <= moment })
      if let merge = ReportMerge(active, window: window) { versions.append(merge) }
    }
    return versions
  }

  /// The newest version of each report.
  private static func newest(_ reports: some Sequence<FieldReport>) -> [FieldReport] {
    var places: [String: Int] = [:]
    var newest: [FieldReport] = []
    for report in reports {
      if let place = places[report.id] {
        newest[place] = report
      } else {
        places[report.id] = newest.count
        newest.append(report)
      }
    }
    return newest
  }
}
