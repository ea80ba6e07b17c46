import CampaignData

/// Orders to a site by interval.
struct OrderSchedule {
  /// 0 none, 1 a stop, 2 a limit.
  private(set) var orders: [UInt8]
  /// The part that must rest under a limit; empty without limits.
  private(set) var limits: [Float] = []

  static let stop: UInt8 = 1
  static let limit: UInt8 = 2

  /// Where orders overlap, a stop wins over a limit and a higher limit over a lower one.
  ///
  /// An interval counts if all of it lies in the order.
  init(
    _ orders: [MeteredSite.Order], firstDay: CalendarDate, count: Int, settings: PowerSettings
  ) {
    self.orders = [UInt8](repeating: 0, count: count)
    let begin = Moment(firstDay)
    let seconds = settings.intervalSeconds
    for order in orders {
      let first = max(0, min(count, Self.up(order.start - begin, seconds)))
      let last = order.end.map { max(0, min(count, Self.down($0 - begin, seconds))) } ?? count
      guard first < last else { continue }
      let share = Float(order.share < 0 ? settings.usualLimit : order.share)
      if !order.isStop, limits.isEmpty { limits = [Float](repeating: 0, count: count) }
      for index in first..<last {
        if order.isStop {
          self.orders[index] = Self.stop
        } else {
          if self.orders[index] == 0 { self.orders[index] = Self.limit }
          limits[index] = max(limits[index], share)
        }
      }
    }
  }

  private static func down(_ value: Int, _ unit: Int) -> Int {
    value >= 0 ? value / unit : -((-value + unit - 1) / unit)
  }

  private static func up(_ value: Int, _ unit: Int) -> Int { -down(-value, unit) }
}
