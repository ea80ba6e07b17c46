public import CampaignData
internal import Geo
internal import Inspection

extension Workspace {
  /// Days that are sealed, with the moments of their release, by plan; of one plan or of all.
  public func sealedDays(
    of plan: SavedPlan? = nil
  ) throws -> [String: [CalendarDate: Moment]] {
    var days: [String: [CalendarDate: Moment]] = [:]
    for row in try sealedRows(ofPlan: plan?.id) {
      days[row.planID, default: [:]][row.day] = row.releaseAt
    }
    return days
  }

  /// The rows of the table `sealed_stops`, by plan and day; none in a workspace of before it.
  func sealedRows(ofPlan plan: String? = nil) throws -> [SealedRows] {
    let condition = plan.map { "plan_id = \(SQL.literal($0))" }
    do {
      var reader = TableReader(dataset: layout.dataset)
      guard try reader.has(SealedRows.table) else { return [] }
      return try FactReader(asOf: nil, dataset: layout.dataset)
        .newest(SealedRows.self, where: condition, from: &reader)
    } catch let error as GDALError {
      throw StoreError(error, writing: false)
    }
  }

  /// What is sealed of a plan, opened in memory.
  func openedRows(ofPlan plan: String) throws -> [(row: SealedRows, pack: FactPack)] {
    let rows = try sealedRows(ofPlan: plan)
    guard !rows.isEmpty else { return [] }
    let key = try planKey()
    return try rows.map { ($0, try $0.opened(with: key)) }
  }

  /// What is sealed with a plan's last day, opened in memory; nil if that is not sealed.
  func openedRow(ofPlan plan: String) throws -> (row: SealedRows, pack: FactPack)? {
    guard let last = try sealedRows(ofPlan: plan).max(by: { $0.day < $1.day }) else { return nil }
    return (last, try last.opened(with: try planKey()))
  }
}
