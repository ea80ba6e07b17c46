import CampaignData
import Inspection
import Publishing
import Store
import Terminal

/// The month's letters of thanks 致函表扬和感谢.
///
/// Source: the plan of 2018, section 10.3.
struct LetterListing {
  /// A letter: one team, one place that sent it.
  private struct Letter {
    let round: CampaignRound
    let unit: RankedUnit
    let place: SendingPlace
  }

  private let desk: RankingDesk
  private let month: CalendarMonth
  private let letters: [Letter]
  /// Teams among the first whose sender nobody knows.
  private let unknown: [(round: Int, teamID: String)]

  /// The rounds that ended in a month and have visits.
  static func rounds(
    in month: CalendarMonth, known: ClosedRange<CalendarDate>
  ) throws -> [CampaignRound] {
    let ended = CampaignData.rounds.all.filter { CalendarMonth($0.lastDay) == month }
    let rounds = ended.filter { known.overlaps($0.days) }
    guard rounds.isEmpty else { return rounds }
    throw CommandFailure(
      status: .badData,
      message: ended.isEmpty
        ? "no round ended in \(month)"
        : "the rounds that ended in \(month) have no visits of days that were over",
      hint: "Visits are known from \(known.lowerBound) to \(known.upperBound); `hotspot campaign "
        + "show` lists the rounds.")
  }

  init(desk: RankingDesk, rounds: [CampaignRound], month: CalendarMonth) throws {
    self.desk = desk
    self.month = month
    let senders = try desk.senders()
    guard !senders.isEmpty else { throw NamedRound.noCrews }
    let thanked = desk.workspace.settings.integer("thanked_teams")
    var letters: [Letter] = []
    var unknown: [(round: Int, teamID: String)] = []
    for round in rounds where round.lastDay < desk.moment.date {
      for unit in desk.teams(of: round, top: max(1, thanked)).ranking.units
      where unit.rank <= thanked {
        let places = senders.places(ofTeam: unit.key, round: round.number)
        letters += places.map { Letter(round: round, unit: unit, place: $0) }
        if places.isEmpty { unknown.append((round.number, unit.key)) }
      }
    }
    self.letters = letters
    self.unknown = unknown
  }

  /// The letters as a table.
  var listing: RankListing {
    let names = RankNames(desk.facts)
    var table = ReportTable(
      key: "letters", caption: ReportPhrase(zh: "致函名单", en: "Letters"),
      columns: [
        .init("round", .init(zh: "轮次", en: "round")),
        .init("rank", .init(zh: "名次", en: "rank")),
        .init("team_id", .init(zh: "组编号", en: "id"), isNumber: false),
        .init("team", .init(zh: "督查组", en: "team"), isNumber: false),
        .init("city", .init(zh: "被督查城市", en: "inspected city"), isNumber: false),
        .init("province", .init(zh: "致省级政府", en: "province"), isNumber: false),
        .init("sender", .init(zh: "致市级政府", en: "sending city"), isNumber: false),
        .init("problems", .init(zh: "问题", en: "problems")),
        .init("score", .init(zh: "总分", en: "score")),
      ])
    for letter in letters {
      table.append(
        "\(letter.round.number)-\(letter.unit.key)-\(letter.place.key)",
        [
          .count(letter.round.number), .count(letter.unit.rank),
          .text(.init(code: letter.unit.key)), .text(names.team(letter.unit.key)),
          .text(names.city(ofTeam: letter.unit.key)),
          .text(.init(recorded: letter.place.province)), .text(.init(recorded: letter.place.city)),
          .count(Int(letter.unit.problems)), .decimal(letter.unit.score, places: 3),
        ])
    }
    return RankListing(
      title: ReportPhrase(zh: "\(month) 表扬感谢函", en: "Letters of thanks, \(month)"),
      tables: [table], notes: notes)
  }

  private var notes: [ReportPhrase] {
    unknown.map { entry in
      ReportPhrase(
        zh: "第 \(entry.round) 轮 \(entry.teamID)：派出地不明，无法致函。",
        en:
          "Round \(entry.round), \(entry.teamID): nobody knows who sent it, so there is no letter.")
    }
  }

  /// The letters, one after the other.
  func text(_ language: Language) -> String {
    let names = RankNames(desk.facts)
    let texts = letters.map { letter in
      let place = letter.place.city.isEmpty ? letter.place.province : letter.place.city
      let city = names.city(ofTeam: letter.unit.key)
      let team = names.team(letter.unit.key)
      let found = Int(letter.unit.problems)
      return language.pick(
        zh: """
          致：\(letter.place.province)人民政府、\(place)人民政府

          　　在蓝天保卫战重点区域强化督查第 \(letter.round.number) 轮次（\(letter.round.firstDay) 至 \
          \(letter.round.lastDay)）中，贵地选派的\(team.zh)（\(city.zh)）发现问题 \(found) 个，考核排名第 \
          \(letter.unit.rank)。对该组全体人员和贵地的支持，谨致表扬和感谢。

          """,
        en: """
          To the governments of \(letter.place.province) and \(place)

          In round \(letter.round.number) of the inspections (\(letter.round.firstDay) to \
          \(letter.round.lastDay)) the team \(team.en) that you sent to \(city.en) found \(found) \
          problems and came out as number \(letter.unit.rank). We commend its members and thank you.

          """)
    }
    let foot = notes.map { $0.text(language) + "\n" }.joined()
    return texts.joined(separator: "----\n\n") + foot
  }
}
