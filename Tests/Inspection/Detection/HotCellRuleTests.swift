import Testing

@testable import Inspection

@Suite struct HotCellRuleTests {
  private let means: [Double] = [50, 80, .nan, 80, 70, 60]
  private let cities: [String?] = ["a", "a", "a", "b", "b", nil]

  @Test func `the hottest come first, ties are kept`() {
    #expect(HotCellRule(.count(1), of: .overall).hotCells(means: means, cities: cities) == [1, 3])
    #expect(
      HotCellRule(.count(3), of: .overall).hotCells(means: means, cities: cities) == [1, 3, 4])
    #expect(HotCellRule(.count(0), of: .overall).hotCells(means: means, cities: cities).isEmpty)
    #expect(
      HotCellRule(.count(99), of: .overall).hotCells(means: means, cities: cities)
        == [1, 3, 4, 5, 0])
  }

  @Test func `values that rounding alone tells apart tie`() {
    let means = [0.1 + 0.2, 0.3, 0.29]
    #expect(
      HotCellRule(.count(1), of: .overall).hotCells(means: means, cities: [nil, nil, nil])
        == [0, 1])
  }

  @Test func `a share is of the cells with a value, one at least`() {
    #expect(
      HotCellRule(.share(0.4), of: .overall).hotCells(means: means, cities: cities) == [1, 3])
    #expect(HotCellRule(.share(0.01), of: .city).hotCells(means: means, cities: cities) == [1, 3])
    #expect(HotCellRule(.share(1), of: .overall).hotCells(means: [.nan], cities: ["a"]).isEmpty)
  }

  @Test func `by city, cells without one are not ranked`() {
    #expect(
      HotCellRule(.count(2), of: .city).hotCells(means: means, cities: cities) == [1, 3, 4, 0])
  }

  @Test func `standings compare two lists`() {
    #expect(HotCellStanding(wasHot: true, isHot: true) == .stays)
    #expect(HotCellStanding(wasHot: false, isHot: true) == .enters)
    #expect(HotCellStanding(wasHot: true, isHot: false) == .leaves)
    #expect(HotCellStanding(wasHot: false, isHot: false) == .outside)
  }
}
