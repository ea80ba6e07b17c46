import CampaignData

/// One site's readings with all that rules compare them with.
///
/// Days are divided into stretches of a baseline's length. What is usual in a stretch is learned from
/// the one before it, or the last before it that had enough days without an order; the first stretch
/// learns from itself, and one before any usable stretch from the first that is.
struct PowerCase {
  let site: MeteredSite
  let settings: PowerSettings
  let firstDay: CalendarDate
  /// Loads by circuit, kW, NaN where not measured.
  let loads: [[Float]]
  /// ``PowerState`` by circuit and interval.
  private(set) var states: [[UInt8]]
  /// Whether a circuit was measured at all.
  let isMetered: [Bool]
  /// The circuit that stands for production: main where production is not metered.
  let load: PowerCircuit
  /// The order in force, by interval: 0 none, 1 a stop, 2 a limit.
  let orders: [UInt8]
  /// The part of production that a limit lets rest, by interval; empty without limits.
  let limits: [Float]
  /// What weekday every day is like, 1 to 7.
  let weekdays: [UInt8]
  /// What is usual, by stretch.
  let references: [SiteReference]
  /// The intervals from the first measured to the last, in any circuit.
  let measured: Range<Int>
  /// The usual load of the circuit that stands for production, by interval; NaN where unknown.
  private let usual: [Float]

  /// Intervals.
  var count: Int { loads[0].count }
  /// Intervals in a day.
  var perDay: Int { settings.intervalsPerDay }
  /// Days.
  var days: Int { count / perDay }

  init(_ readings: SiteReadings, site: MeteredSite, settings: PowerSettings) {
    let (perDay, days) = (settings.intervalsPerDay, readings.days)
    self.site = site
    self.settings = settings
    firstDay = readings.firstDay
    loads = readings.loads
    var metered = [false, false, false]
    var extent: Range<Int>?
    for circuit in 0..<3 {
      guard let range = Self.extent(of: readings.loads[circuit]) else { continue }
      metered[circuit] = true
      extent =
        min(
          extent?.lowerBound ?? range.lowerBound, range.lowerBound)..<max(
          extent?.upperBound ?? range.upperBound, range.upperBound)
    }
    isMetered = metered
    measured = extent ?? 0..<0
    let load = metered[1] ? PowerCircuit.production : .main
    self.load = load
    let calendar = CampaignData.workCalendar
    let first = readings.firstDay
    let weekdays = (0..<days).map {
      UInt8(truncatingIfNeeded: calendar.likeWeekday(first + $0))
    }
    self.weekdays = weekdays
    let schedule = OrderSchedule(
      site.orders, firstDay: first, count: readings.count, settings: settings)
    (orders, limits) = (schedule.orders, schedule.limits)
    let length = max(1, settings.baselineDays)
    let own = stride(from: 0, to: days, by: length).map { start in
      SiteReference(
        readings.loads, days: start..<min(days, start + length), isOrdered: schedule.orders,
        weekdays: weekdays, load: Int(load.rawValue), settings: settings)
    }
    references = Self.shifted(own)
    usual = Self.usual(references, weekdays, perDay: perDay, length: length)
    states = []
    states = (0..<3).map { state(of: $0, perDay * length) }
  }

  /// The stretch that an interval's day is in compares with this.
  func reference(_ index: Int) -> SiteReference {
    references[index / (perDay * max(1, settings.baselineDays))]
  }

  /// The usual load of the circuit that stands for production, kW; NaN where unknown.
  @inline(__always)
  func expected(_ index: Int) -> Float { usual[index] }

  /// The load above which a circuit is on in an interval.
  @inline(__always)
  func threshold(_ circuit: PowerCircuit, _ index: Int) -> Float {
    references[index / (perDay * max(1, settings.baselineDays))]
      .thresholds[Int(circuit.rawValue)]
  }

  /// The median absolute deviation beside it.
  func deviation(_ index: Int) -> Float {
    let day = index / perDay
    guard let profile = reference(index).profile else { return .nan }
    return profile.deviations[(Int(weekdays[day]) - 1) * 24 + index % perDay * 24 / perDay]
  }

  /// The loads of a circuit.
  subscript(circuit: PowerCircuit) -> [Float] { loads[Int(circuit.rawValue)] }

  /// What a circuit does, by interval.
  func states(_ circuit: PowerCircuit) -> [UInt8] { states[Int(circuit.rawValue)] }

  /// Whether a circuit was measured at all.
  func isMetered(_ circuit: PowerCircuit) -> Bool { isMetered[Int(circuit.rawValue)] }

  private static func usual(
    _ references: [SiteReference], _ weekdays: [UInt8], perDay: Int, length: Int
  ) -> [Float] {
    var usual = [Float](repeating: .nan, count: weekdays.count * perDay)
    usual.withUnsafeMutableBufferPointer { usual in
      for (day, weekday) in weekdays.enumerated() {
        guard let profile = references[day / length].profile else { continue }
        for slot in 0..<perDay {
          usual[day * perDay + slot] =
            profile.medians[(Int(weekday) - 1) * 24 + slot * 24 / perDay]
        }
      }
    }
    return usual
  }

  private static func extent(of loads: [Float]) -> Range<Int>? {
    guard let first = loads.firstIndex(where: { $0 == $0 }),
      let last = loads.lastIndex(where: { $0 == $0 })
    else { return nil }
    return first..<last + 1
  }

  private static func shifted(_ own: [SiteReference]) -> [SiteReference] {
    own.indices.map { stretch in
      own[..<max(1, stretch)].last { $0.isUsable } ?? own.first { $0.isUsable } ?? own[stretch]
    }
  }

  private func state(of circuit: Int, _ length: Int) -> [UInt8] {
    let loads = loads[circuit]
    return [UInt8](unsafeUninitializedCapacity: loads.count) { states, filled in
      loads.withUnsafeBufferPointer { loads in
        for (stretch, reference) in references.enumerated() {
          let threshold = reference.thresholds[circuit]
          for index in stretch * length..<min(loads.count, (stretch + 1) * length) {
            let load = loads[index]
            states[index] =
              load != load
              ? PowerState.missing : load > threshold ? PowerState.on : PowerState.off
          }
        }
      }
      filled = loads.count
    }
  }
}
