import CampaignData

/// Spells of heavy pollution in winter, and the warnings that cities give for them.
///
/// Episodes are of a whole region; a city of it joins with a chance. How many, how long and how many
/// cities is an assumption.
struct SmogEpisodes: Sendable {
  /// The warnings, by identifier.
  let warnings: [PollutionWarning]
  /// For every warned day: the cities, by index.
  private let warnedCities: [CalendarDate: Set<Int>]

  /// Days between two episodes of a region at least, then a wait with this mean.
  private static let gap = 9
  private static let meanWait = 9.0
  private static let joining = 0.6

  init(cities: [City], days: ClosedRange<CalendarDate>, seed: UInt64) {
    var warnings: [PollutionWarning] = []
    var warned: [CalendarDate: Set<Int>] = [:]
    for region in Region.allCases {
      var random = DemoRandom(seed: seed, stream: "smog " + region.rawValue)
      var day = days.lowerBound
      while day <= days.upperBound {
        let isWinter = day.month >= 11 || day.month <= 2
        guard isWinter, random.chance(1 / Self.meanWait) else {
          day = day + 1
          continue
        }
        let length = 2 + random.below(4)
        for (number, city) in cities.enumerated()
        where city.region == region && random.chance(Self.joining) {
          let level = random.chance(0.12) ? "red" : random.chance(0.6) ? "orange" : "yellow"
          warnings.append(
            PollutionWarning(
              id: "W\(day)-\(city.code)", cityCode: city.code, level: level,
              startedAt: Moment(day), endedAt: Moment(day + length - 1, hour: 23, minute: 59),
              knownAt: Moment(day - 1, hour: 16)))
          for offset in 0..<length { warned[day + offset, default: []].insert(number) }
        }
        day = day + length + Self.gap
      }
    }
    self.warnings = warnings.sorted { $0.id < $1.id }
    warnedCities = warned
  }

  /// The cities, by index, with a warning on a day.
  func cities(on day: CalendarDate) -> Set<Int> { warnedCities[day] ?? [] }
}
