import CampaignData
import Inspection
import Publishing
import Terminal

/// The campaign's calendar in words, as a table and as JSON.
struct CampaignReport {
  /// The calendar with the rounds as they follow from phases and pauses.
  let calendar: RoundCalendar
  private let candidates: [Int]
  private let language: Language

  /// - Parameter shortRound: the round of a single week; nil: the last that can be.
  init(shortRound: Int?, language: Language) throws {
    let plan = CampaignData.rounds
    let schedule = RoundSchedule(plan)
    self.language = language
    do {
      candidates = try schedule.shortCandidates()
      calendar = RoundCalendar(
        phases: plan.phases, rounds: try schedule.rounds(short: shortRound), pauses: plan.pauses)
    } catch {
      throw Self.failure(error)
    }
  }

  private var events: [CampaignEvent] { CampaignEvents.all(of: calendar) }

  /// The events as an iCalendar file.
  var iCalendar: String { ICalendarDocument(events, language: language).text }

  /// A line a round, and why one of them is short.
  var roundTable: String {
    var table = TextTable([
      (language.pick(zh: "轮次", en: "round"), .right),
      (language.pick(zh: "阶段", en: "phase"), .right),
      (language.pick(zh: "首日", en: "first day"), .left),
      (language.pick(zh: "末日", en: "last day"), .left),
      (language.pick(zh: "天数", en: "days"), .right),
      (language.pick(zh: "交接日", en: "hand-over"), .left),
      (language.pick(zh: "其后核查自", en: "verified from"), .left),
    ])
    for round in calendar.all {
      table.append([
        "\(round.number)", "\(round.phase)", round.firstDay.description, round.lastDay.description,
        "\(round.length)", round.handoverDay?.description ?? "-",
        round.verificationFrom?.description ?? "",
      ])
    }
    return table.text + pauseLines + explanation + "\n"
  }

  /// Every event with its days.
  var eventTable: String {
    var table = TextTable([
      (language.pick(zh: "首日", en: "first day"), .left),
      (language.pick(zh: "末日", en: "last day"), .left),
      (language.pick(zh: "事项", en: "event"), .left),
      (language.pick(zh: "说明", en: "note"), .left),
    ])
    for event in events {
      table.append([
        event.days.lowerBound.description, event.days.upperBound.description,
        language.pick(zh: event.titleZH, en: event.titleEN),
        language.pick(zh: event.noteZH, en: event.noteEN),
      ])
    }
    return table.text
  }

  private var pauseLines: String {
    calendar.pauses.map { pause in
      language.pick(
        zh: "暂停：\(pause.firstDay) 至 \(pause.lastDay)，\(pause.nameZH)\n",
        en: "Pause: \(pause.firstDay) to \(pause.lastDay), \(pause.nameEN)\n")
    }.joined()
  }

  /// Why one round is short, and which others could be.
  private var explanation: String {
    guard let short = calendar.all.first(where: { $0.length < 14 }) else { return "" }
    let weeks = calendar.all.filter { $0.phase == short.phase }.reduce(0) { $0 + $1.length } / 7
    let count = calendar.all.count { $0.phase == short.phase }
    let others = candidates.map(String.init).joined(separator: language.pick(zh: "、", en: ", "))
    return language.pick(
      zh: "第\(short.phase)阶段除去暂停有 \(weeks) 周，\(count) 轮各两周需 \(2 * count) 周：一轮只有一周，"
        + "可为第 \(others) 轮，现取第 \(short.number) 轮（--short-round）。",
      en:
        "Phase \(short.phase) has \(weeks) weeks without the pause, its \(count) rounds of two need "
        + "\(2 * count): one round has a single week. It can be any of \(others); here it is "
        + "\(short.number) (--short-round).")
  }

  /// Rounds and events.
  var json: JSONText {
    .object([
      .init(
        "rounds",
        .array(
          calendar.all.map { round in
            .object([
              .init("round", .integer(round.number)), .init("phase", .integer(round.phase)),
              .init("first_day", .string(round.firstDay.description)),
              .init("last_day", .string(round.lastDay.description)),
              .init("handover", .bool(round.hasHandover)),
              .init("verification_from", .optional(round.verificationFrom?.description)),
            ])
          })),
      .init("short_candidates", .array(candidates.map(JSONText.integer))),
      .init(
        "events",
        .array(
          events.map { event in
            .object([
              .init("kind", .string(event.kind.rawValue)), .init("round", .optional(event.round)),
              .init("first_day", .string(event.days.lowerBound.description)),
              .init("last_day", .string(event.days.upperBound.description)),
              .init("title", .string(language.pick(zh: event.titleZH, en: event.titleEN))),
              .init("note", .string(language.pick(zh: event.noteZH, en: event.noteEN))),
            ])
          })),
    ])
  }

  private static func failure(_ conflict: RoundSchedule.Conflict) -> CommandFailure {
    switch conflict {
    case .notShort(let round, let candidates):
      CommandFailure(
        status: .usage, message: "round \(round) cannot be the short one",
        hint: "Its phase closes with one of \(candidates.map(String.init).joined(separator: ", "))."
      )
    case .brokenWeek(let phase):
      CommandFailure(
        status: .software, message: "phase \(phase) does not go from a Monday to a Sunday",
        hint: "Correct Data/tables/phases.csv.")
    case .weeks(let phase, let found, let needed):
      CommandFailure(
        status: .software,
        message: "phase \(phase) has \(found) weeks of work, its rounds need \(needed)",
        hint: "Correct Data/tables/phases.csv or pauses.csv.")
    }
  }
}
