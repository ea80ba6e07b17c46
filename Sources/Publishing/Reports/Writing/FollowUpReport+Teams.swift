import Geo
import Inspection

extension FollowUpReport {
  /// How many teams are drawn, and how many rows of the table are shown.
  private static let (drawnTeams, shownTeams) = (10, 20)

  /// The teams in order of what they found, with what can and cannot be told apart.
  func teamSection(_ total: HitRate) -> ReportSection {
    let teams = rankedTeams
    let overall = total.found.rate
    let above = teams.count { $0.found.interval.lowerBound > overall }
    let below = teams.count { $0.found.interval.upperBound < overall }
    return ReportSection(
      "teams", ReportText.sectionTeams.phrase(),
      [
        .paragraph(ReportText.teamsOrder.phrase()),
        .paragraph(
          ReportText.teamsApart.phrase(
            "\(teams.count)", "\(above)", "\(below)",
            Decimal.text(0.025 * Double(teams.count), places: 0))),
        .chart(
          ReportChart(
            key: "chart-teams", title: ReportText.chartTeams.phrase(),
            about: ReportText.chartTeamsAbout.phrase(),
            plot: ratePlot(Array(teams.prefix(Self.drawnTeams)), total))),
        .table(teamTable(teams)),
        .chart(
          ReportChart(
            key: "chart-team-counts", title: ReportText.chartTeamCounts.phrase(),
            about: ReportText.chartTeamCountsAbout.phrase(),
            plot: .histogram(
              HistogramPlot(
                teams.map(\.found.successes), valueName: ReportText.axisProblems.phrase(),
                countName: ReportText.axisTeams.phrase())))),
      ])
  }

  /// By problems, equal ones by rate, then by identifier.
  private var rankedTeams: [HitRate] {
    Self.byProblems(figures.rates(by: .team).filter { !$0.key.isEmpty })
  }

  private func teamTable(_ teams: [HitRate]) -> ReportTable {
    var table = ReportTable(
      key: "teams", caption: ReportText.tableTeams.phrase(),
      columns: [
        .init("rank", ReportText.columnRank.phrase()),
        .init("team", ReportText.columnTeam.phrase(), isNumber: false),
        .init("city", ReportText.columnCity.phrase(), isNumber: false),
      ] + Self.rateColumns + [
        .init("team_days", ReportText.columnTeamDays.phrase()),
        .init("problems_per_day", ReportText.columnPerDay.phrase()),
        .init("townships", ReportText.columnTownships.phrase()),
      ], shownRows: Self.shownTeams)
    var rank = 0
    for (number, team) in teams.enumerated() {
      // Equal counts and rates share a rank.
      if number == 0 || teams[number - 1].found != team.found { rank = number + 1 }
      table.append(
        team.key,
        [.count(rank), .text(names.team(team.key)), .text(names.city(ofTeam: team.key))]
          + Self.cells(team.found) + [
            .count(team.teamDays),
            .decimal(Double(team.found.successes) / Double(team.teamDays), places: 2),
            .count(team.townships),
          ])
    }
    return table
  }
}
