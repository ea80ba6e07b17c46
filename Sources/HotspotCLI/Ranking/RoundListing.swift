import CampaignData
import Geo
import Inspection
import Publishing
import Store

/// A round's circular 轮次通报 in words: cities by number and type, senders by result.
struct RoundListing {
  let desk: RankingDesk
  let round: CampaignRound

  private var settings: WorkspaceSettings { desk.workspace.settings }

  /// The listing; `all` shows every row.
  func listing(all: Bool) throws -> RankListing {
    let calibration = desk.calibration(upTo: round.days)
    let senders = try desk.senders()
    var listing = RankListing(
      title: ReportPhrase(
        zh: "第 \(round.number) 轮督查情况通报：\(round.firstDay) 至 \(round.lastDay)",
        en: "Round \(round.number), \(round.firstDay) to \(round.lastDay)"),
      tables: [cities(calibration, all: all), types(all: all)],
      figures: [.init("round", .integer(round.number))])
    guard !senders.isEmpty else {
      listing.notes = [
        ReportPhrase(
          zh: "没有轮次人员，派员城市无法评价：请先导入人员（hotspot import people）并编组（hotspot crew）。",
          en: "No crews are known, so sending cities cannot be judged: import the people "
            + "(`hotspot import people`) and form crews (`hotspot crew`) first.")
      ]
      return listing
    }
    let ranking = ranking(of: senders, calibration)
    listing.tables += [senderTable(ranking, all: all), laggards(ranking)]
    listing.notes =
      WeekListing.notes(ranking, calibration) + [ties(senders)].compactMap(\.self)
    return listing
  }

  private func ranking(of senders: TeamSenders, _ calibration: ChanceCalibration) -> Ranking {
    func work(_ round: CampaignRound) -> [UnitWork] {
      senders.accounts(
        of: desk.work(on: round.days, calibration, by: \.teamID), round: round.number)
    }
    let own = work(round)
    return desk.ranking(
      own, history: own + desk.rounds(before: round).flatMap(work), calibration,
      top: settings.integer("praised_senders"))
  }

  /// Cities by problems found, equal ones by code.
  private func cities(_ calibration: ChanceCalibration, all: Bool) -> ReportTable {
    let own = desk.work(on: round.days, calibration, by: \.cityCode)
    let earlier = desk.rounds(before: round).flatMap {
      desk.work(on: $0.days, calibration, by: \.cityCode)
    }
    let ranking = desk.ranking(own, history: own + earlier, calibration, top: 1)
    let hits = Dictionary(grouping: desk.judged.on(round.days), by: \.cityCode).mapValues {
      Proportion($0.count(where: \.isHit), of: $0.count)
    }
    var table = ReportTable(
      key: "cities",
      caption: ReportPhrase(zh: "被督查城市发现问题", en: "Problems by inspected city"),
      columns: Self.cityColumns)
    for unit in ranking.units.sorted(by: { (-$0.problems, $0.key) < (-$1.problems, $1.key) }) {
      let rate = hits[unit.key] ?? Proportion(0, of: 0)
      table.append(
        unit.key,
        [
          .text(.init(code: unit.key)), .text(RankNames.city(unit.key)),
          .count(Int(unit.visits)), .count(Int(unit.problems)), .count(Int(unit.serious)),
          .decimal(100 * rate.rate, places: 1), .decimal(100 * rate.interval.lowerBound, places: 1),
          .decimal(100 * rate.interval.upperBound, places: 1), .decimal(unit.ratio, places: 2),
          .decimal(unit.shrunk, places: 2), .decimal(unit.interval.lowerBound, places: 2),
          .decimal(unit.interval.upperBound, places: 2),
        ])
    }
    return table
  }

  private static var cityColumns: [ReportTable.Column] {
    [
      .init("city_code", .init(zh: "市代码", en: "code"), isNumber: false),
      .init("city", .init(zh: "城市", en: "city"), isNumber: false),
      .init("visits", .init(zh: "检查", en: "visits")),
      .init("problems", .init(zh: "问题", en: "problems")),
      .init("serious", .init(zh: "严重", en: "serious")),
      .init("per_100", .init(zh: "每百次", en: "per 100")),
      .init("per_100_low", .init(zh: "下限", en: "low")),
      .init("per_100_high", .init(zh: "上限", en: "high")),
      .init("ratio", .init(zh: "实/应", en: "ratio")),
      .init("shrunk", .init(zh: "收缩后", en: "shrunk")),
      .init("low", .init(zh: "95 %下限", en: "low")),
      .init("high", .init(zh: "95 %上限", en: "high")),
    ]
  }

