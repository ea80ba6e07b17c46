import CampaignData
import Inspection
import Publishing
import Store

/// Repeated low rank in words.
struct LowListing {
  private let desk: RankingDesk
  private let weeks: [ClosedRange<CalendarDate>]
  private let teams: LowRanks
  private let senders: LowRanks?

  /// The last weeks with visits, the last one given.
  init(desk: RankingDesk, last: ClosedRange<CalendarDate>, weeks count: Int?) throws {
    self.desk = desk
    let settings = desk.workspace.settings
    let count = count ?? settings.integer("low_rank_weeks")
    weeks = (0..<count).map { (last.lowerBound - 7 * $0)...(last.upperBound - 7 * $0) }
      .filter { !desk.judged.on($0).isEmpty }
    let known = try desk.senders()
    let calibration = desk.calibration(
      upTo: (weeks.last?.lowerBound ?? last.lowerBound)...last.upperBound)
    let work = weeks.map { week in
      (week: week, teams: desk.work(on: week, calibration, by: \.teamID))
    }
    func ranks(_ accounts: [[UnitWork]]) -> LowRanks {
      LowRanks(
        weeks: accounts.map { week in
          desk.ranking(week, history: accounts.flatMap(\.self), calibration, top: 1)
            .units.map(\.key)
        }, share: settings.real("low_rank_share"),
        falseAlarms: settings.real("low_rank_false_alarms"))
    }
    teams = ranks(work.map(\.teams))
    senders =
      known.isEmpty
      ? nil
      : ranks(
        work.map { entry in
          let round = CampaignData.rounds.containing(entry.week.lowerBound)?.number ?? 0
          return known.accounts(of: entry.teams, round: round)
        })
  }

  /// The listing; `all` shows those that are not flagged too.
  func listing(all: Bool) -> RankListing {
    let names = RankNames(desk.facts)
    var tables: [ReportTable] = []
    if let senders {
      tables.append(
        table(
          senders, key: "senders", caption: .init(zh: "派员城市", en: "Sending cities"), all: all
        ) { key in
          let place = SendingPlace(key: key)
          return ReportPhrase(recorded: place.province + place.city)
        })
    }
    tables.append(
      table(teams, key: "teams", caption: .init(zh: "督查组", en: "Teams"), all: all) {
        names.team($0)
      })
    return RankListing(
      title: ReportPhrase(
        zh: "连续排名较差（最近 \(weeks.count) 周）", en: "Repeated low rank in the last \(weeks.count) weeks"),
      tables: tables, notes: notes)
  }

  private func table(
    _ ranks: LowRanks, key: String, caption: ReportPhrase, all: Bool,
    name: (String) -> ReportPhrase
  ) -> ReportTable {
    var table = ReportTable(
      key: key, caption: caption,
      columns: [
        .init("name", .init(zh: "名称", en: "name"), isNumber: false),
        .init("weeks", .init(zh: "周数", en: "weeks")),
        .init("low", .init(zh: "末位次数", en: "low")),
        .init("chance", .init(zh: "偶然概率", en: "chance")),
        .init("flagged", .init(zh: "标记", en: "flagged"), isNumber: false),
      ])
    for unit in ranks.units where all || unit.isFlagged {
      table.append(
        unit.key,
        [
          .text(name(unit.key)), .count(unit.weeks), .count(unit.low),
          .decimal(unit.chance, places: 5),
          .text(unit.isFlagged ? .init(zh: "是", en: "yes") : .init(zh: "否", en: "no")),
        ])
    }
    return table
  }

  private var notes: [ReportPhrase] {
    let rate = JSONText.decimal(teams.falseAlarms, places: 4).compact
    let expected = JSONText.decimal(teams.falseAlarms * Double(teams.units.count), places: 1)
      .compact
    var notes = [
      ReportPhrase(
        zh: "标记：偶然概率不超过 \(rate)。\(teams.units.count) 组中至多约 \(expected) 组会被无故标记；"
          + "标记 \(teams.units.count(where: \.isFlagged)) 组。",
        en: "Flagged: a chance of at most \(rate). Of \(teams.units.count) teams up to about "
          + "\(expected) would be flagged without fault; flagged: "
          + "\(teams.units.count(where: \.isFlagged)).")
    ]
    if senders == nil {
      notes.append(
        ReportPhrase(
          zh: "没有轮次人员：只按组计。人员每两周轮换，跨轮重复的是组的位置，不是人。",
          en: "No crews are known: only teams are counted. People change every two weeks, so what "
            + "repeats over rounds is a team's seat, not its people."))
    }
    return notes
  }
}
