import CampaignData
import Geo
import Inspection
import Publishing
import Terminal

/// The week's list 每周一榜 in words.
struct WeekListing {
  let desk: RankingDesk
  let days: ClosedRange<CalendarDate>
  let top: Int

  /// Monday to Sunday of a day's week; nil: the last with visits that was over.
  ///
  /// Throws what a user has to change where no visits of it are known.
  static func week(
    _ day: CalendarDate?, known: ClosedRange<CalendarDate>, openDay: CalendarDate
  ) throws -> ClosedRange<CalendarDate> {
    if let day {
      let monday = day - (day.weekday - 1)
      guard known.overlaps(monday...(monday + 6)) else {
        throw CommandFailure(
          status: .badData,
          message: "the week of \(monday) to \(monday + 6) has no visits of days that were over",
          hint: "Visits are known from \(known.lowerBound) to \(known.upperBound): name a day of "
            + "these, or import that week's.")
      }
      return monday...(monday + 6)
    }
    let monday = known.upperBound - (known.upperBound.weekday - 1)
    let isOver = monday + 6 < openDay
    let before = monday - 7
    return isOver || before + 6 < known.lowerBound ? monday...(monday + 6) : before...(before + 6)
  }

  /// The listing; `all` shows every team.
  func listing(all: Bool) -> RankListing {
    let (ranking, calibration) = desk.teams(of: days, top: top)
    let names = RankNames(desk.facts)
    let table = UnitTable(
      key: "teams",
      caption: ReportPhrase(
        zh: "前\(top)名予以公开表扬（2018年方案第十（一）条）。",
        en: "The first \(top) are to be praised in public (the plan of 2018, section 10.1)."),
      names: [
        (.init("team_id", .init(zh: "组编号", en: "id"), isNumber: false), { .init(code: $0.key) }),
        (.init("team", .init(zh: "督查组", en: "team"), isNumber: false), { names.team($0.key) }),
        (
          .init("city", .init(zh: "城市", en: "city"), isNumber: false),
          { names.city(ofTeam: $0.key) }
        ),
      ], hasTasks: true
    ).table(of: ranking.units, shown: all ? nil : ranking.best.count)
    return RankListing(
      title: ReportPhrase(
        zh: "督查组周排名：\(days.lowerBound) 至 \(days.upperBound)",
        en: "Teams of the week \(days.lowerBound) to \(days.upperBound)"),
      tables: [table],
      notes: Self.notes(ranking, calibration)
        + (desk.withoutChance > 0
          ? [
            ReportPhrase(
              zh: "\(desk.withoutChance) 次检查事先没有概率（清单外、搜寻），按同类检查的发现率计。",
              en: "Visits without a chance beforehand (off the list, searches), taken at the hit "
                + "rate of their like: \(desk.withoutChance).")
          ] : []),
      figures: [
        .init("first_day", .string(days.lowerBound.description)),
        .init("last_day", .string(days.upperBound.description)),
      ] + Self.figures(ranking, calibration))
  }

  /// How far the order of the week before lasts into this one, by three measures.
  var stability: ReportPhrase {
    let before = (days.lowerBound - 7)...(days.upperBound - 7)
    let stability = RankStability(
      desk.teams(of: before, top: top).ranking, desk.teams(of: days, top: top).ranking)
    let number = { (value: Double) in
      value.isFinite ? JSONText.decimal(value, places: 2).compact : "–"
    }
    return ReportPhrase(
      zh: "与上周名次的相关（Spearman，\(stability.units) 组）：问题数 \(number(stability.counts))，"
        + "实/应 \(number(stability.raw))，收缩后 \(number(stability.shrunk))。",
      en: "Rank correlation with the week before (Spearman, \(stability.units) teams): problems "
        + "\(number(stability.counts)), ratio \(number(stability.raw)), shrunk "
        + "\(number(stability.shrunk)).")
  }

  /// What the ratio means, how chances were corrected, and how far teams differ.
  static func notes(_ ranking: Ranking, _ calibration: ChanceCalibration) -> [ReportPhrase] {
    let number = { (value: Double, places: Int) in
      JSONText.decimal(value, places: places).compact
    }
    var notes = [
      ReportPhrase(
        zh: "实/应：所得分点比同样点位应得的分点；收缩后：经验贝叶斯（Clayton、Kaldor 1987）。"
          + "概率校正自 \(calibration.visits) 次检查：截距 \(number(calibration.intercept, 2))、"
          + "斜率 \(number(calibration.slope, 2))。地形无数据，难度只计概率和路途。",
        en: "ratio: points found over points to be expected at the same sites; shrunk: empirical "
          + "Bayes (Clayton and Kaldor 1987). Chances corrected by \(calibration.visits) visits: "
          + "intercept \(number(calibration.intercept, 2)), slope \(number(calibration.slope, 2)). "
          + "There are no data on terrain: difficulty is chances and driving.")
    ]
    guard let fit = ranking.fit else { return notes }
    notes.append(
      ranking.differs
        ? ReportPhrase(
          zh: "各组真实差异的标准差：\(number(fit.deviation, 2))（均值 \(number(fit.mean, 2))）。",
          en: "True ratios differ with a deviation of \(number(fit.deviation, 2)) about "
            + "\(number(fit.mean, 2)).")
        : ReportPhrase(
          zh: "以往各周的差异不超过偶然：按最小差异 \(number(fit.deviation, 2)) 收缩，名次大多出于运气。",
          en: "Past weeks differ by no more than luck: taken to differ by the least deviation, "
            + "\(number(fit.deviation, 2)); the order is mostly luck."))
    return notes
  }

  static func figures(
    _ ranking: Ranking, _ calibration: ChanceCalibration
  ) -> [JSONText.Member] {
    [
      .init("intercept", .decimal(calibration.intercept, places: 6)),
      .init("slope", .decimal(calibration.slope, places: 6)),
      .init("spread", .decimal(calibration.spread, places: 6)),
      .init("worth", .decimal(calibration.meanWorth, places: 6)),
      .init("mean", .decimal(ranking.fit?.mean ?? .nan, places: 6)),
      .init("shape", .decimal(ranking.fit?.shape ?? .nan, places: 6)),
    ]
  }
}
