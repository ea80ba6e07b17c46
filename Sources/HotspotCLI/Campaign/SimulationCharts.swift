import CampaignData
import Geo
import Inspection
import Publishing

/// The charts of a simulated campaign.
struct SimulationCharts {
  private let campaign: SimulatedCampaign
  private let steps: [String]
  private let stepName = ReportPhrase(zh: "轮次", en: "round")

  init(_ campaign: SimulatedCampaign) {
    self.campaign = campaign
    steps = campaign.rounds.map { "\($0.round.number)" }
  }

  /// All of them.
  var all: [ReportChart] { [hits, coverage, verification, ranking, chances, violating] }

  private func values(_ value: (RoundOutcome) -> Double) -> [Double] {
    campaign.rounds.map(value)
  }

  var hits: ReportChart {
    ReportChart(
      key: "campaign-hits",
      title: ReportPhrase(zh: "每百次检查发现问题", en: "Problems per 100 visits"),
      about: ReportPhrase(
        zh: "计划的各轮命中率及 95% 区间，与同一真值下同周其他选法相比；热点最高分不顾路程与覆盖。",
        en:
          "By round, with 95 % intervals, beside other ways of choosing sites on the same truth in "
          + "the same weeks; the highest chances in hot cells heed neither roads nor townships."),
      plot: .series(
        SeriesPlot(
          steps: steps, stepName: stepName,
          series: [
            .init(
              ReportPhrase(zh: "计划", en: "plan"), values { 100 * $0.found.rate },
              intervals: campaign.rounds.map {
                100 * $0.found.interval.lowerBound...100 * $0.found.interval.upperBound
              }),
            .init(
              ReportPhrase(zh: "热点最高分", en: "highest chances in hot cells"),
              values { 100 * $0.baselines.highest }),
            .init(
              ReportPhrase(zh: "热点随机", en: "hot cells by lot"),
              values { 100 * $0.baselines.hotCells }),
            .init(
              ReportPhrase(zh: "随机", en: "any sites by lot"),
              values { 100 * $0.baselines.random }),
          ], unit: ReportPhrase(zh: "每百次", en: "per 100 visits"))))
  }

  var violating: ReportChart {
    ReportChart(
      key: "campaign-violating",
      title: ReportPhrase(zh: "违法点位比例", en: "Sites that violate"),
      about: ReportPhrase(
        zh: "各轮开始时，有督查组的城市中真实违法的点位占比。",
        en: "As each round begins, by the truth, of all sites in cities with teams."),
      plot: .series(
        SeriesPlot(
          steps: steps, stepName: stepName,
          series: [
            .init(ReportPhrase(zh: "违法点位", en: "violating"), values { 100 * $0.violating })
          ], unit: ReportPhrase(zh: "%", en: "%"))))
  }

  var coverage: ReportChart {
    ReportChart(
      key: "campaign-coverage",
      title: ReportPhrase(zh: "乡镇覆盖率", en: "Townships visited"),
      about: ReportPhrase(
        zh: "各轮至少检查一次的乡镇，占有督查组的乡镇之比；热点最高分的选法作比较。",
        en:
          "Of the townships with a team, those visited at least once in the round; beside them what "
          + "a week of the highest chances in hot cells would reach."),
      plot: .series(
        SeriesPlot(
          steps: steps, stepName: stepName,
          series: [
            .init(ReportPhrase(zh: "计划", en: "plan"), values { 100 * $0.coverage }),
            .init(
              ReportPhrase(zh: "热点最高分", en: "highest chances in hot cells"),
              values {
                100 * Double($0.baselines.highestTownships) / Double(max(1, $0.townships))
              }),
          ], unit: ReportPhrase(zh: "%", en: "%"), limit: 100)))
  }

  var verification: ReportChart {
    let rounds = campaign.rounds.filter { $0.verification != nil }
    return ReportChart(
      key: "campaign-verification",
      title: ReportPhrase(zh: "按时核查", en: "Problems verified in time"),
      about: ReportPhrase(
        zh: "每两轮后的核查周：应核查的问题中按时核查的占比，及核查时已整改的占比。",
        en:
          "In the week after every two rounds: of the problems due, those verified in it, and those "
          + "that were found put right."),
      plot: .series(
        SeriesPlot(
          steps: rounds.map { "\($0.round.number)" }, stepName: stepName,
          series: [
            .init(
              ReportPhrase(zh: "按时核查", en: "verified in time"),
              rounds.map { 100 * ($0.verification?.inTimeShare ?? .nan) }),
            .init(
              ReportPhrase(zh: "已整改", en: "put right"),
              rounds.map { round in
                round.verification.map { 100 * Double($0.done) / Double(max(1, $0.due)) } ?? .nan
              }),
          ], unit: ReportPhrase(zh: "%", en: "%"), limit: 100)))
  }

  var ranking: ReportChart {
    ReportChart(
      key: "campaign-ranking",
      title: ReportPhrase(zh: "督查组排名的稳定性", en: "How far the ranking of teams lasts"),
      about: ReportPhrase(
        zh: "秩相关：同一轮两周之间按问题数、按实得与应得之比（经验贝叶斯收缩）；与上一轮（另一批人员）之间；与人员真实能力之间。",
        en:
          "Rank correlations: between the two weeks of a round by counts and by found over expected, "
          + "drawn towards the mean; with the round before, when other crews were there; and with what "
          + "the crews really see."),
      plot: .series(
        SeriesPlot(
          steps: steps, stepName: stepName,
          series: [
            .init(
              ReportPhrase(zh: "两周之间，比值", en: "weeks, ratios"),
              values { $0.stability.weeks?.shrunk ?? .nan }),
            .init(
              ReportPhrase(zh: "与真实能力", en: "true skill, ratios"),
              values(\.stability.shrunkBySkill)),
            .init(
              ReportPhrase(zh: "两周之间，问题数", en: "weeks, counts"),
              values { $0.stability.weeks?.counts ?? .nan }),
            .init(
              ReportPhrase(zh: "与上轮，比值", en: "last round, ratios"),
              values { $0.stability.rounds?.shrunk ?? .nan }),
          ], unit: ReportPhrase(zh: "秩相关", en: "rank correlation"), limit: 1)))
  }

  var chances: ReportChart {
    ReportChart(
      key: "campaign-chances",
      title: ReportPhrase(zh: "概率是否可信", en: "Whether chances hold"),
      about: ReportPhrase(
        zh: "全部检查按计划给出的概率分为十组：预计与实际的每百次问题及 95% 区间。",
        en: "All visits in ten groups by the chance that their plan gave: per 100 visits, what was "
          + "foretold and what was found, with 95 % intervals."),
      plot: .intervals(
        IntervalPlot(
          rows: campaign.reliability.map { bin in
            let foretold = ReportCell.decimal(100 * bin.meanChance, places: 1).text(.en)
            return .init(
              ReportPhrase(zh: "预计 \(foretold)", en: "foretold \(foretold)"), 100 * bin.hitRate,
              100 * bin.interval.low...100 * bin.interval.high)
          }, unit: ReportPhrase(zh: "每百次问题", en: "problems per 100 visits"))))
  }
}
