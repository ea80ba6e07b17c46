/// How well scores given beforehand told, within each round, which visits would find something.
public struct ReplayFigures: Sendable, Hashable {
  /// Visits.
  public var visits = 0
  /// Problems that they found.
  public var problems = 0
  /// Visits in hot cells.
  public var hotVisits = 0
  /// Problems that these found.
  public var hotProblems = 0
  /// The best scored visits of each round.
  public var bestVisits = 0
  /// Problems that these found.
  public var bestProblems = 0
  /// Cells with visits, by round.
  public var cells = 0
  /// The best scored of them.
  public var bestCells = 0
  /// Problems in the best scored cells.
  public var bestCellProblems = 0
  /// The most problems that so many cells of each round held.
  public var mostCellProblems = 0

  /// Problems by visit; what a random order finds.
  public var hitRate: Double { ratio(problems, visits) }
  /// Problems by visit among the best scored.
  public var bestHitRate: Double { ratio(bestProblems, bestVisits) }
  /// Problems by visit in hot cells.
  public var hotHitRate: Double { ratio(hotProblems, hotVisits) }
  /// How many times as many problems the best scored visits find as random ones.
  public var liftOverRandom: Double { bestHitRate / hitRate }
  /// The same over visits in hot cells.
  public var liftOverHotCells: Double { bestHitRate / hotHitRate }
  /// Prediction accuracy index: the part of all problems that lies in the best scored cells, over
  /// the part of all cells that these are (Chainey, Tompson and Uhlig 2008, Security Journal 21).
  public var pai: Double { ratio(bestCellProblems, problems) / ratio(bestCells, cells) }
  /// Prediction efficiency index: that index over the best that so many cells could have had
  /// (White, Hunt and Green 2023, Security Journal: PEI*, which takes the same number of cells).
  public var pei: Double { ratio(bestCellProblems, mostCellProblems) }

  private func ratio(_ part: Int, _ whole: Int) -> Double {
    whole == 0 ? .nan : Double(part) / Double(whole)
  }
}
