import Testing

@testable import Geo

@Suite struct InterpolationTests {
  private let samples = Samples(
    xs: [0, 3000, 0, .nan], ys: [0, 0, 4000, 0], values: [10, 20, 40, 5])

  @Test func `inverse distance weighs by the power, and is exact at samples`() {
    let method = InverseDistance(samples, power: 2)
    #expect(samples.count == 3)
    #expect(method.estimates(xs: [0, 3000], ys: [0, 0]) == [10, 20])
    // At 0, 2000: distances 2000, sqrt(13) km, 2000.
    let weights = [1 / 4.0, 1 / 13.0, 1 / 4.0]
    let mean = (10 * weights[0] + 20 * weights[1] + 40 * weights[2]) / weights.reduce(0, +)
    #expect(abs(method.estimates(xs: [0], ys: [2000])[0] - mean) < 1e-12)
    let others = method.leaveOneOut()
    #expect(abs(others[0] - (20 / 9.0 + 40 / 16.0) / (1 / 9.0 + 1 / 16.0)) < 1e-12)
    #expect(InverseDistance(Samples(xs: [0], ys: [0], values: [1])).leaveOneOut()[0].isNaN)
  }

  @Test func `the leave-one-out error is over all sets`() throws {
    let method = Interpolation.inverseDistance(power: 2)
    let once = try #require(method.error(over: [samples]))
    #expect(abs(try #require(method.error(over: [samples, samples])) - once) < 1e-12)
    let few = Samples(xs: [0, 1], ys: [0, 1], values: [1, 2])
    #expect(method.error(over: [samples, few]) == nil)
    #expect(method.outcome(few, xs: [], ys: []) == nil)
  }

  @Test func `a matrix times its inverse is one`() throws {
    let matrix = SquareMatrix([0, 2, 1, 1, 0, 3, 4, 1, 0], size: 3)
    let inverse = try #require(matrix.inverse())
    for row in 0..<3 {
      for column in 0..<3 {
        let product = (0..<3).reduce(0.0) {
          $0 + matrix.elements[row * 3 + $1] * inverse.elements[$1 * 3 + column]
        }
        #expect(abs(product - (row == column ? 1 : 0)) < 1e-12)
      }
    }
    #expect(SquareMatrix([1, 2, 2, 4], size: 2).inverse() == nil)
  }
}