  private func types(all: Bool) -> ReportTable {
    var table = ReportTable(
      key: "types", caption: ReportPhrase(zh: "问题类型", en: "Problems by city and type"),
      columns: [
        .init("city_code", .init(zh: "市代码", en: "code"), isNumber: false),
        .init("city", .init(zh: "城市", en: "city"), isNumber: false),
        .init("type", .init(zh: "类型", en: "type"), isNumber: false),
        .init("problems", .init(zh: "问题", en: "problems")),
        .init("serious", .init(zh: "严重", en: "serious")),
      ], shownRows: all ? nil : 20)
    for tally in ProblemTally.tallies(of: desk.facts.problems, judged: desk.judged.on(round.days)) {
      table.append(
        tally.cityCode + "-" + tally.type,
        [
          .text(.init(code: tally.cityCode)), .text(RankNames.city(tally.cityCode)),
          .text(RankNames.word(tally.type, of: "problem_type")), .count(tally.count),
          .count(tally.serious),
        ])
    }
    return table
  }

  private static var senderNames: [(column: ReportTable.Column, name: (RankedUnit) -> ReportPhrase)]
  {
    [
      (
        .init("province", .init(zh: "派员省份", en: "province"), isNumber: false),
        { .init(recorded: SendingPlace(key: $0.key).province) }
      ),
      (
        .init("sender", .init(zh: "派员城市", en: "sending city"), isNumber: false),
        { .init(recorded: SendingPlace(key: $0.key).city) }
      ),
    ]
  }

  private func senderTable(_ ranking: Ranking, all: Bool) -> ReportTable {
    UnitTable(
      key: "senders",
      caption: ReportPhrase(
        zh: "派员城市：前\(ranking.top)名通报表扬（2018年方案第十（二）条）",
        en: "Sending cities: the first \(ranking.top) are praised (the plan of 2018, section 10.2)"),
      names: Self.senderNames, hasTasks: true
    ).table(of: ranking.units, shown: all ? nil : ranking.best.count)
  }

  /// Only those that are surely below the mean, so that nobody is named for bad luck.
  private func laggards(_ ranking: Ranking) -> ReportTable {
    let sure = settings.real("laggard_chance")
    let lagging = ranking.units.filter { $0.belowMean >= sure }.sorted {
      ($0.rank, $0.key) > ($1.rank, $1.key)
    }
    return UnitTable(
      key: "laggards",
      caption: ReportPhrase(
        zh: "考核落后、点名批评的派员城市（低于均值的概率不小于 \(sure)）",
        en:
          "Sending cities that lag and are named (below the mean with a chance of \(sure) or more)"
      ),
      names: Self.senderNames, hasTasks: true
    ).table(of: lagging)
  }

  private func ties(_ senders: TeamSenders) -> ReportPhrase? {
    let names = RankNames(desk.facts)
    let teams = Set(desk.judged.on(round.days).map(\.teamID)).sorted()
    let tied = teams.filter { senders.places(ofTeam: $0, round: round.number).count > 1 }
    let unknown = teams.count { senders.places(ofTeam: $0, round: round.number).isEmpty }
    guard !tied.isEmpty || unknown > 0 else { return nil }
    let list = tied.map { team in
      let places = senders.places(ofTeam: team, round: round.number).map { $0.province + $0.city }
      return names.team(team).zh + "（" + places.joined(separator: "、") + "）"
    }.joined(separator: "；")
    return ReportPhrase(
      zh: "并列派出、各计一份的组：\(tied.isEmpty ? "无" : list)。派出地不明的组：\(unknown)。",
      en: "Teams with equally many from several places, counted in parts: "
        + "\(tied.isEmpty ? "none" : list). Teams whose sender is not known: \(unknown).")
  }
}
