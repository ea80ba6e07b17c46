import CampaignData
import Geo
import Inspection

extension HandoverPage {
  /// Rows of open problems that people are shown.
  private static let shownProblems = 20

  /// Where problems cluster.
  var placeSection: ReportSection {
    let ground = handover.townships.flatMap { rings(of: $0) }
    let unvisited = handover.unvisited.flatMap { rings(of: $0) }
    let plot = PlacePlot(
      areas: [
        .init(ReportText.handoverGroundKey.phrase(), rings: ground, isFilled: false),
        .init(ReportText.handoverUnvisited.phrase(), rings: unvisited, isFilled: true),
      ],
      places: [
        .init(
          ReportText.handoverVainKey.phrase(),
          handover.inVain.map { facts.sites[$0.site].position }, ink: .axis),
        .init(ReportText.handoverProblemKey.phrase(), handover.problemPlaces, ink: .second),
      ], listName: ReportText.handoverMost.phrase(),
      rows: handover.clusters.prefix(5).map { cluster in
        .init(township(cluster.place), cluster.found.successes)
      })
    let chart = ReportChart(
      key: "map-" + Self.anchor(team.id), title: ReportText.handoverPlaces.phrase(),
      about: ReportText.handoverPlacesAbout.phrase(), plot: .places(plot))
    return ReportSection(
      "places", ReportText.handoverPlaces.phrase(),
      [
        .chart(chart), .table(clusterTable("handover_townships", handover.clusters, townshipRow)),
        .table(clusterTable("handover_cells", handover.cells, cellRow)),
      ])
  }

  /// What nobody has found settled.
  var problemSection: ReportSection {
    ReportSection(
      "problems", ReportText.handoverOpen.phrase(),
      handover.problems.isEmpty
        ? [.paragraph(ReportText.handoverNone.phrase())] : [.table(problemTable)])
  }

  private var problemTable: ReportTable {
    var table = ReportTable(
      key: "handover_problems", caption: ReportText.handoverProblemOrder.phrase(),
      columns: [
        .init("site", ReportText.columnSite.phrase(), isNumber: false),
        .init("township", ReportText.columnTownship.phrase(), isNumber: false),
        .init("type", ReportText.columnType.phrase(), isNumber: false),
        .init("severity", ReportText.columnSeverity.phrase(), isNumber: false),
        .init("found", ReportText.columnFoundOn.phrase(), isNumber: false),
        .init("state", ReportText.columnState.phrase(), isNumber: false),
        .init("deadline", ReportText.columnDeadline.phrase(), isNumber: false),
        .init("verify", ReportText.columnVerify.phrase(), isNumber: false),
      ], shownRows: Self.shownProblems)
    for open in handover.problems { table.append("\(team.id):\(open.problem.id)", row(open)) }
    return table
  }

  private func row(_ open: OpenProblem) -> [ReportCell] {
    let problem = open.problem
    let state = open.isOverdue ? "overdue" : problem.state ?? "open"
    return [
      .text(site(open.site)), .text(township(open.township)),
      .text(names.word(problem.type ?? "", of: "problem_type")),
      .text(names.word(problem.severity ?? "", of: "severity")),
      .text(ReportPhrase(open.foundOn.description)),
      .text(names.word(state, of: "problem_state")),
      problem.deadline.map { .text(ReportPhrase($0.description)) } ?? .none,
      open.isDue ? .text(ReportText.handoverYes.phrase()) : .none,
    ]
  }

  private func clusterTable(
    _ key: String, _ clusters: [ProblemCluster], _ name: (Int) -> (key: String, ReportPhrase)
  ) -> ReportTable {
    var table = ReportTable(
      key: key, caption: ReportText.handoverPlaces.phrase(),
      columns: [
        .init("place", ReportText.columnPlace.phrase(), isNumber: false),
        .init("problems", ReportText.columnProblems.phrase()),
        .init("visits", ReportText.columnVisits.phrase()),
      ], shownRows: 0)
    for cluster in clusters {
      let (id, name) = name(cluster.place)
      table.append(
        "\(team.id):\(id)",
        [.text(name), .count(cluster.found.successes), .count(cluster.found.trials)])
    }
    return table
  }

  private func townshipRow(_ index: Int) -> (key: String, ReportPhrase) {
    (facts.townships[index].code, township(index))
  }

  private func cellRow(_ index: Int) -> (key: String, ReportPhrase) {
    (facts.cells[index].id, ReportPhrase(code: facts.cells[index].id))
  }

  private func rings(of township: Int) -> [Ring] {
    facts.townships[township].area.polygons.map(\.exterior)
  }
}
