import CampaignData
import Geo
import Testing

@testable import Inspection

/// The shares of the month's task plan in a round.
@Suite struct TaskPlanTests {
  private var campaign = MiniCampaign(sites: 40)
  private let december: CalendarMonth
  private let january: CalendarMonth

  init() throws {
    december = try #require(CalendarMonth("2018-12"))
    january = december + 1
    for index in campaign.facts.sites.indices where index % 4 == 0 {
      campaign.facts.sites[index].ledger = "mines"
      campaign.facts.sites[index].status = "stopped"
    }
  }

  private func line(
    _ topic: String, _ share: Double?, city: String? = "130100", county: String? = nil,
    ledger: String? = nil, month: CalendarMonth? = nil
  ) -> [TaskShare] {
    (month.map { [$0] } ?? [december, january]).map {
      TaskShare(
        month: $0, cityCode: city, countyCode: county, topic: topic, ledger: ledger, share: share,
        knownAt: MiniCampaign.known)
    }
  }

  private func stops(_ plan: Plan) -> [Stop] { plan.teamDays.flatMap(\.stops) }

  private func shorts(_ plan: Plan) -> [TaskStanding] {
    plan.remarks.compactMap { if case .taskShort(let found) = $0 { found } else { nil } }
  }

  @Test mutating func `a share is met, and says so at the stops that it brought in`() throws {
    let without = try campaign.roundPlan()
    #expect(stops(without).count { $0.target.topic == "mines" } < 20)
    campaign.facts.taskPlan = line("mines", 0.4)
    let plan = try campaign.roundPlan()
    let all = stops(plan).count
    let mines = stops(plan).count { $0.target.topic == "mines" }
    #expect(all == stops(without).count)
    #expect(mines == Int((0.4 * Double(all)).rounded()))
    #expect(shorts(plan).isEmpty)
    #expect(stops(plan).contains { $0.target.reasons.first?.key == "task_plan" })
    #expect(
      plan.remarks.contains {
        if case .taskPlan(lines: 1, unmet: 0, exchanged: let count, cost: let cost) = $0 {
          count > 0 && cost > 0
        } else {
          false
        }
      })
    // Coverage stays first.
    #expect(plan.coverage.allSatisfy { $0.gap == nil })
  }

  @Test mutating func `without lines of its months a plan is what it is without a task plan`()
    throws
  {
    let without = try campaign.roundPlan()
    campaign.facts.taskPlan =
      line("mines", 0.4, month: december - 1) + line("mines", nil)
      + line("mines", 0.4, city: "110000")
    #expect(try campaign.roundPlan().teamDays == without.teamDays)
  }

  @Test mutating func `a line of the county holds before the city's, and this before all cities'`()
    throws
  {
    campaign.facts.taskPlan =
      line("mines", 0, county: "130102") + line("mines", 0.5) + line("mines", 0.9, city: nil)
    let plan = try campaign.roundPlan()
    let without = stops(plan).count { $0.target.topic == "mines" }
    campaign.facts.taskPlan = line("mines", 0.3) + line("mines", 0.9, city: nil)
    let other = try campaign.roundPlan()
    #expect(stops(other).count { $0.target.topic == "mines" } > without)
    #expect(
      stops(other).count { $0.target.topic == "mines" }
        == Int((0.3 * Double(stops(other).count)).rounded()))
  }

  @Test mutating func `what cannot be met is told with the reason`() throws {
    for index in campaign.facts.sites.indices where index % 40 >= 4 {
      campaign.facts.sites[index].ledger = "boilers"
    }
    campaign.facts.taskPlan = line("mines", 0.4) + line("straw", 0.1)
    let found = shorts(try campaign.roundPlan())
    #expect(found.map(\.topic) == ["mines", "straw"])
    #expect(found.allSatisfy { $0.short > 0 && $0.planned < $0.wanted })
    #expect(found.allSatisfy { $0.missing.keys.elementsEqual([.tooFew]) })
    let remark = PlanRemark.taskShort(found[0])
    #expect(remark.isWarning && remark.zh.contains("点位不足") && remark.en.contains("too few sites"))
  }

  @Test mutating func `localities cannot fill a share with sites that only they know`() throws {
    for index in campaign.facts.sites.indices where index % 4 == 0 {
      campaign.facts.sites[index].origin = "local"
    }
    campaign.facts.taskPlan = line("mines", 0.4)
    let plan = try campaign.roundPlan()
    let brought = stops(plan).filter { $0.target.reasons.first?.key == "task_plan" }
    let found = try #require(shorts(plan).first)
    #expect(Double(brought.count) <= 0.1 * Double(found.wanted))
    #expect(found.missing.keys.elementsEqual([.onlyLocal]))
  }

  @Test mutating func `a ledger's line counts the sites of the ledger`() throws {
    campaign.facts.taskPlan = line("industry", 0.3, ledger: "mines")
    let plan = try campaign.roundPlan()
    #expect(
      stops(plan).count { $0.target.topic == "mines" }
        >= Int((0.3 * Double(stops(plan).count)).rounded()))
  }

  @Test mutating func `visits made in the round count for the rest of it`() throws {
    campaign.facts.taskPlan = line("mines", 0.4)
    let mines = campaign.facts.sites.filter { $0.ledger == "mines" }
    let tuesday = try #require(CalendarDate("2018-12-25"))
    campaign.facts.visits = mines.prefix(40).enumerated().map { number, site in
      Visit(
        id: "V\(number)", siteID: site.id, teamID: "T1", round: 14,
        visitedAt: Moment(tuesday - 1, hour: 10), outcome: "none",
        knownAt: Moment(tuesday - 1, hour: 18))
    }
    let snapshot = try campaign.snapshot(asOf: Moment(tuesday - 1, hour: 20))
    let plan = try Planner.planDay(
      tuesday, snapshot: snapshot, targets: Targeting.targets(of: snapshot),
      settings: MiniCampaign.settings)
    let planned = stops(plan)
    let wanted = Int((0.4 * Double(planned.count + 40)).rounded())
    #expect(planned.count { $0.target.topic == "mines" } == wanted - 40)
  }
}
