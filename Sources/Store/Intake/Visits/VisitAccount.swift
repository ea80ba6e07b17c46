public import Inspection

/// What an import of visits found beside the records themselves.
public struct VisitAccount: Sendable, Hashable {
  /// Rows that joined a visit which another row or an earlier import had told of.
  public var merged = 0
  /// Visits that several reports tell of, among those touched.
  public var mergedVisits = 0
  /// Where reports of one visit contradict each other.
  public var conflicts: [ReportConflict] = []
  /// Off-list finds that became sites: identifier and name.
  public var finds: [Site] = []
  /// Visits touched that have no complete chain of evidence.
  public var incompleteChains = 0
  /// Visits touched.
  public var visits = 0
  /// Visits tied to a stop of the plan in force.
  public var tied = 0
  /// What is odd about reports, in the order of rows; those of rejected rows included.
  public var doubts: [VisitDoubt] = []
  /// Problems that the newest reports no longer name; they stay until the office reviews them.
  public var withdrawn = 0

  /// Makes an empty account.
  public init() {}

  /// How many doubts there are of each kind, by kind.
  public var doubtCounts: [(kind: String, count: Int)] {
    Dictionary(grouping: doubts, by: \.kind).map { (kind: $0.key, count: $0.value.count) }
      .sorted { $0.kind < $1.kind }
  }
}
