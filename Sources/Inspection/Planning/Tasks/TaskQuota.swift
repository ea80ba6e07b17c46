import CampaignData

/// What the task plan asks of one team for one topic: at least a share of its visits in some
/// townships.
struct TaskQuota: Sendable {
  /// One month's part of it.
  struct Part: Sendable {
    var month: CalendarMonth
    /// The part of the visits, 0 to 1.
    var share: Double
    /// The team's townships that it holds in.
    var townships: Set<Int>
    /// Visits made in the round in these townships.
    var visited = 0
    /// Those of them that count for it.
    var made = 0
  }

  /// The line, of its first month.
  let line: TaskShare
  /// The months of the round.
  var parts: [Part]

  /// True if a visit to a target counts for it: by its ledger where the line names one, else by its
  /// topic.
  func counts(topic: String, ledger: String?) -> Bool {
    line.ledger.map { $0 == ledger } ?? (line.topic == topic)
  }
}
