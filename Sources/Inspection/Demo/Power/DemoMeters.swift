public import CampaignData

/// Invents readings of meters with planted violations and known false alarms, by seed.
///
/// Plants of one, two or three shifts, 30 to 800 kW, whose load wanders by some percent (an
/// autoregressive process); treatment follows production, main is both and a rest. Half of the sites
/// do nothing wrong. No number is measured: the truth table tells whether rules find what they are
/// made for, not how often that occurs.
public struct DemoMeters: Sendable {
  /// Sites.
  public var count = 1000
  /// Days of readings.
  public var days = 30
  /// The first day.
  public var firstDay = CalendarDate(daysSince1970: 17_836)
  /// Seed of everything.
  public var seed: UInt64 = 1
  /// How much loads wander, as a share of themselves.
  public var noise = 0.08
  /// The part of readings that are lost, an hour at a time.
  public var gaps = 0.0
  /// Intervals in a day.
  public let perDay = 96

  /// The defaults: 2018-11-01 and the 29 days after it.
  public init() {}

  /// A site; the same for the same number and seed, whatever `count` is.
  public func site(_ number: Int) -> MeteredDemoSite {
    var random = DemoRandom(seed: seed, stream: "meters", number: number)
    let scenario = scenario(number, &random)
    var draft = MeterDraft(
      id: Self.id(number), scenario: scenario, days: days, firstDay: firstDay, noise: noise,
      &random)
    draft.plant(number, &random)
    draft.lose(gaps, &random)
    return draft.finished()
  }

  /// The identifier of a site: M and six digits, or more.
  public static func id(_ number: Int) -> String {
    let digits = String(number + 1)
    return "M" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }

  /// Half clean, the rest each kind in turn; sites of an outage come in fives, one feeder each.
  private func scenario(_ number: Int, _ random: inout DemoRandom) -> MeterScenario {
    if number % 200 >= 190, number % 200 < 195 { return .feederOutage }
    if random.chance(0.5) { return .clean }
    return random.pick(MeterScenario.allCases.filter { $0 != .clean && $0 != .feederOutage })
  }
}
