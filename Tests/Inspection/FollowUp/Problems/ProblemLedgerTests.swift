import CampaignData
import Testing

@testable import Inspection

@Suite struct ProblemLedgerTests {
  static func moment(_ day: Int, hour: Int = 9) -> Moment {
    Moment(CalendarDate(daysSince1970: 17_880 + day), hour: hour)
  }

  private func problem(
    _ state: String?, day: Int, id: String = "p", deadline: Int? = nil, note: String? = nil
  ) -> FoundProblem {
    FoundProblem(
      id: id, visitID: "v", severity: "general", state: state,
      handedOverAt: state == "handed_over" ? Self.moment(day) : nil,
      deadline: deadline.map { CalendarDate(daysSince1970: 17_880 + $0) }, note: note,
      knownAt: Self.moment(day))
  }

  @Test func `every state has its words, and transitions name states`() throws {
    let terms = try #require(CampaignData.vocabulary(named: "problem_state")).terms.map(\.key)
    #expect(Set(ProblemState.allCases.map(\.rawValue)) == Set(terms).subtracting(["overdue"]))
    for step in CampaignData.problemTransitions {
      #expect(ProblemState(rawValue: step.from) != nil && ProblemState(rawValue: step.to) != nil)
    }
    #expect(ProblemState(stored: "overdue") == .handedOver)
    #expect(ProblemState(stored: nil) == .open && ProblemState(stored: "lost") == nil)
    #expect(ProblemState.verified.successors == [.recurred])
    let results = try #require(CampaignData.vocabulary(named: "recheck_result")).terms
    #expect(results.allSatisfy { ProblemState(result: $0.key) != nil })
  }

  @Test func `from the report to the verification and back`() throws {
    var versions = [problem(nil, day: 0)]
    var rechecks: [Recheck] = []
    func ledger() -> ProblemLedger { ProblemLedger(versions: versions, rechecks: rechecks) }
    versions.append(try ledger().step("p", to: .reviewed, at: Self.moment(0, hour: 18)))
    let handed = try HandOver.versions(
      of: ledger(), at: Self.moment(0, hour: 20), deadlines: DeadlineRule(days: 5))
    #expect(handed.map(\.deadline) == [CalendarDate(daysSince1970: 17_885)])
    versions += handed
    #expect(ledger()["p"]?.isOverdue(on: CalendarDate(daysSince1970: 17_885)) == false)
    #expect(ledger()["p"]?.isOverdue(on: CalendarDate(daysSince1970: 17_886)) == true)
    versions.append(try ledger().step("p", to: .rectified, at: Self.moment(4)))
    #expect(ledger()["p"]?.isOverdue(on: CalendarDate(daysSince1970: 17_886)) == false)
    rechecks.append(
      try ledger().recheck("p", result: "done", visitedAt: Self.moment(7), knownAt: Self.moment(7)))
    #expect(ledger()["p"]?.state == .verified)
    rechecks.append(
      try ledger().recheck(
        "p", result: "recurred", visitedAt: Self.moment(30), knownAt: Self.moment(30)))
    let history = try #require(ledger()["p"])
    #expect(history.state == .recurred)
    #expect(
      history.events.map(\.state) == [
        .open, .reviewed, .handedOver, .rectified, .verified, .recurred,
      ])
    #expect(!history.events.contains { !$0.isAllowed })
    #expect(HandOver.handedOver(on: Self.moment(0).date, in: ledger()).map(\.id) == ["p"])
  }

  @Test func `what there is not is refused with the next step`() {
    let ledger = ProblemLedger(versions: [
      problem(nil, day: 5), problem("reviewed", day: 5, id: "r"),
      problem("handed_over", day: 5, id: "h", deadline: 9),
    ])
    func refusal(_ body: () throws -> some Any) -> ProblemRefusal? {
      do {
        _ = try body()
        return nil
      } catch { return error as? ProblemRefusal }
    }
    let now = Self.moment(6)
    #expect(refusal { try ledger.step("x", to: .reviewed, at: now) } == .unknown("x"))
    #expect(
      refusal { try ledger.step("p", to: .handedOver, at: now) }
        == .noSuchStep("p", from: .open, to: .handedOver))
    #expect(
      refusal { try ledger.step("p", to: .verified, at: now) }
        == .noSuchStep("p", from: .open, to: .verified))
    #expect(refusal { try ledger.step("p", to: .returned, at: now) } == .noReason("p"))
    #expect(refusal { try ledger.step("r", to: .handedOver, at: now) } == .noDeadline("r"))
    let early = CalendarDate(daysSince1970: 17_883)
    #expect(
      refusal { try ledger.step("r", to: .handedOver, at: now, deadline: early) }
        == .deadlineTooEarly("r", deadline: early, handedOver: now.date))
    #expect(
      refusal { try ledger.step("p", to: .reviewed, at: Self.moment(4)) }
        == .tooEarly("p", at: Self.moment(4), last: Self.moment(5)))
    #expect(
      refusal { try ledger.recheck("h", result: "fine", visitedAt: now, knownAt: now) }
        == .unknownResult("h", "fine"))
    #expect(
      refusal { try ledger.recheck("p", result: "done", visitedAt: now, knownAt: now) }
        == .noSuchStep("p", from: .open, to: .verified))
    #expect(
      refusal {
        try ledger.recheck("h", result: "done", visitedAt: Self.moment(2), knownAt: now)
      } == .tooEarly("h", at: Self.moment(2), last: Self.moment(5)))
    let words = ProblemRefusal.noSuchStep("p", from: .open, to: .verified)
    #expect(words.en.hasSuffix("it may become reviewed, returned"))
    #expect(words.zh == "问题 p 为“待交办”，不能直接变为“已核实”；可变为：已复审、退回")
  }

  @Test func `steps that there are not are kept, marked, and lead nowhere`() throws {
    let ledger = ProblemLedger(versions: [
      problem(nil, day: 0), problem("verified", day: 1), problem("reviewed", day: 2),
    ])
    let history = try #require(ledger["p"])
    #expect(history.events.map(\.isAllowed) == [true, false, true])
    #expect(history.state == .reviewed)
  }

  /// Random walks of random steps against rules written down anew.
  @Test(arguments: UInt64(1)...20)
  func `a walk stands where the rules lead it`(seed: UInt64) throws {
    var random = seed
    func draw(_ bound: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((random >> 33) % UInt64(bound))
    }
    let rules = Set(CampaignData.problemTransitions.map { "\($0.from)>\($0.to)" })
    var versions = [problem("open", day: 0)]
    var rechecks: [Recheck] = []
    var expected = "open"
    for day in 1..<40 {
      if draw(3) == 0 {
        let (result, state) = [
          ("done", "verified"), ("partly", "not_verified"), ("not_done", "not_verified"),
          ("false", "dismissed"), ("recurred", "recurred"),
        ][draw(5)]
        rechecks.append(
          Recheck(
            problemID: "p", visitedAt: Self.moment(day), result: result, knownAt: Self.moment(day)))
        if rules.contains("\(expected)>\(state)") { expected = state }
      } else {
        let state = ProblemState.allCases[draw(ProblemState.allCases.count)].rawValue
        versions.append(problem(state, day: day, deadline: day + 5))
        if rules.contains("\(expected)>\(state)") { expected = state }
      }
      // In whatever order they were read.
      let ledger = ProblemLedger(
        versions: draw(2) == 0 ? versions : versions.reversed(), rechecks: rechecks.reversed())
      #expect(ledger["p"]?.state.rawValue == expected)
      #expect(ledger["p"]?.events.count == versions.count + rechecks.count)
    }
  }
}
