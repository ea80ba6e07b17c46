import Testing

@testable import Inspection

@Suite struct ReplayedVisitsTests {
  private func record(
    _ number: Int, round: Int, day: Double, problem: Bool, cell: String, hot: Bool
  ) -> VisitRecord {
    VisitRecord(
      visitID: "v\(number)", time: day, round: round, team: "t", outcome: problem ? 1 : 0,
      city: "130100", topics: [], cell: cell, isHot: hot, pieces: [])
  }

  @Test("hit rates, lifts, PAI and PEI* of a round worked by hand")
  func byHand() throws {
    // Ten visits in five cells; problems at visits 0, 1 and 7; the scores like 7 and 0 best.
    let records = (0..<10).map { number in
      record(
        number, round: 1, day: Double(number), problem: [0, 1, 7].contains(number),
        cell: "c\(number / 2)", hot: number < 5)
    }
    let scores: [Double] = [4, 1, 0, 0, 0, 0, 0, 5, 0, 0]
    let replayed = ReplayedVisits(records: records, scores: scores, share: 0.2)
    let figures = replayed.part(Array(0..<10)).figures()
    #expect(figures.hitRate == 0.3)
    #expect(figures.bestVisits == 2 && figures.bestProblems == 2)
    #expect(figures.hotHitRate == 0.4)
    #expect(abs(figures.liftOverRandom - 1 / 0.3) < 1e-12)
    #expect(abs(figures.liftOverHotCells - 2.5) < 1e-12)
    // One of five cells: c0 by its mean chance (4 and 1), which holds two of three problems.
    #expect(figures.bestCells == 1 && figures.bestCellProblems == 2)
    #expect(abs(figures.pai - (2.0 / 3) / 0.2) < 1e-12)
    #expect(figures.pei == 1)
    let days = try #require(replayed.part(Array(0..<10)).daysToFirstFind())
    #expect(days.asWorked == 0 && days.byScore == 0)
  }

  @Test("rounds are ranked apart, and counts are repeats")
  func rounds() {
    let records = (0..<40).map { number in
      record(
        number, round: 1 + number / 20, day: Double(number), problem: number % 7 == 0,
        cell: "c\(number % 6)", hot: number % 3 == 0)
    }
    let replayed = ReplayedVisits(records: records, scores: (0..<40).map { Double($0 * 11 % 17) })
    #expect(replayed.part(Array(0..<40)).figures().bestVisits == 4)
    let counts = (0..<40).map { Int32($0 % 3) }
    let repeats = counts.indices.flatMap { [Int](repeating: $0, count: Int(counts[$0])) }
    let (all, repeated) = (replayed.part(Array(0..<40)), replayed.part(repeats))
    #expect(all.figures(counts: counts) == repeated.figures())
    let days = (all.daysToFirstFind(counts: counts), repeated.daysToFirstFind())
    #expect(days.0?.asWorked == days.1?.asWorked && days.0?.byScore == days.1?.byScore)
    #expect((days.0?.byScore ?? 0) > 0)
  }
}
