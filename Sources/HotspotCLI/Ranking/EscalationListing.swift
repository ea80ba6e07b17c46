import CampaignData
import Geo
import Inspection
import Publishing
import Store
import Terminal

/// Escalation in words, with the rule and the evidence.
struct EscalationListing {
  private let desk: RankingDesk
  private let days: ClosedRange<CalendarDate>
  private let month: CalendarMonth?
  private let escalation: Escalation

  /// The days whose visits count, of those with visits.
  static func days(
    from: CalendarDate?, known: ClosedRange<CalendarDate>
  ) throws -> ClosedRange<CalendarDate> {
    let first = from ?? max(known.lowerBound, known.upperBound - 55)
    guard first <= known.upperBound else {
      throw CommandFailure(
        status: .badData, message: "there are no visits from \(first) on",
        hint:
          "Visits are known from \(known.lowerBound) to \(known.upperBound): name a day of these.")
    }
    return first...known.upperBound
  }

  /// Judges by the alerts of a month; nil: of the last with monthly ones.
  init(
    desk: RankingDesk, days: ClosedRange<CalendarDate>, month: CalendarMonth?
  ) throws {
    self.desk = desk
    self.days = days
    let settings = desk.workspace.settings
    let month = month ?? desk.facts.alerts.compactMap { CalendarMonth($0.period) }.max()
    self.month = month
    let calibration = desk.calibration(upTo: days)
    let work = desk.work(on: days, calibration, by: \.cityCode)
    escalation = try Escalation(
      desk.snapshot, month: month,
      rule: EscalationRule(
        consecutive: settings.integer("notice_consecutive_alerts"),
        total: settings.integer("notice_total_alerts")),
      visits: desk.judged.on(days),
      ranking: desk.ranking(work, history: work, calibration, top: 1),
      limits: .init(
        excessChance: settings.real("city_excess_chance"),
        overdueShare: settings.real("city_overdue_share"),
        fewestDue: settings.integer("city_due_fewest")))
  }

  /// The listing; `all` shows cities for which nothing is due.
  func listing(all: Bool) -> RankListing {
    let settings = desk.workspace.settings
    let running = settings.integer("notice_consecutive_alerts")
    let total = settings.integer("notice_total_alerts")
    let fewest = settings.integer("city_due_fewest")
    let sure = JSONText.decimal(settings.real("city_excess_chance"), places: 2).compact
    let slack = JSONText.decimal(100 * settings.real("city_overdue_share"), places: 0).compact
    return RankListing(
      title: ReportPhrase(
        zh: "升级处置：预警至 \(month?.description ?? "无")，检查 \(days.lowerBound) 至 \(days.upperBound)",
        en: "Escalation: alerts of \(month?.description ?? "no month"), visits of "
          + "\(days.lowerBound) to \(days.upperBound)"),
      tables: [cells, counties, cities(all: all)],
      notes: [
        ReportPhrase(
          zh: "网格、县：连续 \(running) 个月或累计 \(total) 次预警（2018-08-26 公告）。",
          en: "Cells and counties: alerted \(running) months running or \(total) in all "
            + "(announcement of 2018-08-26)."),
        ReportPhrase(
          zh: "城市（2018年方案第五（五）条；数字为假设）：问题集中＝多于应得的概率不小于 \(sure)；整改不力＝到期不少于 "
            + "\(fewest) 个且逾期比例的 95 %下限高于 \(slack) %。一项挂牌督办，两项公开约谈。",
          en:
            "Cities (the plan of 2018, section 5.5; the numbers are assumptions): concentrated is a "
            + "chance of \(sure) or more of more problems than the sites would give; slack is \(fewest) or "
            + "more problems due with an overdue part whose 95 % interval lies above \(slack) %. One: supervision, both: an "
            + "interview."),
      ])
  }

  private var cells: ReportTable {
    var table = ReportTable(
      key: "cells",
      caption: ReportPhrase(
        zh: "网格：公开通报、驻点督查组", en: "Cells: public notice and a resident group"),
      columns: [
        .init("cell_id", .init(zh: "网格", en: "cell"), isNumber: false),
        .init("county_code", .init(zh: "县代码", en: "county"), isNumber: false),
        .init("consecutive", .init(zh: "连续月", en: "running")),
        .init("total", .init(zh: "累计月", en: "in all")),
        .init("alert_ids", .init(zh: "依据（预警编号）", en: "evidence"), isNumber: false),
      ])
    for cell in escalation.cells {
      table.append(
        cell.cellID,
        [
          .text(.init(code: cell.cellID)), .text(.init(code: cell.countyCode)),
          .count(cell.consecutive), .count(cell.total),
          .text(.init(code: cell.alertIDs.joined(separator: ";"))),
        ])
    }
    return table
  }

