/// A day under an ordered stop, from the end of a night to the end of the next one.
///
/// Both rules on stops look at it: load by night alone is a stop moved into the night, any other a
/// broken one. A stop that begins at night has no day of its own before that night; the day after it
/// tells.
struct StopDay {
  /// Spells of load above what a stop leaves.
  let spells: [Spell]
  /// Whether all of it was moved into the night.
  let isMoved: Bool

  /// The days of stops with load in them.
  static func all(in site: PowerCase) -> [StopDay] {
    guard site.orders.contains(OrderSchedule.stop) else { return [] }
    var days: [StopDay] = []
    for day in -1..<site.days {
      let begin = day * site.perDay + site.settings.nightEndInterval
      let slots = max(0, begin)..<min(site.count, begin + site.perDay)
      guard !slots.isEmpty else { continue }
      let limits = slots.map { site.orders[$0] == OrderSchedule.stop ? site.stopLimit($0) : .nan }
      let load = site[site.load]
      let spells = Spell.find(
        in: slots, least: site.settings.minimumIntervals, perDay: nil
      ) { load[$0] > limits[$0 - slots.lowerBound] }
      guard !spells.isEmpty else { continue }
      days.append(StopDay(spells: spells, isMoved: isMoved(slots, site)))
    }
    return days
  }

  /// By day next to nothing, by night half as much again as usual.
  private static func isMoved(_ slots: Range<Int>, _ site: PowerCase) -> Bool {
    let load = site[site.load]
    var (night, usual): (Float, Float) = (0, 0)
    for index in slots where site.isNight(index) && site.orders[index] == OrderSchedule.stop {
      let expected = site.expected(index)
      guard load[index] == load[index], expected == expected else { continue }
      night += load[index]
      usual += expected
    }
    guard night > 0, night >= Float(site.settings.nightRatio) * usual else { return false }
    if let isResting = isResting(slots, site) { return isResting }
    let next = slots.upperBound..<min(site.count, slots.upperBound + site.perDay)
    return isResting(next, site) ?? false
  }

  /// Whether a tenth of the hours by day under the stop have a load at most; nil without such hours.
  private static func isResting(_ slots: Range<Int>, _ site: PowerCase) -> Bool? {
    let load = site[site.load]
    var (day, above): (Int, Int) = (0, 0)
    for index in slots
    where load[index] == load[index] && !site.isNight(index)
      && site.orders[index] == OrderSchedule.stop
    {
      day += 1
      if load[index] > site.stopLimit(index) { above += 1 }
    }
    return day > 0 ? above * 10 <= day : nil
  }
}

extension PowerCase {
  /// Whether an interval lies in the night.
  func isNight(_ index: Int) -> Bool {
    let slot = index % perDay
    return slot >= settings.nightStartInterval || slot < settings.nightEndInterval
  }

  /// The load that an ordered stop leaves: a part of the usual one, and where little is usual at that
  /// hour, what counts as off.
  ///
  /// Without a baseline, what is industrial at all.
  func stopLimit(_ index: Int) -> Float {
    let usual = expected(index)
    guard usual == usual else { return Float(settings.industrialKW) }
    return max(Float(settings.stopLoadShare) * usual, threshold(load, index))
  }
}
