import Geo
import Inspection
import Publishing

/// The trial of the three-day call in words.
struct CallTrialListing {
  private let trial: CallTrial
  private let settings: CallTrial.Settings

  init(_ trial: CallTrial, settings: CallTrial.Settings) {
    self.trial = trial
    self.settings = settings
  }

  /// A row a rule, diligence and ground.
  var listing: RankListing {
    var table = ReportTable(
      key: "rows",
      caption: ReportPhrase(
        zh: "每组每轮被通报的比例（95 %区间）", en: "Teams called about in a round (95 % interval)"),
      columns: [
        .init("rule", .init(zh: "规则", en: "rule"), isNumber: false),
        .init("inspector", .init(zh: "勤惰", en: "teams"), isNumber: false),
        .init("county", .init(zh: "县", en: "county"), isNumber: false),
        .init("rounds", .init(zh: "组轮", en: "rounds")),
        .init("rate", .init(zh: "比例", en: "called %")),
        .init("low", .init(zh: "下限", en: "low")), .init("high", .init(zh: "上限", en: "high")),
      ])
    for row in trial.rows {
      table.append(
        "\(row.rule)-\(row.inspector.rawValue)-\(row.isEasy)",
        [
          .text(Self.name(row.rule)), .text(Self.name(row.inspector)),
          .text(row.isEasy ? .init(zh: "易", en: "easy") : .init(zh: "难", en: "hard")),
          .count(row.called.trials), .decimal(100 * row.rate, places: 2),
          .decimal(100 * row.interval.lowerBound, places: 2),
          .decimal(100 * row.interval.upperBound, places: 2),
        ])
    }
    let number = { JSONText.decimal($0, places: 5).compact }
    let days = { JSONText.decimal($0, places: 1).compact }
    return RankListing(
      title: ReportPhrase(
        zh: "电话通报试验：\(settings.teams) 组 × \(settings.rounds) 轮",
        en: "Trial of the call: \(settings.teams) teams, \(settings.rounds) rounds"),
      tables: [table],
      notes: [
        ReportPhrase(
          zh: "水平：三日 \(number(trial.levels.threeDays))，三日至 \(settings.call.longest) 日 "
            + "\(number(trial.levels.growing))。懒组首次被通报平均在第 \(days(trial.daysToCall.threeDays))"
            + "、\(days(trial.daysToCall.growing)) 日。",
          en: "Levels: three days \(number(trial.levels.threeDays)), three to "
            + "\(settings.call.longest) days \(number(trial.levels.growing)). Lazy teams that are "
            + "called about are so on day \(days(trial.daysToCall.threeDays)) and "
            + "\(days(trial.daysToCall.growing)) of a round, on average.")
      ],
      figures: [
        .init("level_three_days", .decimal(trial.levels.threeDays, places: 6)),
        .init("level_growing", .decimal(trial.levels.growing, places: 6)),
      ])
  }

  private static func name(_ inspector: CallTrial.Inspector) -> ReportPhrase {
    switch inspector {
    case .good: .init(zh: "优", en: "good")
    case .mean: .init(zh: "普通", en: "ordinary")
    case .lazy: .init(zh: "懒", en: "lazy")
    }
  }

  private static func name(_ rule: String) -> ReportPhrase {
    switch rule {
    case "three_days": .init(zh: "末三日", en: "last 3 days")
    case "growing": .init(zh: "末三日及更长", en: "last 3 and more")
    case "none": .init(zh: "朴素：三日无问题", en: "naive: none in 3")
    case "fewest_as_three_days":
      .init(zh: "朴素，误报同末三日", en: "naive, as last 3")
    default: .init(zh: "朴素，误报同更长", en: "naive, as 3 and more")
    }
  }
}
