/// A stop was ordered and work merely moved into the night 停产转夜间生产: by day next to nothing, by
/// night half as much again as is usual at night.
enum MovedToNightRule: PowerSiteRule {
  static func find(in site: PowerCase, into found: inout [DetectedAnomaly]) {
    for day in StopDay.all(in: site) where day.isMoved {
      let spells = day.spells.filter { site.isNight($0.start) || site.isNight($0.end - 1) }
      guard let first = spells.first, let last = spells.last else { continue }
      let all = Spell(
        start: first.start, end: last.end, held: spells.reduce(0) { $0 + $1.held })
      found.append(
        site.anomaly(
          .movedToNight, all, severity: 0.6 + 0.4 * site.weight(all), circuit: site.load,
          value: site.mean(site.load, all), reference: site.meanExpected(all)))
    }
  }
}
