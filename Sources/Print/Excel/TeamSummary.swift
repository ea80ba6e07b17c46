import CampaignData
import Terminal

/// What a team's stops of a day come to.
struct TeamSummary {
  private let stops: [PlannedRow]

  init(_ stops: [PlannedRow]) {
    self.stops = stops
  }

  /// The value of a column of the sheet `teams`: counts, the sum of chances, arrivals.
  func value(_ key: String) -> CellValue {
    switch key {
    case "stops": return .whole(stops.count)
    case "townships":
      return .whole(Set(stops.map { $0["township_code"] }.filter { !$0.isEmpty }).count)
    case "expected": return .number(stops.reduce(0) { $0 + (Double($1["chance"]) ?? 0) })
    case "first_arrival": return arrivals.min().map(CellValue.moment) ?? .empty
    case "last_arrival": return arrivals.max().map(CellValue.moment) ?? .empty
    default: return .whole(stops.count { $0["basis"] == key })
    }
  }

  private var arrivals: [Moment] { stops.compactMap { Moment($0["arrival"]) } }
}
