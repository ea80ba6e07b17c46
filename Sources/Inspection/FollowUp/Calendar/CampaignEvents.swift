public import CampaignData

/// What a calendar of rounds means for everybody, day by day.
public enum CampaignEvents {
  /// All events, in the order of their first days; of one day the longest first.
  public static func all(
    of calendar: RoundCalendar, holidays: [Holiday] = CampaignData.workCalendar.holidays
  ) -> [CampaignEvent] {
    var events = calendar.phases.map(phase)
    events += calendar.pauses.map(pause)
    for (index, round) in calendar.all.enumerated() {
      let next = index + 1 < calendar.all.count ? calendar.all[index + 1] : nil
      events.append(self.round(round, in: calendar))
      events += crews(of: round, next: next)
      events += verification(after: round, in: calendar)
    }
    events += namesDue(in: calendar)
    events += workedHolidays(holidays, in: calendar)
    return events.sorted {
      ($0.days.lowerBound, $1.days.upperBound, order($0.kind))
        < ($1.days.lowerBound, $0.days.upperBound, order($1.kind))
    }
  }

  private static func order(_ kind: CampaignEvent.Kind) -> Int {
    CampaignEvent.Kind.allCases.firstIndex(of: kind) ?? 0
  }

  private static func phase(_ phase: Phase) -> CampaignEvent {
    let isBoth = phase.regions.count > 1
    return CampaignEvent(
      .phase, phase.days, zh: phase.nameZH, en: phase.nameEN,
      noteZH: isBoth ? "“2+26”城市和汾渭平原11城市" : "“2+26”城市",
      noteEN: isBoth ? "2+26 cities and the 11 of the Fenwei Plain" : "2+26 cities")
  }

  private static func pause(_ pause: Pause) -> CampaignEvent {
    CampaignEvent(.pause, pause.days, zh: pause.nameZH, en: pause.nameEN)
  }

  private static func round(_ round: CampaignRound, in calendar: RoundCalendar) -> CampaignEvent {
    let isShort = round.length < 14
    let weeks = calendar.all.filter { $0.phase == round.phase }.reduce(0) { $0 + $1.length } / 7
    return CampaignEvent(
      .round, round.days, round: round.number, zh: "第\(round.number)轮", en: "Round \(round.number)",
      noteZH: isShort ? "仅一周：第\(round.phase)阶段可督查 \(weeks) 周，两周一轮排不满" : "",
      noteEN: isShort
        ? "one week only: phase \(round.phase) has \(weeks) weeks to inspect, which rounds of two "
          + "do not fill" : "")
  }

  /// Arrival on Sunday, the hand-over on Monday, the earlier crew's departure on Tuesday; where no
  /// crew follows, the last one leaves on the Monday after its round.
  private static func crews(of round: CampaignRound, next: CampaignRound?) -> [CampaignEvent] {
    let number = round.number
    let eve = round.firstDay - 1
    var events = [
      CampaignEvent(
        .arrival, eve...eve, round: number, zh: "第\(number)轮人员到达",
        en: "Crew of round \(number) arrives")
    ]
    if let day = round.handoverDay {
      events.append(
        CampaignEvent(
          .handover, day...day, round: number, zh: "第\(number)轮交接日",
          en: "Hand-over to round \(number)", noteZH: "前后两轮6人：4人督查，2人交接材料",
          noteEN: "six people of both crews: four inspect, two hand over"))
      events.append(
        CampaignEvent(
          .departure, (day + 1)...(day + 1), round: number - 1, zh: "第\(number - 1)轮人员离开",
          en: "Crew of round \(number - 1) leaves"))
    }
    if next?.hasHandover != true {
      let day = round.lastDay + 1
      events.append(
        CampaignEvent(
          .departure, day...day, round: number, zh: "第\(number)轮人员离开",
          en: "Crew of round \(number) leaves", noteZH: "无后续轮次交接（推定）",
          noteEN: "no crew follows at once (an assumption)"))
    }
    return events
  }

  private static func verification(
    after round: CampaignRound, in calendar: RoundCalendar
  ) -> [CampaignEvent] {
    let rounds = round.number > 1 ? "\(round.number - 1)、\(round.number)" : "\(round.number)"
    let roundsEN = round.number > 1 ? "\(round.number - 1) and \(round.number)" : "\(round.number)"
    if let first = round.verificationFrom {
      let isInRound = calendar.containing(first) != nil
      return [
        CampaignEvent(
          .verification, first...(first + 6), round: round.number, zh: "核查第\(rounds)轮问题",
          en: "Verification of rounds \(roundsEN)",
          noteZH: isInRound ? "作为下一轮首周的必查点位" : "轮次之间的一周；由谁核查为推定",
          noteEN: isInRound
            ? "as required visits in the first week of the next round"
            : "in the gap between rounds; by whom is an assumption")
      ]
    }
    guard round.number == calendar.all.last?.number else { return [] }
    let day = round.lastDay + 1
    return [
      CampaignEvent(
        .openList, day...day, round: round.number, zh: "列出仍未办结的问题",
        en: "What is still open is listed", noteZH: "其后无轮次可核查", noteEN: "no round follows")
    ]
  }

  /// The 15th before each month in which a crew begins.
  private static func namesDue(in calendar: RoundCalendar) -> [CampaignEvent] {
    var months: [(year: Int, month: Int)] = []
    for round in calendar.all {
      let month = (round.firstDay.year, round.firstDay.month)
      if months.last.map({ $0 != month }) ?? true { months.append(month) }
    }
    return months.compactMap { year, month in
      let before = month == 1 ? (year - 1, 12) : (year, month - 1)
      return CalendarDate(year: before.0, month: before.1, day: 15).map { day in
        CampaignEvent(
          .namesDue, day...day, zh: "报送\(month)月督查人员名单",
          en: "Names for \(year)-\(month < 10 ? "0" : "")\(month) are due")
      }
    }
  }

  private static func workedHolidays(
    _ holidays: [Holiday], in calendar: RoundCalendar
  ) -> [CampaignEvent] {
    holidays.filter { !$0.isWorked }.compactMap { holiday in
      guard let round = calendar.containing(holiday.date) else { return nil }
      return CampaignEvent(
        .workedHoliday, holiday.date...holiday.date, round: round.number,
        zh: "\(holiday.nameZH)照常督查", en: "\(holiday.nameEN) is worked", noteZH: "任务结束后补休",
        noteEN: "time off comes afterwards")
    }
  }
}
