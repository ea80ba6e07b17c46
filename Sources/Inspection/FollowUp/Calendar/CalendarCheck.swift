public import CampaignData

/// Finds what contradicts the plan's rules, or itself, in any calendar.
///
/// The rules: rounds of two weeks from Monday to Sunday, section 4, without a gap within a phase but
/// for pauses, section 8.5; a hand-over between crews that follow each other, section 7.4; a week of
/// verification after every two rounds, section 5.4.
public struct CalendarCheck: Sendable {
  private let calendar: RoundCalendar
  private var found: [CalendarContradiction] = []

  private init(_ calendar: RoundCalendar) {
    self.calendar = calendar
  }

  /// All contradictions, in the order of their days.
  public static func contradictions(in calendar: RoundCalendar) -> [CalendarContradiction] {
    var check = CalendarCheck(calendar)
    check.checkPhases()
    check.checkPauses()
    check.checkRounds()
    check.checkDays()
    check.checkHandovers()
    check.checkVerification()
    return check.found.sorted { ($0.day, $0.kind.rawValue) < ($1.day, $1.kind.rawValue) }
  }

  private mutating func add(
    _ kind: CalendarContradiction.Kind, _ day: CalendarDate, round: Int? = nil, zh: String,
    en: String
  ) {
    found.append(CalendarContradiction(kind: kind, round: round, day: day, zh: zh, en: en))
  }

  private mutating func checkPhases() {
    let phases = calendar.phases
    for (index, phase) in phases.enumerated() {
      if phase.number != index + 1 {
        add(
          .numbering, phase.firstDay, zh: "第\(phase.number)阶段应为第\(index + 1)阶段",
          en: "phase \(phase.number) comes as number \(index + 1)")
      }
      checkWeeks(phase.days, zh: "第\(phase.number)阶段", en: "phase \(phase.number)")
      if index > 0, phases[index - 1].lastDay >= phase.firstDay {
        add(
          .overlap, phase.firstDay, zh: "第\(phase.number)阶段与前一阶段重叠",
          en: "phase \(phase.number) begins before phase \(phases[index - 1].number) ends")
      }
    }
  }

  private mutating func checkPauses() {
    for pause in calendar.pauses {
      checkWeeks(pause.days, zh: pause.nameZH, en: "pause \"\(pause.nameEN)\"")
      let isInside = calendar.phases.contains {
        $0.days.contains(pause.firstDay) && $0.days.contains(pause.lastDay)
      }
      if !isInside {
        add(
          .outsidePhase, pause.firstDay, zh: "\(pause.nameZH)不在任何阶段之内",
          en: "pause \"\(pause.nameEN)\" lies within no phase")
      }
    }
  }

  private mutating func checkRounds() {
    var previous: CampaignRound?
    for (index, round) in calendar.all.enumerated() {
      let (zh, en) = ("第\(round.number)轮", "round \(round.number)")
      if round.number != index + 1 {
        add(
          .numbering, round.firstDay, round: round.number, zh: "\(zh)应为第\(index + 1)轮",
          en: "\(en) comes as number \(index + 1)")
      }
      checkWeeks(round.days, round: round.number, zh: zh, en: en)
      if let previous, previous.lastDay >= round.firstDay {
        add(
          .overlap, round.firstDay, round: round.number, zh: "\(zh)与第\(previous.number)轮重叠",
          en: "\(en) begins before round \(previous.number) ends")
      }
      let phase = calendar.phases.first { $0.number == round.phase }
      if phase.map({ !$0.days.contains(round.firstDay) || !$0.days.contains(round.lastDay) })
        ?? true
      {
        add(
          .outsidePhase, round.firstDay, round: round.number, zh: "\(zh)不在第\(round.phase)阶段之内",
          en: "\(en) does not lie within phase \(round.phase)")
      }
      for pause in calendar.pauses where pause.days.overlaps(round.days) {
        add(
          .inPause, max(pause.firstDay, round.firstDay), round: round.number,
          zh: "\(zh)与\(pause.nameZH)重叠", en: "\(en) shares days with pause \"\(pause.nameEN)\"")
      }
      checkLength(of: round)
      previous = round
    }
  }

