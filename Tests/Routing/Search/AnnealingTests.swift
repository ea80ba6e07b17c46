import Testing

@testable import Routing

@Suite struct AnnealingTests {
  @Test func `searches stand between the hottest and the coolest from start to end`() {
    let hottest = Annealing(hot: 8000, cold: 80, coolest: 0.125)
    #expect(hottest.cooler(0).temperature == 8000)
    var middle = hottest.cooler(1.0 / 3)
    #expect((3999...4000).contains(middle.temperature))
    middle.cool(0.5)
    #expect((399...400).contains(middle.temperature))
    middle.cool(1)
    #expect((39...40).contains(middle.temperature))
    #expect((999...1000).contains(hottest.cooler(1).temperature))
  }

  @Test func `no temperature falls below one`() {
    var annealing = Annealing(hot: 4, cold: 1, coolest: 0.125).cooler(1)
    #expect(annealing.temperature == 1)
    annealing.cool(1)
    #expect(annealing.temperature == 1)
  }
}
