import CampaignData
import Geo

/// Invents alerts: each month three hot cells of every city, and live alarms by the day.
struct AlertMaker {
  let ground: DemoTerritory
  let hotCells: HotCellMap
  /// For every hot cell how much is emitted against the rules, by the truth.
  let excess: [Double]
  let seed: UInt64
  /// Day of the following month on which a month's list is issued.
  static let issueDay = 5

  /// The monthly lists: highest level, worst change on last year, worst change on the month before.
  func monthly(_ months: [(year: Int, month: Int)]) -> [Alert] {
    var alerts: [Alert] = []
    for (year, month) in months {
      let next = month == 12 ? (year + 1, 1) : (year, month + 1)
      guard let day = CalendarDate(year: next.0, month: next.1, day: Self.issueDay) else {
        continue
      }
      let period = "\(year)-" + padded(month, to: 2)
      for (city, quota) in ground.quotas.enumerated() {
        let stream = "alerts \(period) \(quota.city.code)"
        var random = DemoRandom(seed: seed, stream: stream)
        var taken: Set<Int> = []
        for (order, reason) in ["level", "year_on_year", "month_on_month"].enumerated() {
          let cell = worstCell(ofCity: city, reason, taken, &random)
          guard let cell else { continue }
          taken.insert(cell)
          let isLevel = reason == "level"
          alerts.append(
            Alert(
              id: "A\(period)-\(quota.city.code)-\(order + 1)",
              cellID: hotCells.cells[cell].id.description, period: period, reason: reason,
              value: random.between(62, 118).rounded(),
              change: isLevel ? nil : (random.between(0.12, 0.75) * 100).rounded() / 100,
              issuedAt: Moment(day, hour: 10), knownAt: Moment(day, hour: 10)))
        }
      }
    }
    return alerts
  }

  /// The cell that seems worst: what is emitted, what the place is like, and weather by chance.
  private func worstCell(
    ofCity city: Int, _ reason: String, _ taken: Set<Int>, _ random: inout DemoRandom
  ) -> Int? {
    let (level, chance) = reason == "level" ? (0.9, 1.2) : (0.1, 2.2)
    var best: (cell: Int, score: Double)?
    for cell in hotCells.cellsOfCity[city] {
      let score =
        0.55 * excess[cell] + level * hotCells.cells[cell].intensity + chance * random.normal()
      if !taken.contains(cell), score > best?.score ?? -.infinity { best = (cell, score) }
    }
    return best?.cell
  }

  /// Live alarms on some days, by day and hour.
  func live(_ days: ClosedRange<CalendarDate>) -> [Alert] {
    var random = DemoRandom(seed: seed, stream: "live alarms")
    let total = ground.quotas.reduce(0) { $0 + $1.liveAlarms }
    let choice = WeightedChoice(excess.map { 1 + 0.8 * $0 })
    let length = days.upperBound - days.lowerBound + 1
    guard choice.total > 0 else { return [] }
    let counts = apportion(total, by: (0..<length).map { _ in random.between(0.7, 1.3) })
    return counts.enumerated().flatMap { offset, count in
      let day = days.lowerBound + offset
      let moments = (0..<count).map { _ in
        Moment(day, second: random.below(86_400 - 900))
      }.sorted()
      return moments.enumerated().map { order, moment in
        Alert(
          id: "L\(day)-" + padded(order + 1, to: 4),
          cellID: hotCells.cells[choice.draw(&random)].id.description, period: "\(day)",
          reason: "live", value: random.between(150, 380).rounded(), issuedAt: moment,
          knownAt: moment.adding(seconds: 60 + random.below(600)))
      }
    }
  }
}
