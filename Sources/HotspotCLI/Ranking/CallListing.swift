import CampaignData
import Geo
import Inspection
import Publishing
import Store
import Terminal

/// The calls of a day in words.
struct CallListing {
  private let desk: RankingDesk
  private let day: CalendarDate
  private let call: FindingsCall
  private let round: CampaignRound
  private let isOwnPast: Bool

  /// The round that a day lies in.
  static func round(
    of day: CalendarDate, known: ClosedRange<CalendarDate>
  ) throws -> CampaignRound {
    guard let round = CampaignData.rounds.containing(day) else {
      throw CommandFailure(
        status: .usage, message: "\(day) belongs to no round",
        hint: "Name a day of a round: `hotspot campaign show` lists them.")
    }
    guard known.overlaps(round.firstDay...day) else {
      throw CommandFailure(
        status: .badData,
        message: "round \(round.number) has no visits up to \(day) of days that were over",
        hint: "Visits are known from \(known.lowerBound) to \(known.upperBound).")
    }
    return round
  }

  /// Learns from the visits before the day's round; without any, from those of the round itself.
  init(desk: RankingDesk, day: CalendarDate, seed: UInt64) throws {
    self.desk = desk
    self.day = day
    round = try Self.round(of: day, known: desk.known)
    let first = round.firstDay
    let before = desk.judged.all.filter { $0.day < first }
    isOwnPast = before.isEmpty
    let store = desk.workspace.settings
    var settings = CallSettings()
    settings.shortest = store.integer("low_findings_days")
    settings.longest = max(settings.shortest, store.integer("call_longest_days"))
    settings.falseAlarmRate = store.real("call_false_alarm_rate")
    settings.seed = seed
    call = FindingsCall(past: isOwnPast ? desk.judged.all : before, settings: settings)
  }

  /// The listing; `all` shows teams that are not called about too.
  func listing(all: Bool) -> RankListing {
    let findings = call.findings(on: day, visits: desk.judged.all)
    let shown = all ? findings : findings.filter(\.isCalled)
    var table = ReportTable(
      key: "teams",
      caption: ReportPhrase(
        zh: "向派出省份通报的督查组（2018年方案第十（四）条）", en: "Teams to call about (the plan of 2018, section 10.4)"
      ),
      columns: Self.columns)
    let names = RankNames(desk.facts)
    for finding in shown {
      table.append(
        finding.teamID,
        [
          .text(.init(code: finding.teamID)), .text(names.team(finding.teamID)),
          .text(names.city(ofTeam: finding.teamID)),
          .text(.init(finding.days.lowerBound.description)),
          .text(.init(finding.days.upperBound.description)), .count(finding.visits),
          .decimal(finding.points, places: 2), .decimal(finding.expected, places: 1),
          .decimal(finding.chance, places: 5),
          .text(finding.isCalled ? .init(zh: "是", en: "yes") : .init(zh: "否", en: "no")),
          .decimal(finding.shortestPoints, places: 2),
        ])
    }
    return RankListing(
      title: ReportPhrase(
        zh: "电话通报：\(day)，第 \(round.number) 轮", en: "Calls on \(day), round \(round.number)"),
      tables: [table], notes: notes(findings), figures: figures(findings))
  }

  private static var columns: [ReportTable.Column] {
    [
      .init("team_id", .init(zh: "组编号", en: "id"), isNumber: false),
      .init("team", .init(zh: "督查组", en: "team"), isNumber: false),
      .init("city", .init(zh: "城市", en: "city"), isNumber: false),
      .init("from", .init(zh: "自", en: "from"), isNumber: false),
      .init("to", .init(zh: "至", en: "to"), isNumber: false),
      .init("visits", .init(zh: "检查", en: "visits")),
      .init("points", .init(zh: "得分点", en: "points")),
      .init("expected", .init(zh: "应得", en: "expected")),
      .init("chance", .init(zh: "偶然概率", en: "chance")),
      .init("called", .init(zh: "通报", en: "call"), isNumber: false),
      .init("last_days_points", .init(zh: "末3日得分点", en: "last days")),
    ]
  }

  private func notes(_ findings: [FindingsCall.Finding]) -> [ReportPhrase] {
    let called = findings.count(where: \.isCalled)
    let naive = findings.count { $0.shortestPoints == 0 }
    let level = JSONText.decimal(call.level, places: 5).compact
    let rate = JSONText.decimal(call.settings.falseAlarmRate, places: 4).compact
    var notes = [
      ReportPhrase(
        zh: "\(findings.count) 组中通报 \(called) 组：偶然概率不超过 \(level)；普通组每轮误报率 \(rate)，"
          + "由 \(call.simulated.trials) 组轮模拟定。末\(call.settings.shortest)日一无所得的有 \(naive) 组（朴素规则）。",
        en:
          "\(called) of \(findings.count) teams: chance of at most \(level), at which of ordinary "
          + "teams \(rate) are called about in a round (\(call.simulated.trials) simulated). "
          + "Nothing in the last \(call.settings.shortest) days, the naive rule: \(naive).")
    ]
    if call.level == 0 {
      notes.append(
        ReportPhrase(
          zh: "如此低的误报率下，这些点位应得太少，任何组都无法据此通报。",
          en: "At so low a rate these sites give too little for any team to be called about."))
    }
    if isOwnPast {
      notes.append(
        ReportPhrase(
          zh: "本轮之前没有检查：概率以本轮自身校正，结果偏宽。",
          en: "No visits before this round are known: chances are corrected by the round itself, "
            + "which hides what all teams lack."))
    }
    return notes
  }

  private func figures(_ findings: [FindingsCall.Finding]) -> [JSONText.Member] {
    [
      .init("day", .string(day.description)), .init("round", .integer(round.number)),
      .init("level", .decimal(call.level, places: 6)),
      .init("false_alarm_rate", .decimal(call.settings.falseAlarmRate, places: 6)),
      .init("simulated", .integer(call.simulated.trials)),
      .init("tested", .integer(findings.count)),
      .init("called", .integer(findings.count(where: \.isCalled))),
    ]
  }
}
