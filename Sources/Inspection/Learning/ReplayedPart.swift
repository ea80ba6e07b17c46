/// Some visits of past rounds, arranged once so that their figures can be counted often, as a
/// bootstrap does.
public struct ReplayedPart: Sendable {
  /// The visits of a round by falling score, as places among the part's visits, with their cells.
  private struct Round: Sendable {
    var members: [Int] = []
    var cells: [Int] = []
    var cellCount = 0
  }

  /// The visits of a city's round, by falling score and by time.
  private struct Campaign: Sendable {
    var byScore: [Int] = []
    var byTime: [Int] = []
  }

  /// How many visits there are, and the part of each round's visits and cells called the best.
  public let count: Int
  private let share: Double
  private let rounds: [Round]
  private let campaigns: [Campaign]
  /// By place: whether it found a problem, whether its cell is hot, its chance and its time.
  private let isProblem: [Bool]
  private let isHot: [Bool]
  private let chances: [Double]
  private let times: [Double]

  init(_ rows: [Int], of visits: ReplayedVisits) {
    let records = rows.map { visits.records[$0] }
    let scores = rows.map { visits.scores[$0] }
    count = rows.count
    share = visits.share
    isProblem = records.map { $0.outcome > 0.5 }
    isHot = records.map(\.isHot)
    chances = scores.map(OutcomeLoss.chance)
    times = records.map(\.time)
    let byScore = rows.indices.sorted { (-scores[$0], $0) < (-scores[$1], $1) }
    var rounds: [Int: Round] = [:]
    var campaigns: [String: Campaign] = [:]
    for place in byScore {
      rounds[records[place].round, default: Round()].members.append(place)
      campaigns["\(records[place].round) \(records[place].city)", default: Campaign()]
        .byScore.append(place)
    }
    let times = times
    self.rounds = rounds.keys.sorted().compactMap { rounds[$0] }.map { round in
      var round = round
      let names = Set(round.members.map { records[$0].cell }).sorted()
      let numbers = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
      round.cells = round.members.map { numbers[records[$0].cell] ?? 0 }
      round.cellCount = names.count
      return round
    }
    self.campaigns = campaigns.keys.sorted().compactMap { campaigns[$0] }.map { campaign in
      Campaign(
        byScore: campaign.byScore,
        byTime: campaign.byScore.sorted { (times[$0], $0) < (times[$1], $1) })
    }
  }

  /// The figures, each visit counted once or, in a bootstrap, as often as `counts` says by place.
  public func figures(counts: [Int32]? = nil) -> ReplayFigures {
    let counts = counts ?? [Int32](repeating: 1, count: count)
    var figures = ReplayFigures()
    for round in rounds {
      addVisits(round, counts, &figures)
      addCells(round, counts, &figures)
    }
    return figures
  }

  private func addVisits(_ round: Round, _ counts: [Int32], _ figures: inout ReplayFigures) {
    let total = round.members.reduce(0) { $0 + Int(counts[$1]) }
    var left = part(of: total)
    figures.bestVisits += left
    figures.visits += total
    for place in round.members {
      let count = Int(counts[place])
      let problems = isProblem[place] ? count : 0
      figures.problems += problems
      if isHot[place] {
        figures.hotVisits += count
        figures.hotProblems += problems
      }
      let taken = min(left, count)
      left -= taken
      if problems > 0 { figures.bestProblems += taken }
    }
  }

  /// Cells by the mean chance of their visits, ties by name.
  private func addCells(_ round: Round, _ counts: [Int32], _ figures: inout ReplayFigures) {
    var cells = [(score: Double, visits: Int, problems: Int)](
      repeating: (0, 0, 0), count: round.cellCount)
    for (place, cell) in zip(round.members, round.cells) where counts[place] > 0 {
      let count = Int(counts[place])
      cells[cell].score += Double(count) * chances[place]
      cells[cell].visits += count
      if isProblem[place] { cells[cell].problems += count }
    }
    let means = cells.map { $0.score / Double($0.visits) }
    let ranked = cells.indices.filter { cells[$0].visits > 0 }
      .sorted { (-means[$0], $0) < (-means[$1], $1) }
    let best = part(of: ranked.count)
    figures.cells += ranked.count
    figures.bestCells += best
    figures.bestCellProblems += ranked.prefix(best).reduce(0) { $0 + cells[$1].problems }
    figures.mostCellProblems += cells.map(\.problems).sorted(by: >).prefix(best).reduce(0, +)
  }

  private func part(of count: Int) -> Int {
    count == 0 ? 0 : max(1, Int((share * Double(count)).rounded()))
  }

  /// Days from a round's first visit in a city to its first find, on average; nil without a find.
  ///
  /// As worked, and in order of score on the same dates; over the cities and rounds with a find. Each
  /// visit counts once or as often as `counts` says.
  public func daysToFirstFind(
    counts: [Int32]? = nil
  ) -> (asWorked: Double, byScore: Double)? {
    var sums = (asWorked: 0.0, byScore: 0.0)
    var number = 0.0
    let isCounted = { (place: Int) in counts.map { $0[place] > 0 } ?? true }
    for campaign in campaigns {
      guard let start = campaign.byTime.first(where: isCounted),
        let first = campaign.byTime.first(where: { isProblem[$0] && isCounted($0) }),
        let date = firstDate(of: campaign, counts, isCounted)
      else { continue }
      sums.asWorked += times[first] - times[start]
      sums.byScore += date - times[start]
      number += 1
    }
    return number == 0 ? nil : (sums.asWorked / number, sums.byScore / number)
  }

  /// When the first find comes if visits are worked in order of score on the dates as they were.
  private func firstDate(
    of campaign: Campaign, _ counts: [Int32]?, _ isCounted: (Int) -> Bool
  ) -> Double? {
    var before = 0
    for place in campaign.byScore {
      if isProblem[place], isCounted(place) { break }
      before += counts.map { Int($0[place]) } ?? 1
    }
    for place in campaign.byTime {
      before -= counts.map { Int($0[place]) } ?? 1
      if before < 0 { return times[place] }
    }
    return nil
  }
}
