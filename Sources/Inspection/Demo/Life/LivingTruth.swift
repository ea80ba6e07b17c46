import CampaignData
import Geo

/// What is really wrong where, day by day: violations begin, last, are found, put right and come back.
///
/// Chance is a number of site and day, so that two campaigns of the same seed differ only by what was
/// done in them.
struct LivingTruth: Sendable {
  let rules: LifeRules
  private(set) var date: CalendarDate
  /// For every site its present violation, or the last.
  private(set) var spells: [ViolationSpell]
  /// For every site: how often a violation began; with it a violation has a name.
  private(set) var counts: [UInt16]
  /// For every site: whether its present violation was found.
  private var isFound: [Bool]
  /// For every site: the day until which it is careful, and that on which it falls back.
  private var carefulUntil: [Int32]
  private var relapseOn: [Int32]

  private let seed: UInt64
  /// For every site: the chance that it begins on a day of a usual season.
  private let onsets: [Double]
  private let seasons: LifeSeasons
  private let cityOfSite: [UInt8]

  private static let never = Int32.max

  init(
    population: DemoPopulation, probabilities: [Double], seasons: LifeSeasons, start: CalendarDate,
    rules: LifeRules
  ) {
    self.rules = rules
    self.seasons = seasons
    seed = population.seed &* 0x9e37_79b9_7f4a_7c15 &+ 0x51fe
    date = start
    let count = population.sites.count
    onsets = probabilities.map { $0 / (max(1e-9, 1 - $0) * rules.meanSpell) }
    var cities = [UInt8](repeating: 0, count: count)
    for (city, sites) in population.sitesOfCity.enumerated() {
      for site in sites { cities[site] = UInt8(truncatingIfNeeded: city) }
    }
    cityOfSite = cities
    let seed = seed
    let season = seasons.factors(on: start)
    spells = probabilities.indices.map { site in
      let chance = min(0.97, probabilities[site] * season[Int(seasons.classes[site])])
      return DemoRandom.hash(seed, site, -1) < chance
        ? ViolationSpell(from: start - 300, until: ViolationSpell.endless) : .never
    }
    counts = [UInt16](repeating: 0, count: count)
    isFound = [Bool](repeating: false, count: count)
    carefulUntil = [Int32](repeating: .min, count: count)
    relapseOn = [Int32](repeating: Self.never, count: count)
  }

  /// Lets the days up to one pass; in cities with a warning firms of the emergency list break it more
  /// readily.
  ///
  /// - Parameter warned: the cities, by index, with a warning on a day.
  mutating func advance(to day: CalendarDate, warned: (CalendarDate) -> Set<Int>) {
    while date < day {
      date = date + 1
      step(warned(date))
    }
  }

  private mutating func step(_ warned: Set<Int>) {
    let today = Int32(date.daysSince1970)
    let season = seasons.factors(on: date)
    let ending = 1 / rules.meanSpell
    let (day, date) = (date.daysSince1970, date)
    for site in spells.indices {
      if spells[site].contains(date) {
        // A violation that is being put right ends when it is.
        if spells[site].until == ViolationSpell.endless,
          DemoRandom.hash(seed, site, day) < ending
        {
          spells[site].until = date
        }
        continue
      }
      var chance = onsets[site] * season[Int(seasons.classes[site])]
      if today < carefulUntil[site] { chance *= rules.carefulShare }
      if !warned.isEmpty, seasons.classes[site] == LifeSeasons.emergencyClass,
        warned.contains(Int(cityOfSite[site]))
      {
        chance *= Self.warningFactor
      }
      guard relapseOn[site] == today || DemoRandom.hash(seed, site, day) < chance else { continue }
      spells[site] = ViolationSpell(from: date, until: ViolationSpell.endless)
      counts[site] &+= 1
      isFound[site] = false
      relapseOn[site] = Self.never
    }
  }

  /// How much more readily a firm of the emergency list begins on a day with a warning: an assumption.
  private static let warningFactor = 25.0

  /// Whether a site violates today.
  func violates(_ site: Int) -> Bool { spells[site].contains(date) }

  /// Whether a visit today would find something that was not found yet, if the crew saw everything.
  func isToBeFound(_ site: Int) -> Bool { !isFound[site] && spells[site].contains(date) }

  /// Whether a violation still goes on, by the number that it had.
  func isOpen(_ site: Int, violation: UInt16) -> Bool {
    counts[site] == violation && spells[site].contains(date)
  }

  /// Whether the city says of a violation that it was put right though it was not.
  func isFalselyReported(_ site: Int, _ violation: UInt16) -> Bool {
    DemoRandom.hash(seed &+ 3, site, Int(violation)) < rules.falseReports
  }

  /// Visits a site; true if the crew finds a problem that was not found yet.
  ///
  /// - Parameter skill: the part of violations that the crew sees.
  mutating func visit(_ site: Int, skill: Double) -> Bool {
    guard isToBeFound(site),
      DemoRandom.hash(seed &+ 1, site, Int(counts[site])) < skill
    else { return false }
    isFound[site] = true
    mend(site, share: rules.mended, within: rules.mendingDays, salt: 2)
    return true
  }

  /// What a verification of a found violation sees today, by the number that it had; firms that did
  /// nothing mostly do so then.
  mutating func recheck(_ site: Int, of count: UInt16) -> RecheckSight {
    guard spells[site].contains(date) else { return .done }
    guard counts[site] == count else { return .recurred }
    guard spells[site].until == ViolationSpell.endless else { return .underWay }
    mend(
      site, share: rules.mendedAfterRecheck, within: rules.mendingDaysAfterRecheck,
      salt: date.daysSince1970)
    return .notDone
  }

  private mutating func mend(
    _ site: Int, share: Double, within days: ClosedRange<Int>, salt: Int
  ) {
    var random = DemoRandom(
      seed: seed &+ UInt64(bitPattern: Int64(salt)), stream: "mend",
      number: site * 4096 + Int(counts[site]))
    guard random.chance(share) else { return }
    let end = date + days.lowerBound + random.below(days.count)
    guard end < spells[site].until else { return }
    spells[site].until = end
    carefulUntil[site] = Int32(end.daysSince1970 + rules.carefulDays)
    if random.chance(rules.relapse) {
      let wait = rules.relapseDays.lowerBound + random.below(rules.relapseDays.count)
      relapseOn[site] = Int32(end.daysSince1970 + wait)
    }
  }
}