  /// Two weeks; a single one only where the phase's weeks are odd, and once.
  private mutating func checkLength(of round: CampaignRound) {
    guard round.length != 14 else { return }
    let rounds = calendar.all.filter { $0.phase == round.phase }
    let isTheShortOne =
      round.length == 7 && workingDays(ofPhase: round.phase) % 14 == 7
      && rounds.count { $0.length == 7 } == 1
    guard !isTheShortOne else { return }
    add(
      .length, round.firstDay, round: round.number, zh: "第\(round.number)轮为 \(round.length) 天，应为两周",
      en: "round \(round.number) has \(round.length) days where a round has two weeks")
  }

  /// What pauses leave of a phase.
  private func workingDays(ofPhase number: Int) -> Int {
    guard let phase = calendar.phases.first(where: { $0.number == number }) else { return 0 }
    return calendar.pauses.filter { $0.days.overlaps(phase.days) }
      .reduce(phase.days.length) { $0 - $1.days.clamped(to: phase.days).length }
  }

  private mutating func checkWeeks(
    _ days: ClosedRange<CalendarDate>, round: Int? = nil, zh: String, en: String
  ) {
    if days.lowerBound.weekday != 1 {
      add(
        .brokenWeek, days.lowerBound, round: round, zh: "\(zh)首日 \(days.lowerBound) 不是星期一",
        en: "\(en) begins on \(days.lowerBound), no Monday")
    }
    if days.upperBound.weekday != 7 {
      add(
        .brokenWeek, days.upperBound, round: round, zh: "\(zh)末日 \(days.upperBound) 不是星期日",
        en: "\(en) ends on \(days.upperBound), no Sunday")
    }
  }

  /// Days of a phase that nothing claims, told as ranges.
  private mutating func checkDays() {
    for phase in calendar.phases {
      var first: CalendarDate?
      for offset in 0...(phase.lastDay - phase.firstDay + 1) {
        let day = phase.firstDay + offset
        let isIdle =
          day <= phase.lastDay && !calendar.all.contains { $0.days.contains(day) }
          && !calendar.pauses.contains { $0.days.contains(day) }
        if isIdle { first = first ?? day }
        guard !isIdle, let idle = first else { continue }
        add(
          .idleDays, idle, zh: "第\(phase.number)阶段 \(idle) 至 \(day - 1) 既无轮次也非暂停",
          en: "\(idle) to \(day - 1) of phase \(phase.number) belong to no round and no pause")
        first = nil
      }
    }
  }

  private mutating func checkHandovers() {
    for round in calendar.all {
      let follows = calendar.all.contains { $0.lastDay == round.firstDay - 1 }
      guard round.hasHandover != follows else { continue }
      add(
        .handover, round.firstDay, round: round.number,
        zh: follows ? "第\(round.number)轮应有交接日" : "第\(round.number)轮前无督查组可交接",
        en: follows
          ? "round \(round.number) follows another crew and has no hand-over"
          : "round \(round.number) has a hand-over and no crew before it")
    }
  }

  private mutating func checkVerification() {
    for (index, round) in calendar.all.enumerated() {
      let isDue = round.number % 2 == 0 && index + 1 < calendar.all.count
      guard let first = round.verificationFrom else {
        if isDue {
          add(
            .verification, round.lastDay + 1, round: round.number,
            zh: "第\(round.number)轮之后未安排核查周",
            en: "no week of verification after round \(round.number)")
        }
        continue
      }
      let next = index + 1 < calendar.all.count ? calendar.all[index + 1].firstDay : nil
      let isInPause = calendar.pauses.contains { $0.days.contains(first) }
      let isInTime = first > round.lastDay && next.map { first <= $0 } ?? true
      guard round.number % 2 == 0, isInTime, !isInPause, first.weekday == 1 else {
        add(
          .verification, first, round: round.number,
          zh: "第\(round.number)轮之后的核查周 \(first) 应在下一轮首周之前、星期一开始、不在暂停期",
          en:
            "the week of verification from \(first) after round \(round.number) should begin on a "
            + "Monday after it, no later than the next round and not in a pause")
        continue
      }
    }
  }
}

extension ClosedRange<CalendarDate> {
  /// How many days it has.
  fileprivate var length: Int { upperBound - lowerBound + 1 }
}
