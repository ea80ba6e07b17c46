import CampaignData
public import Geo

/// How many of the cells alerted in a period had a visit after their alert, by the period's end.
public struct AlertFollowUp: Sendable, Hashable {
  /// Alerts issued in the period.
  public let alerts: Int
  /// Alerted cells with a later visit, of all alerted cells that are known.
  public let cells: Proportion

  /// Counts alerts; a cell's first alert of the period counts.
  init(
    _ snapshot: Snapshot, visits: [WorkedVisits.Row], in period: ReportPeriod,
    isMember: (Cell) -> Bool
  ) {
    let cells = snapshot.facts.cells
    let numbers = Dictionary(cells.indices.map { (cells[$0].id, $0) }) { first, _ in first }
    var first: [Int: Int64] = [:]
    var count = 0
    for alert in snapshot.facts.alerts where period.contains(alert.issuedAt.date) {
      guard let cell = numbers[alert.cellID], isMember(cells[cell]) else { continue }
      count += 1
      first[cell] = min(first[cell] ?? .max, alert.issuedAt.secondsSince1970)
    }
    var reached: Set<Int> = []
    for visit in visits where visit.day <= period.lastDay {
      if let issued = first[visit.cell], visit.visitedAt.secondsSince1970 >= issued {
        reached.insert(visit.cell)
      }
    }
    alerts = count
    self.cells = Proportion(reached.count, of: first.count)
  }
}
