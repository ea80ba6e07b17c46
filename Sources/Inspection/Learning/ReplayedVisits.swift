/// Visits of past rounds with the scores that they had beforehand; judges the scores by round.
///
/// Only visits have outcomes, so cells are those with visits: a cell where nobody went counts neither
/// for a score nor against it.
public struct ReplayedVisits: Sendable {
  /// The visits.
  public let records: [VisitRecord]
  /// The score of each, the higher the sooner it would be visited.
  public let scores: [Double]
  /// The part of each round's visits, and of its cells, that is called the best.
  public let share: Double

  /// Makes the collection.
  public init(records: [VisitRecord], scores: [Double], share: Double = 0.1) {
    self.records = records
    self.scores = scores
    self.share = share
  }

  /// The figures of some visits, each counted once or, in a bootstrap, as often as `counts` says,
  /// by place in `rows`.
  public func figures(of rows: [Int], counts: [Int32]? = nil) -> ReplayFigures {
    var figures = ReplayFigures()
    let places = Dictionary(grouping: rows.indices) { records[rows[$0]].round }
    for round in places.keys.sorted() {
      let members = (places[round] ?? []).sorted {
        (-scores[rows[$0]], $0) < (-scores[rows[$1]], $1)
      }
      addVisits(members, rows, counts, &figures)
      addCells(members, rows, counts, &figures)
    }
    return figures
  }

  private func addVisits(
    _ members: [Int], _ rows: [Int], _ counts: [Int32]?, _ figures: inout ReplayFigures
  ) {
    let total = members.reduce(0) { $0 + Int(counts?[$1] ?? 1) }
    var left = part(of: total)
    figures.bestVisits += left
    figures.visits += total
    for place in members {
      let record = records[rows[place]]
      let count = Int(counts?[place] ?? 1)
      let problems = record.outcome > 0.5 ? count : 0
      figures.problems += problems
      if record.isHot {
        figures.hotVisits += count
        figures.hotProblems += problems
      }
      let taken = min(left, count)
      left -= taken
      if problems > 0 { figures.bestProblems += taken }
    }
  }

  /// Cells by the mean chance of their visits, ties by name.
  private func addCells(
    _ members: [Int], _ rows: [Int], _ counts: [Int32]?, _ figures: inout ReplayFigures
  ) {
    var cells: [String: (score: Double, visits: Int, problems: Int)] = [:]
    for place in members {
      let record = records[rows[place]]
      let count = Int(counts?[place] ?? 1)
      guard count > 0 else { continue }
      var cell = cells[record.cell, default: (0, 0, 0)]
      cell.score += Double(count) * OutcomeLoss.chance(scores[rows[place]])
      cell.visits += count
      if record.outcome > 0.5 { cell.problems += count }
      cells[record.cell] = cell
    }
    let ranked = cells.sorted {
      (-$0.value.score / Double($0.value.visits), $0.key)
        < (-$1.value.score / Double($1.value.visits), $1.key)
    }
    let best = part(of: ranked.count)
    figures.cells += ranked.count
    figures.bestCells += best
    figures.bestCellProblems += ranked.prefix(best).reduce(0) { $0 + $1.value.problems }
    figures.mostCellProblems += ranked.map(\.value.problems).sorted(by: >).prefix(best)
      .reduce(0, +)
  }

  private func part(of count: Int) -> Int {
    count == 0 ? 0 : max(1, Int((share * Double(count)).rounded()))
  }

  /// Days from a round's first visit in a city to its first find, on average; nil without a find.
  ///
  /// As worked, and in order of score on the same dates; over the cities and rounds with a find.
  public func daysToFirstFind(of rows: [Int]) -> (asWorked: Double, byScore: Double)? {
    let groups = Dictionary(grouping: rows) { "\(records[$0].round) \(records[$0].city)" }
    var sums = (asWorked: 0.0, byScore: 0.0)
    var count = 0.0
    for name in groups.keys.sorted() {
      let members = groups[name] ?? []
      let dates = members.map { records[$0].time }.sorted()
      let order = members.sorted { (-scores[$0], $0) < (-scores[$1], $1) }
      let finds = members.filter { records[$0].outcome > 0.5 }.map { records[$0].time }
      guard let first = finds.min(), let start = dates.first,
        let place = order.firstIndex(where: { records[$0].outcome > 0.5 })
      else { continue }
      sums.asWorked += first - start
      sums.byScore += dates[place] - start
      count += 1
    }
    return count == 0 ? nil : (sums.asWorked / count, sums.byScore / count)
  }
}
