import Geo
import Testing

@Suite struct ProportionTests {
  /// By scipy 1.15.3: `binomtest(k, n).proportion_ci(0.95, 'wilson')`.
  @Test(arguments: [
    (0, 1, 0.0, 0.7934506856227626), (1, 1, 0.20654931437723745, 1.0),
    (0, 20, 0.0, 0.16112515805281935), (3, 12, 0.08894166839405471, 0.5323053349335657),
    (8, 40, 0.104999897254377, 0.34757306346399497),
    (180, 3850, 0.0405245957850939, 0.053885478606506124),
    (8093, 140_600, 0.056355068953131845, 0.05879001734639355),
    (40, 40, 0.9123783988027133, 1.0),
  ])
  func `the interval is scipy's`(case expected: (Int, Int, Double, Double)) {
    let (hits, trials, low, high) = expected
    let proportion = Proportion(hits, of: trials)
    #expect(abs(proportion.interval.lowerBound - low) < 1e-14)
    #expect(abs(proportion.interval.upperBound - high) < 1e-14)
  }

  @Test func `the interval holds the rate, and all rates without a trial`() {
    for trials in 1...60 {
      for hits in 0...trials {
        let proportion = Proportion(hits, of: trials)
        #expect(proportion.interval.contains(proportion.rate))
      }
    }
    #expect(Proportion(0, of: 0).interval == 0...1)
    #expect(Proportion(0, of: 0).rate.isNaN)
  }
}
