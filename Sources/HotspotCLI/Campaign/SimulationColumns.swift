import CampaignData
import Geo
import Inspection
import Publishing

/// The columns of a simulated campaign's rounds: the same for the table, the CSV and the report.
struct SimulationColumns {
  /// A column.
  struct Column: Sendable {
    /// The name that programs use; it never changes.
    let key: String
    let heading: ReportPhrase
    /// Whether it stands in the table on the screen.
    let isShort: Bool
    let value: @Sendable (RoundOutcome) -> ReportCell

    init(
      _ key: String, zh: String, en: String, isShort: Bool = false,
      _ value: @escaping @Sendable (RoundOutcome) -> ReportCell
    ) {
      self.key = key
      heading = ReportPhrase(zh: zh, en: en)
      self.isShort = isShort
      self.value = value
    }
  }

  /// All columns, in order.
  static let all: [Column] = found + ground + others + checked + ranked

  private static let found: [Column] = [
    Column("round", zh: "轮次", en: "round", isShort: true) { .count($0.round.number) },
    Column("first_day", zh: "首日", en: "first day") {
      .text(ReportPhrase(zh: $0.round.firstDay.description, en: $0.round.firstDay.description))
    },
    Column("teams", zh: "督查组", en: "teams", isShort: true) { .count($0.teams) },
    Column("visits", zh: "检查", en: "visits", isShort: true) { .count($0.visits) },
    Column("problems", zh: "问题", en: "problems", isShort: true) { .count($0.problems) },
    Column("per_100", zh: "每百次问题", en: "per 100", isShort: true) {
      .decimal(100 * $0.found.rate, places: 2)
    },
    Column("per_100_low", zh: "下限", en: "low") {
      .decimal(100 * $0.found.interval.lowerBound, places: 2)
    },
    Column("per_100_high", zh: "上限", en: "high") {
      .decimal(100 * $0.found.interval.upperBound, places: 2)
    },
    Column("expected", zh: "预计问题", en: "expected") { .decimal($0.expected, places: 1) },
    Column("found_of_expected", zh: "实际/预计", en: "found/expected", isShort: true) {
      .decimal($0.calibration, places: 3)
    },
    Column("drawn", zh: "抽取检查", en: "drawn by lot") { .count($0.drawn) },
    Column("drawn_per_100", zh: "抽取每百次问题", en: "drawn per 100") {
      .decimal(
        $0.drawn == 0 ? .nan : 100 * Double($0.drawnProblems) / Double($0.drawn), places: 2)
    },
  ]

  private static let ground: [Column] = [
    Column("townships", zh: "应覆盖乡镇", en: "townships") { .count($0.townships) },
    Column("planned_townships", zh: "计划覆盖乡镇", en: "planned townships") {
      .count($0.plannedTownships)
    },
    Column("visited_townships", zh: "已覆盖乡镇", en: "visited townships") {
      .count($0.visitedTownships)
    },
    Column("coverage", zh: "覆盖率", en: "coverage %", isShort: true) {
      .decimal(100 * $0.coverage, places: 2)
    },
    Column("km", zh: "公里", en: "km", isShort: true) { .decimal($0.metres / 1000, places: 0) },
    Column("team_days", zh: "组日", en: "team days") { .count($0.teamDays) },
  ]

  private static let others: [Column] = [
    Column("random_per_100", zh: "随机每百次", en: "random per 100", isShort: true) {
      .decimal(100 * $0.baselines.random, places: 2)
    },
    Column("hot_per_100", zh: "热点随机每百次", en: "hot cells per 100", isShort: true) {
      .decimal(100 * $0.baselines.hotCells, places: 2)
    },
    Column("highest_per_100", zh: "热点最高分每百次", en: "highest per 100", isShort: true) {
      .decimal(100 * $0.baselines.highest, places: 2)
    },
    Column("highest_townships", zh: "热点最高分乡镇", en: "highest: townships") {
      .count($0.baselines.highestTownships)
    },
    Column("violating", zh: "违法点位 %", en: "violating %", isShort: true) {
      .decimal(100 * $0.violating, places: 2)
    },
    Column("learned", zh: "已学习权重", en: "learned weights") { .count($0.isLearned ? 1 : 0) },
  ]

  private static let checked: [Column] = [
    Column("due", zh: "应核查", en: "due") { $0.verification.map { .count($0.due) } ?? .none },
    Column("in_time", zh: "按时核查", en: "in time") {
      $0.verification.map { .count($0.inTime) } ?? .none
    },
    Column("in_time_share", zh: "按时核查 %", en: "in time %", isShort: true) {
      $0.verification.map { .decimal(100 * $0.inTimeShare, places: 2) } ?? .none
    },
    Column("late", zh: "逾期核查", en: "late") {
      $0.verification.map { .count($0.late) } ?? .none
    },
    Column("done", zh: "已整改", en: "put right") {
      $0.verification.map { .count($0.done) } ?? .none
    },
    Column("recurred", zh: "反弹", en: "recurred") {
      $0.verification.map { .count($0.recurred) } ?? .none
    },
    Column("open", zh: "未销号问题", en: "open", isShort: true) { .count($0.open) },
  ]

  private static let ranked: [Column] = [
    Column("rank_weeks_counts", zh: "两周问题数排名相关", en: "rank, weeks: counts") {
      .decimal($0.stability.weeks?.counts ?? .nan, places: 3)
    },
    Column("rank_weeks_raw", zh: "两周比值排名相关", en: "rank, weeks: ratios") {
      .decimal($0.stability.weeks?.raw ?? .nan, places: 3)
    },
    Column("rank_weeks_shrunk", zh: "两周收缩比值排名相关", en: "rank, weeks", isShort: true) {
      .decimal($0.stability.weeks?.shrunk ?? .nan, places: 3)
    },
    Column("rank_rounds_counts", zh: "与上轮问题数排名相关", en: "rank, rounds: counts") {
      .decimal($0.stability.rounds?.counts ?? .nan, places: 3)
    },
    Column("rank_rounds_shrunk", zh: "与上轮收缩比值排名相关", en: "rank, rounds") {
      .decimal($0.stability.rounds?.shrunk ?? .nan, places: 3)
    },
    Column("rank_skill_counts", zh: "问题数排名与真实能力相关", en: "rank, skill: counts") {
      .decimal($0.stability.countsBySkill, places: 3)
    },
    Column("rank_skill_shrunk", zh: "收缩比值排名与真实能力相关", en: "rank, skill") {
      .decimal($0.stability.shrunkBySkill, places: 3)
    },
  ]

  /// The table on the screen.
  static func table(_ rounds: [RoundOutcome], _ language: Language) -> String {
    let columns = all.filter(\.isShort)
    var table = TextTable(columns.map { ($0.heading.text(language), .right) })
    for round in rounds {
      table.append(columns.map { $0.value(round).text(language) })
    }
    return table.text
  }

  /// A line a round for programs, with the keys as headings.
  static func csv(_ rounds: [RoundOutcome], _ language: Language) -> String {
    let lines = rounds.map { round in
      all.map { $0.value(round).plain(language) }.joined(separator: ",")
    }
    return ([all.map(\.key).joined(separator: ",")] + lines).joined(separator: "\n") + "\n"
  }
}
