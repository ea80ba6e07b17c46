extension SiteReference {
  /// Learns what is usual from a stretch of days.
  ///
  /// - Parameters:
  ///   - loads: Loads by circuit, NaN where not measured.
  ///   - isOrdered: Intervals under an order, which do not count.
  ///   - load: The circuit that stands for production.
  init(
    _ loads: [[Float]], days range: Range<Int>, isOrdered: [UInt8], weekdays: [UInt8],
    load: Int, settings: PowerSettings
  ) {
    let perDay = settings.intervalsPerDay
    let slots = range.lowerBound * perDay..<range.upperBound * perDay
    var scratch: [Float] = []
    scratch.reserveCapacity(slots.count)
    var measured = 0
    for circuit in 0..<3 {
      scratch.removeAll(keepingCapacity: true)
      Self.gather(loads[circuit], slots, isOrdered, &scratch)
      if circuit == load { measured = scratch.count }
      guard !scratch.isEmpty else { continue }
      peaks[circuit] = OrderStatistics.quantile(settings.onPercentile / 100, of: &scratch)
    }
    thresholds = peaks.map { max(Self.nothing, $0 * Float(settings.onShare)) }
    days = measured / perDay
    // A third of a day lost to gaps does not count against it.
    isUsable = measured * 3 >= settings.baselineMinimumDays * perDay * 2
    guard isUsable else { return }
    learnRatios(loads, slots, isOrdered, load, perDay, &scratch)
    var free = loads[load]
    free.withUnsafeMutableBufferPointer { free in
      for index in slots where isOrdered[index] != 0 { free[index] = .nan }
    }
    profile = WeekProfile(free, days: range, weekdays: weekdays, perDay: perDay)
  }

  private static func gather(
    _ loads: [Float], _ slots: Range<Int>, _ isOrdered: [UInt8], _ scratch: inout [Float]
  ) {
    loads.withUnsafeBufferPointer { loads in
      isOrdered.withUnsafeBufferPointer { isOrdered in
        for index in slots where isOrdered[index] == 0 {
          let load = loads[index]
          if load == load { scratch.append(load) }
        }
      }
    }
  }

  private mutating func learnRatios(
    _ loads: [[Float]], _ slots: Range<Int>, _ isOrdered: [UInt8], _ load: Int, _ perDay: Int,
    _ scratch: inout [Float]
  ) {
    guard peaks[2] > Self.nothing else { return }
    let (p, t, m) = (loads[load], loads[2], loads[0])
    var ratios: [Float] = []
    var daily: [Float] = []
    var rests: [Float] = []
    scratch.removeAll(keepingCapacity: true)
    ratios.reserveCapacity(slots.count)
    var (production, treatment): (Float, Float) = (0, 0)
    for index in slots {
      if index % perDay == 0, index > slots.lowerBound {
        if production > 0 { daily.append(treatment / production) }
        (production, treatment) = (0, 0)
      }
      guard isOrdered[index] == 0, p[index] > thresholds[load] else { continue }
      let value = t[index]
      guard value == value else { continue }
      production += p[index]
      treatment += value
      guard value > thresholds[2] else { continue }
      ratios.append(value / p[index])
      scratch.append(value)
      if load != 0, m[index] == m[index] { rests.append(m[index] - p[index] - value) }
    }
    if production > 0 { daily.append(treatment / production) }
    ratio = OrderStatistics.quantile(0.5, of: &ratios)
    dailyRatio = OrderStatistics.quantile(0.5, of: &daily)
    treatmentLoad = OrderStatistics.quantile(0.5, of: &scratch)
    rest = OrderStatistics.quantile(0.5, of: &rests)
  }
}
