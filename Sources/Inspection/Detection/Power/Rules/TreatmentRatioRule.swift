/// Over a day treatment takes less than half of its own median part of production 治污用电比偏低, though
/// no spell of the day says so: it is switched on and off too quickly for that.
enum TreatmentRatioRule: PowerSiteRule {
  static func find(in site: PowerCase, into found: inout [DetectedAnomaly]) {
    guard site.isMetered(.treatment) else { return }
    let (p, t) = (site[site.load], site[.treatment])
    let (load, treatment) = (site.states(site.load), site.states(.treatment))
    for day in 0..<site.days {
      let slots = day * site.perDay..<(day + 1) * site.perDay
      let reference = site.reference(slots.lowerBound)
      guard reference.dailyRatio > 0 else { continue }
      var (production, cleaning): (Float, Float) = (0, 0)
      var (running, told, last, first) = (0, 0, slots.lowerBound, -1)
      for index in slots
      where load[index] == PowerState.on && treatment[index] != PowerState.missing {
        production += p[index]
        cleaning += t[index]
        running += 1
        last = index
        if first < 0 { first = index }
      }
      let ratio = cleaning / production
      // A quarter of a day at least, so that a start in the evening is no day.
      guard first >= 0, running * 4 >= site.perDay,
        ratio < Float(site.settings.treatmentRatio) * reference.dailyRatio
      else { continue }
      told = held(site, slots, load, treatment)
      guard told * 2 < running else { continue }
      let spell = Spell(start: first, end: last + 1, held: running)
      found.append(
        site.anomaly(
          .treatmentRatio, spell,
          severity: 0.3 + 0.7 * (1 - ratio / reference.dailyRatio), circuit: .treatment,
          value: ratio, reference: reference.dailyRatio))
    }
  }

  /// How many intervals of a day the rules on spells tell of.
  private static func held(
    _ site: PowerCase, _ slots: Range<Int>, _ load: [UInt8], _ treatment: [UInt8]
  ) -> Int {
    let (p, t) = (site[site.load], site[.treatment])
    let least = Float(site.settings.treatmentRatio) * site.reference(slots.lowerBound).ratio
    let spells = Spell.find(
      in: slots, least: site.settings.minimumIntervals, perDay: nil
    ) { index in
      load[index] == PowerState.on
        && (treatment[index] == PowerState.off
          || (treatment[index] == PowerState.on && t[index] < least * p[index]))
    }
    return spells.reduce(0) { $0 + $1.held }
  }
}
