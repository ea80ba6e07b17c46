public import CampaignData

/// Puts rounds of two weeks into phases, around pauses.
///
/// The plan gives each phase its dates and its number of rounds, section 4, and the pause, section
/// 8.5; the days of a round follow from them, and whether they close at all.
public struct RoundSchedule: Sendable {
  /// Why rounds do not fill a phase.
  public enum Conflict: Error, Sendable, Hashable {
    /// A phase or what a pause leaves of it does not go from a Monday to a Sunday.
    case brokenWeek(phase: Int)
    /// A phase has room for so many weeks of work, and its rounds need another number.
    case weeks(phase: Int, found: Int, needed: Int)
    /// The round that was named cannot be the short one; these can.
    case notShort(Int, candidates: [Int])
  }

  /// The phases, in order.
  public let phases: [Phase]
  /// How many rounds each phase has.
  public let roundsByPhase: [Int]
  /// The days within a phase on which nobody inspects.
  public let pauses: [Pause]

  /// - Parameter roundsByPhase: as many numbers as phases.
  public init(phases: [Phase], roundsByPhase: [Int], pauses: [Pause]) {
    self.phases = phases
    self.roundsByPhase = roundsByPhase
    self.pauses = pauses
  }

  /// The plan's own: 4, 6 and 11 rounds.
  public init(_ calendar: RoundCalendar) {
    self.init(
      phases: calendar.phases,
      roundsByPhase: calendar.phases.map { phase in
        calendar.all.count { $0.phase == phase.number }
      },
      pauses: calendar.pauses)
  }

  /// The rounds of which one may have a single week so that all phases close; empty where none
  /// needs to.
  ///
  /// A round does not go on after a pause, so what lies before a pause and has an odd number of
  /// weeks must hold the short one.
  public func shortCandidates() throws(Conflict) -> [Int] {
    var candidates: [Int] = []
    var first = 1
    for (phase, count) in zip(phases, roundsByPhase) {
      let weeks = try stretches(of: phase).map(\.weeks)
      let total = weeks.reduce(0, +)
      guard total == 2 * count || total == 2 * count - 1 else {
        throw .weeks(phase: phase.number, found: total, needed: 2 * count)
      }
      var round = first
      for length in weeks {
        let rounds = (length + 1) / 2
        if length % 2 == 1 { candidates += Array(round..<round + rounds) }
        round += rounds
      }
      guard weeks.count(where: { $0 % 2 == 1 }) <= 1 else {
        throw .weeks(phase: phase.number, found: total, needed: 2 * count)
      }
      first += count
    }
    return candidates
  }

  /// The rounds, `short` being the one of a single week; nil takes the last that can be.
  ///
  /// Complexity: linear in rounds.
  public func rounds(short: Int? = nil) throws(Conflict) -> [CampaignRound] {
    let candidates = try shortCandidates()
    if let short, !candidates.contains(short) {
      throw .notShort(short, candidates: candidates)
    }
    let single = short ?? candidates.last
    var spans: [(phase: Int, days: ClosedRange<CalendarDate>)] = []
    for phase in phases {
      for stretch in try stretches(of: phase) {
        var day = stretch.days.lowerBound
        while day <= stretch.days.upperBound {
          let weeks = spans.count + 1 == single ? 1 : 2
          let last = min(day + (7 * weeks - 1), stretch.days.upperBound)
          spans.append((phase.number, day...last))
          day = last + 1
        }
      }
    }
    return spans.indices.map { round(at: $0, in: spans) }
  }

  private func round(
    at index: Int, in spans: [(phase: Int, days: ClosedRange<CalendarDate>)]
  ) -> CampaignRound {
    let span = spans[index]
    let before = index > 0 ? spans[index - 1].days.upperBound : nil
    return CampaignRound(
      number: index + 1, phase: span.phase, days: span.days,
      hasHandover: before == span.days.lowerBound - 1,
      verificationFrom: verification(after: index, spans.map(\.days)),
      source: "derived: rounds within the phase")
  }

  /// The week after every second round; where a pause follows, the first one after it.
  private func verification(after index: Int, _ spans: [ClosedRange<CalendarDate>]) -> CalendarDate?
  {
    guard index % 2 == 1 else { return nil }
    let day = spans[index].upperBound + 1
    guard let pause = pauses.first(where: { $0.days.contains(day) }) else {
      return index + 1 < spans.count ? day : nil
    }
    return pause.lastDay + 1
  }

  /// What pauses leave of a phase, each part in whole weeks.
  private func stretches(
    of phase: Phase
  ) throws(Conflict) -> [(days: ClosedRange<CalendarDate>, weeks: Int)] {
    var parts: [ClosedRange<CalendarDate>] = []
    var day = phase.firstDay
    for pause in pauses.sorted(by: { $0.firstDay < $1.firstDay })
    where pause.lastDay >= phase.firstDay && pause.firstDay <= phase.lastDay {
      if pause.firstDay > day { parts.append(day...(pause.firstDay - 1)) }
      day = max(day, pause.lastDay + 1)
    }
    if day <= phase.lastDay { parts.append(day...phase.lastDay) }
    var stretches: [(days: ClosedRange<CalendarDate>, weeks: Int)] = []
    for part in parts {
      guard part.lowerBound.weekday == 1, part.upperBound.weekday == 7 else {
        throw .brokenWeek(phase: phase.number)
      }
      stretches.append((part, (part.upperBound - part.lowerBound + 1) / 7))
    }
    return stretches
  }
}
