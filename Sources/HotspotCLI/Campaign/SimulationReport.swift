import CampaignData
import Geo
import Inspection
import Publishing

/// A simulated campaign as a report: sentences, charts, all numbers.
struct SimulationReport {
  private let campaign: SimulatedCampaign
  private let settings: SimulationSettings
  private let charts: SimulationCharts

  init(_ campaign: SimulatedCampaign, settings: SimulationSettings) {
    self.campaign = campaign
    self.settings = settings
    charts = SimulationCharts(campaign)
  }

  /// The report.
  var document: ReportDocument {
    let last = campaign.rounds.last?.round.lastDay ?? CalendarDate(daysSince1970: 0)
    let (rounds, teams, sites) = (campaign.rounds.count, campaign.teams, campaign.sites)
    var document = ReportDocument(
      title: ReportPhrase(zh: "强化督查全程模拟", en: "The whole campaign, simulated"),
      subtitle: ReportPhrase(
        zh: "\(rounds) 轮，\(settings.cities.count) 个城市，\(teams) 个督查组，\(sites) 个点位；"
          + "求解迭代 \(settings.plan.iterations)，种子 \(settings.seed)",
        en: "\(rounds) rounds, \(settings.cities.count) cities, \(teams) teams, \(sites) sites; "
          + "\(settings.plan.iterations) iterations of the solver, seed \(settings.seed)"),
      asOf: Moment(last + 1))
    document.warnings = [
      ReportPhrase(
        zh: "全部为虚构：除城市、区县的代码与名称外，点位、问题、证据与结果均由程序生成。",
        en: "Everything is synthetic: sites, problems, evidence and results are invented, but the "
          + "codes and names of cities and counties.")
    ]
    document.figures = figures
    document.sections = sections
    return document
  }

  private var figures: [KeyFigure] {
    let visits = campaign.rounds.reduce(0) { $0 + $1.visits }
    let problems = campaign.rounds.reduce(0) { $0 + $1.problems }
    let found = Proportion(problems, of: visits)
    let covered = campaign.rounds.reduce(0) { $0 + $1.visitedTownships }
    let due = campaign.rounds.compactMap(\.verification)
    let inTime = due.reduce(0) { $0 + $1.inTime }
    return [
      KeyFigure(Self.grouped(visits), ReportPhrase(zh: "检查", en: "visits")),
      KeyFigure(Self.grouped(problems), ReportPhrase(zh: "发现问题", en: "problems found")),
      KeyFigure(
        Self.decimal(100 * found.rate, 2),
        ReportPhrase(zh: "每百次检查发现问题", en: "problems per 100 visits"),
        detail: ReportPhrase(
          zh: "同期随机检查 \(Self.decimal(100 * mean(\.baselines.random), 2))",
          en: "random visits would find \(Self.decimal(100 * mean(\.baselines.random), 2))")),
      KeyFigure(
        Self.decimal(
          100 * Double(covered) / Double(max(1, campaign.rounds.reduce(0) { $0 + $1.townships })),
          2) + "%", ReportPhrase(zh: "乡镇覆盖率", en: "townships visited, by round")),
      KeyFigure(
        Self.decimal(
          100 * Double(inTime) / Double(max(1, due.reduce(0) { $0 + $1.due })), 1) + "%",
        ReportPhrase(zh: "按时核查", en: "verified in time")),
    ]
  }

  /// The mean over rounds, by visits.
  private func mean(_ value: (RoundOutcome) -> Double) -> Double {
    let visits = campaign.rounds.reduce(0) { $0 + $1.visits }
    return campaign.rounds.reduce(0) { $0 + Double($1.visits) * value($1) }
      / Double(max(1, visits))
  }

  private var sections: [ReportSection] {
    var sections = [
      ReportSection(
        "found", ReportPhrase(zh: "发现问题", en: "What was found"),
        [.chart(charts.hits), .chart(charts.violating)]),
      ReportSection(
        "coverage", ReportPhrase(zh: "乡镇覆盖", en: "Coverage"), [.chart(charts.coverage)]),
      ReportSection(
        "verification", ReportPhrase(zh: "核查", en: "Verification"),
        [.chart(charts.verification)]),
      ReportSection(
        "ranking", ReportPhrase(zh: "排名稳定性", en: "Ranking"), [.chart(charts.ranking)]),
      ReportSection(
        "chances", ReportPhrase(zh: "概率校准", en: "Chances"), [.chart(charts.chances)]),
    ]
    if !campaign.efforts.isEmpty {
      sections.append(
        ReportSection(
          "effort", ReportPhrase(zh: "求解力度", en: "Search effort"), [.table(efforts)]))
    }
    sections.append(
      ReportSection("rounds", ReportPhrase(zh: "各轮", en: "By round"), [.table(rounds)]))
    return sections
  }

  private var rounds: ReportTable {
    var table = ReportTable(
      key: "rounds", caption: ReportPhrase(zh: "各轮结果", en: "Rounds"),
      columns: SimulationColumns.all.map { .init($0.key, $0.heading) })
    for round in campaign.rounds {
      table.append("\(round.round.number)", SimulationColumns.all.map { $0.value(round) })
    }
    return table
  }

  /// The search efforts compared on one round.
  var efforts: ReportTable {
    var table = ReportTable(
      key: "efforts",
      caption: ReportPhrase(
        zh: "同一快照、不同迭代数的计划", en: "Plans of one snapshot by iterations of the solver"),
      columns: [
        .init("iterations", ReportPhrase(zh: "迭代", en: "iterations")),
        .init("stops", ReportPhrase(zh: "站点", en: "stops")),
        .init("expected", ReportPhrase(zh: "预计问题", en: "expected problems")),
        .init("finds", ReportPhrase(zh: "真实可发现", en: "finds by the truth")),
        .init("km", ReportPhrase(zh: "公里", en: "km")),
        .init("townships", ReportPhrase(zh: "乡镇", en: "townships")),
      ])
    for effort in campaign.efforts {
      table.append(
        "\(effort.iterations)",
        [
          .count(effort.iterations), .count(effort.stops), .decimal(effort.expected, places: 1),
          .decimal(effort.finds, places: 1), .decimal(effort.metres / 1000, places: 0),
          .count(effort.townships),
        ])
    }
    return table
  }

  /// The charts by the names of their files.
  var pictures: [ReportChart] { charts.all }

  private static func grouped(_ number: Int) -> String { ReportCell.count(number).text(.en) }

  private static func decimal(_ number: Double, _ places: Int) -> String {
    ReportCell.decimal(number, places: places).text(.en)
  }
}
