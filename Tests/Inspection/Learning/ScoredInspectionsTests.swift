import Testing

@testable import Inspection

/// Reference values: scikit-learn's `roc_auc_score` and the definitions of the City of Chicago in
/// pandas, on `LogisticSample` (`logistic_reference.py`).
@Suite struct ScoredInspectionsTests {
  private let sample = LogisticSample()
  private var scored: ScoredInspections {
    ScoredInspections(scores: sample.scores, outcomes: sample.outcomes, times: sample.days)
  }

  @Test("area under the curve, days earlier and the first half")
  func reference() {
    let figures = scored.figures()
    #expect(abs(figures.auc - 0.735643717) < 1e-9)
    #expect(abs(figures.daysEarlier - 2.695121951) < 1e-9)
    #expect(figures.firstHalf == 112)
    #expect(figures.hitsInFirstHalf == 55)
    #expect(figures.hitsInFirstHalfAsWorked == 41)
    #expect(figures.hits == 82)
  }

  @Test("counts of a bootstrap give what the repeated rows give")
  func countsAreRepeats() {
    let counts = sample.scores.indices.map { Int32($0 * 5 % 4) }
    let rows = counts.indices.flatMap { row in
      [Int](repeating: row, count: Int(counts[row]))
    }
    let repeated = ScoredInspections(
      scores: rows.map { sample.scores[$0] }, outcomes: rows.map { sample.outcomes[$0] },
      times: rows.map { sample.days[$0] }
    ).figures()
    let counted = scored.figures(counts: counts)
    #expect(abs(counted.auc - repeated.auc) < 1e-12)
    #expect(abs(counted.daysEarlier - repeated.daysEarlier) < 1e-9)
    #expect(counted.firstHalf == repeated.firstHalf)
    #expect(counted.hitsInFirstHalf == repeated.hitsInFirstHalf)
    #expect(counted.hitRatesAtShares == repeated.hitRatesAtShares)
  }

  @Test("perfect scores find all at once; the order as worked saves nothing")
  func extremes() {
    let outcomes: [Double] = [0, 0, 1, 0, 1, 0]
    let times: [Double] = [0, 1, 2, 3, 4, 5]
    let perfect = ScoredInspections(scores: outcomes, outcomes: outcomes, times: times).figures()
    #expect(perfect.auc == 1)
    #expect(perfect.firstHalf == 3)
    #expect(perfect.firstHalfShare == 1)
    #expect(perfect.daysEarlier == 2.5)
    let same = ScoredInspections(
      scores: [Double](repeating: 0.3, count: 6), outcomes: outcomes, times: times
    ).figures()
    #expect(same.auc == 0.5)
    #expect(same.daysEarlier == 0)
    #expect(same.firstHalfShare == same.firstHalfShareAsWorked)
  }

  @Test("one day alone has no first half")
  func oneDay() {
    let figures = ScoredInspections(
      scores: [1, 2, 3], outcomes: [1, 0, 1], times: [5, 5.2, 5.9]
    ).figures()
    #expect(figures.firstHalf == 0)
    #expect(figures.firstHalfShare.isNaN)
  }

  @Test("reliability bins hold all rows; equal chances stay together")
  func reliability() {
    let chances: [Double] = [0.1, 0.1, 0.1, 0.2, 0.5, 0.9]
    let bins = ReliabilityBin.bins(chances: chances, outcomes: [0, 1, 0, 0, 1, 1], count: 3)
    #expect(bins.map(\.rows) == [3, 1, 2])
    #expect(bins.map(\.hits) == [1, 0, 2])
    #expect(bins[0].interval.low < 1.0 / 3 && bins[0].interval.high > 1.0 / 3)
  }
}