  private var counties: ReportTable {
    var table = ReportTable(
      key: "counties",
      caption: ReportPhrase(zh: "县：约谈县（市、区）长", en: "Counties: interview of the head"),
      columns: [
        .init("county_code", .init(zh: "县代码", en: "code"), isNumber: false),
        .init("county", .init(zh: "县", en: "county"), isNumber: false),
        .init("city", .init(zh: "城市", en: "city"), isNumber: false),
        .init("cells", .init(zh: "升级网格", en: "cells")),
        .init("problems", .init(zh: "问题", en: "problems")),
        .init("overdue", .init(zh: "逾期", en: "overdue")),
        .init("cell_ids", .init(zh: "依据（网格）", en: "evidence"), isNumber: false),
      ])
    let names = Dictionary(desk.facts.townships.map { ($0.countyCode, $0.county) }) { first, _ in
      first
    }
    for county in escalation.counties {
      table.append(
        county.countyCode,
        [
          .text(.init(code: county.countyCode)),
          .text(.init(recorded: names[county.countyCode] ?? county.countyCode)),
          .text(RankNames.city(county.cityCode)), .count(county.cellIDs.count),
          .count(county.problems), .count(county.overdue),
          .text(.init(code: county.cellIDs.joined(separator: ";"))),
        ])
    }
    return table
  }

  private func cities(all: Bool) -> ReportTable {
    var table = ReportTable(
      key: "cities",
      caption: ReportPhrase(zh: "城市：挂牌督办、公开约谈", en: "Cities: supervision and interviews"),
      columns: Self.cityColumns)
    for city in escalation.cities where all || city.measure != .none {
      table.append(
        city.cityCode,
        [
          .text(.init(code: city.cityCode)), .text(RankNames.city(city.cityCode)),
          .text(Self.name(city.measure)), .count(city.found.trials), .count(city.problems),
          .decimal(100 * city.found.rate, places: 1),
          .decimal(100 * city.found.interval.lowerBound, places: 1),
          .decimal(100 * city.found.interval.upperBound, places: 1),
          .decimal(city.perSite, places: 3), .decimal(city.ratio, places: 2),
          .decimal(city.interval.lowerBound, places: 2),
          .decimal(city.interval.upperBound, places: 2), .decimal(city.excessChance, places: 3),
          .count(city.overdue.trials), .count(city.overdue.successes),
          .text(.init(code: city.overdueIDs.joined(separator: ";"))),
        ])
    }
    return table
  }

  private static var cityColumns: [ReportTable.Column] {
    [
      .init("city_code", .init(zh: "市代码", en: "code"), isNumber: false),
      .init("city", .init(zh: "城市", en: "city"), isNumber: false),
      .init("measure", .init(zh: "措施", en: "measure"), isNumber: false),
      .init("visits", .init(zh: "检查", en: "visits")),
      .init("problems", .init(zh: "问题", en: "problems")),
      .init("per_100", .init(zh: "每百次", en: "per 100")),
      .init("per_100_low", .init(zh: "下限", en: "low")),
      .init("per_100_high", .init(zh: "上限", en: "high")),
      .init("per_site", .init(zh: "每点位", en: "per site")),
      .init("ratio", .init(zh: "收缩后", en: "shrunk")),
      .init("low", .init(zh: "95 %下限", en: "low")),
      .init("high", .init(zh: "95 %上限", en: "high")),
      .init("excess_chance", .init(zh: "偏多概率", en: "P(more)")),
      .init("due", .init(zh: "到期", en: "due")),
      .init("overdue", .init(zh: "逾期", en: "overdue")),
      .init("overdue_ids", .init(zh: "依据（问题编号）", en: "evidence"), isNumber: false),
    ]
  }

  private static func name(_ measure: CityEscalation.Measure) -> ReportPhrase {
    switch measure {
    case .none: .init(zh: "无", en: "none")
    case .supervision: .init(zh: "挂牌督办", en: "supervision")
    case .interview: .init(zh: "公开约谈", en: "interview")
    }
  }
}
