public import CampaignData
internal import Geo
public import Inspection

extension Workspace {
  /// The visits known by a moment with all that their reports say; see ``visits(asOf:)`` for what
  /// plans need of them.
  ///
  /// Throws as ``facts(asOf:)``.
  /// - Parameter days: only visits of these days; nil: all.
  public func visitReports(
    asOf moment: Moment, days: ClosedRange<CalendarDate>? = nil
  ) throws -> [VisitReport] {
    // Moments are stored in one spelling and one zone, so they sort as text.
    let condition = days.map { days in
      "visited_at >= \(SQL.literal(Moment(days.lowerBound).description)) "
        + "AND visited_at < \(SQL.literal(Moment(days.upperBound + 1).description))"
    }
    return try newest(VisitReport.self, where: condition, asOf: moment)
  }

  /// The reports of visits known by a moment, each as it was given.
  ///
  /// None in a workspace of an older program. Throws as ``facts(asOf:)``.
  public func fieldReports(asOf moment: Moment) throws -> [FieldReport] {
    var reader = TableReader(dataset: layout.dataset)
    guard try reader.has(FieldReport.table) else { return [] }
    return try newest(FieldReport.self, asOf: moment)
  }

  /// Why stops were chosen: the evidence behind them, strongest first, by stop.
  ///
  /// Stops of days that are still sealed are not among them.
  public func evidence(ofStops stops: Set<String>) throws -> [String: [(zh: String, en: String)]] {
    guard !stops.isEmpty else { return [:] }
    var reasons: [String: [(zh: String, en: String)]] = [:]
    do {
      var reader = TableReader(dataset: layout.dataset)
      try reader.forEachRow(of: "SELECT id, reasons FROM stops") { row in
        guard case .text(let id) = row.values[0], stops.contains(id),
          case .text(let text) = row.values[1]
        else { return }
        reasons[id] = text.split(separator: ";").map { reason in
          let parts = reason.split(separator: "|", maxSplits: 1).map(String.init)
          return (parts.first ?? "", parts.last ?? "")
        }
      }
    } catch let error as GDALError {
      throw StoreError(error, writing: false)
    }
    return reasons
  }
}
