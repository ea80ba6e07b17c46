public import CampaignData

/// Which alerted cells are due for a public notice 公开通报: alerted three months running, or six
/// times in all.
///
/// Source: the announcement of 2018-08-26. Assumptions: a month counts once however many reasons a
/// cell was alerted for in it; consecutive means months without a gap, which lie within a year by
/// themselves; the total has no limit in time.
public struct EscalationRule: Sendable, Hashable {
  /// A cell that is due.
  public struct Escalation: Sendable, Hashable {
    /// The cell's identifier.
    public var cellID: String
    /// Months running, this one included.
    public var consecutive: Int
    /// Months in all, this one included.
    public var total: Int
  }

  /// The rule's name and version, as kept with what it finds.
  public static let version = "escalation-1"

  /// Months running that lead to a notice.
  public let consecutive: Int
  /// Months in all that lead to a notice.
  public let total: Int

  /// Makes the rule.
  public init(consecutive: Int, total: Int) {
    self.consecutive = consecutive
    self.total = total
  }

  /// The cells that are due in a month, by identifier.
  ///
  /// - Parameters:
  ///   - month: The month; only cells alerted in it are looked at, and nothing later counts.
  ///   - history: Who was alerted when, that month included.
  public func escalations(
    in month: CalendarMonth, history: [(cellID: String, month: CalendarMonth)]
  ) -> [Escalation] {
    var months: [String: Set<CalendarMonth>] = [:]
    for entry in history where entry.month <= month {
      months[entry.cellID, default: []].insert(entry.month)
    }
    return months.sorted { $0.key < $1.key }.compactMap { cell, alerted in
      guard alerted.contains(month) else { return nil }
      var running = 1
      while alerted.contains(month - running) { running += 1 }
      guard running >= consecutive || alerted.count >= total else { return nil }
      return Escalation(cellID: cell, consecutive: running, total: alerted.count)
    }
  }
}
