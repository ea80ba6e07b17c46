import Testing

@testable import Routing

@Suite struct TailExchangeTests {
  @Test(arguments: 0..<30)
  func `shifts change over without losing a stop, and change back`(seed: Int) throws {
    var random = RandomProblem(4000 + seed)
    let problem = try random.make(sites: 30, shifts: 2 + seed % 4)
    let model = Model(problem, sites: Reach(problem).candidates)
    var schedule = Schedule(model)
    var construction = Construction(model, Weights(model))
    construction.build(&schedule)
    let before = schedule.routes
    let tally = schedule.tally
    var dice = Xoshiro256(seed: UInt64(seed))
    var changed = 0
    for _ in 0..<20 {
      TailExchange().run(&schedule, &dice)
      let after = schedule.routes
      #expect(after.joined().sorted() == before.joined().sorted())
      #expect(schedule.tally.prize == tally.prize)
      for (shift, route) in after.enumerated() {
        #expect(route.allSatisfy { schedule.shiftOf[Int($0)] == Int32(shift) })
      }
      var copy = Schedule(model)
      copy.copy(after)
      #expect(copy.tally == schedule.tally)
      if after != before { changed += 1 }
      schedule.rollback()
      #expect(schedule.routes == before && schedule.tally == tally)
    }
    let driven = before.count { !$0.isEmpty }
    #expect(changed > 0 || driven < 2)
  }
}
