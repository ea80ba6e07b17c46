import CampaignData

/// Days of which a layer with time is shown, both included.
struct TilePeriod: Sendable, Hashable {
  let from: CalendarDate
  let to: CalendarDate

  /// Reads the parameters `from` and `to`; nil if neither is given.
  init?(_ query: QueryParameters) throws(Refusal) {
    guard query["from"] != nil || query["to"] != nil else { return nil }
    guard let from = (query["from"] ?? query["to"]).flatMap(CalendarDate.init),
      let to = (query["to"] ?? query["from"]).flatMap(CalendarDate.init), from <= to
    else { throw .badParameter("\"from\" and \"to\" are days, as in 2018-12-24.") }
    self.from = from
    self.to = to
  }

  /// What tells one period from another.
  var key: String { "\(from)/\(to)" }

  func holds(_ day: Int32) -> Bool {
    from.daysSince1970 <= Int(day) && Int(day) <= to.daysSince1970
  }
}
