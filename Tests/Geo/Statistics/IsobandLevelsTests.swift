import Testing

@testable import Geo

@Suite struct IsobandLevelsTests {
  private let values = [Double.nan, 0, -3, 8, 1, 2, 4, 3]

  @Test func `doubling ends at half of the highest`() {
    #expect(IsobandLevels.doubling.levels(of: values, classes: 3) == [1, 2, 4])
  }

  @Test func `equal steps begin above nothing`() {
    let levels = IsobandLevels.equal.levels(of: values, classes: 4)
    #expect(levels.dropFirst() == [2, 4, 6])
    #expect(levels[0] > 0 && levels[0] < 1e-300)
  }

  @Test func `quantiles have as many positive values each, and none twice`() {
    #expect(IsobandLevels.quantile.levels(of: values, classes: 5) == [1, 2, 3, 4, 8])
    #expect(IsobandLevels.quantile.levels(of: [1, 1, 1, 1, 5], classes: 5) == [1, 5])
  }

  @Test(arguments: IsobandLevels.allCases)
  func `nothing has no levels`(kind: IsobandLevels) {
    #expect(kind.levels(of: [], classes: 7).isEmpty)
    #expect(kind.levels(of: [0, -1, .nan], classes: 7).isEmpty)
    // The smallest number cannot be halved.
    #expect(kind.levels(of: [.leastNonzeroMagnitude], classes: 7).allSatisfy { $0 > 0 })
  }
}
