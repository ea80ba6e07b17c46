import CampaignData
import Geo
import Testing

@testable import Inspection

/// Shares drafted from evidence, season and ledgers.
@Suite struct TaskPlanDraftTests {
  private let december: CalendarMonth

  init() throws { december = try #require(CalendarMonth("2018-12")) }

  private func draft(
    _ campaign: MiniCampaign, ledgers: [LedgerEntry] = [], floor: Double = 0.03
  ) throws -> TaskPlanDraft {
    let snapshot = try campaign.snapshot()
    return TaskPlanDraft(
      month: december, snapshot: snapshot,
      targets: try Targeting.targets(of: snapshot, season: december), ledgers: ledgers,
      dailyVisits: 12, floor: floor, dueMost: 0.2)
  }

  private func mixed() -> MiniCampaign {
    var campaign = MiniCampaign(sites: 60)
    let ledgers = ["boilers", "mines", "industry", "scattered"]
    for index in campaign.facts.sites.indices {
      campaign.facts.sites[index].ledger = ledgers[index % 4]
    }
    for index in [3, 90, 200, 300, 450, 500, 600, 620, 640, 660, 680, 700] {
      campaign.facts.sites[index].ledger = "staggered"
    }
    return campaign
  }

  @Test func `the shares of a city add up to 1`() throws {
    let lines = try draft(mixed()).lines
    #expect(lines.reduce(0) { $0 + $1.percent } == 100)
    #expect(lines.allSatisfy { $0.city == "130100" && $0.percent > 0 })
  }

  @Test func `a topic that the month stresses is not left out`() throws {
    var campaign = mixed()
    for index in campaign.facts.sites.indices
    where campaign.facts.sites[index].ledger == "staggered" {
      campaign.facts.sites[index].status = "closed"
    }
    let line = try #require(try draft(campaign).lines.first { $0.topic == "staggered" })
    #expect(line.percent == 3 && line.level == .main)
    #expect(line.zh.contains("取最低比例") && line.en.contains("its least share"))
    #expect(
      try !draft(campaign, floor: 0).lines.contains { $0.topic == "staggered" && $0.percent >= 3 })
  }

  @Test func `entries that fall due raise the share, done ones and others do not`() throws {
    let campaign = mixed()
    let plain = try #require(try draft(campaign).lines.first { $0.topic == "mines" })
    func entries(_ day: String, _ state: String?) throws -> [LedgerEntry] {
      let deadline = try #require(CalendarDate(day))
      return (0..<300).map {
        LedgerEntry(
          id: "L\($0)", cityCode: "130100", kind: "straw", deadline: deadline, state: state,
          knownAt: MiniCampaign.known)
      }
    }
    var straw = campaign
    for index in straw.facts.sites.indices where index % 4 == 1 {
      straw.facts.sites[index].ledger = "straw"
    }
    let before = try draft(straw).lines.first { $0.topic == "straw" }
    let due = try #require(
      try draft(straw, ledgers: entries("2018-12-20", nil)).lines.first { $0.topic == "straw" })
    #expect(due.due == 300 && due.percent > before?.percent ?? 0 && due.percent >= 20)
    for other in [try entries("2018-12-20", "done"), try entries("2019-03-01", nil)] {
      #expect(try draft(straw, ledgers: other).lines.first { $0.topic == "straw" } == before)
    }
    #expect(plain.due == 0)
  }

  @Test func `outside the campaign's months nothing is drafted`() throws {
    let snapshot = try MiniCampaign().snapshot()
    let march = try #require(CalendarMonth("2020-03"))
    let draft = TaskPlanDraft(
      month: march, snapshot: snapshot, targets: try Targeting.targets(of: snapshot, season: march),
      ledgers: [], dailyVisits: 12, floor: 0.03, dueMost: 0.2)
    #expect(draft.lines.isEmpty)
  }
}

/// Shares between bounds, against what they must be.
@Suite struct ShareFillingTests {
  @Test(arguments: 0..<200) func `shares keep to their bounds, their sum and their order`(
    seed: UInt64
  )
    throws
  {
    var random = SplitMix(state: seed)
    let count = 1 + Int(random.next() % 12)
    let wanted = (0..<count).map { _ in Double(random.next() % 100) }
    let most = (0..<count).map { _ in Double(1 + random.next() % 100) / 60 }
    let least = most.map { min($0, Double(random.next() % 100) / 100 / Double(count)) }
    let shares = ShareFilling(wanted: wanted, least: least, most: most).shares
    let total = min(1, most.reduce(0, +))
    #expect(abs(shares.reduce(0, +) - total) < 1e-9)
    for index in shares.indices where wanted.contains(where: { $0 > 0 }) {
      #expect(shares[index] >= -1e-9)
    }
    // Between free ones the shares are in proportion to what is wanted.
    let free = shares.indices.filter {
      shares[$0] > least[$0] + 1e-6 && shares[$0] < most[$0] - 1e-6 && wanted[$0] > 0
    }
    for (one, other) in zip(free, free.dropFirst()) {
      #expect(abs(shares[one] * wanted[other] - shares[other] * wanted[one]) < 1e-4)
    }
    let percents = ShareFilling.percents(shares)
    #expect(percents.reduce(0, +) == Int((total * 100).rounded()))
    #expect(zip(percents, shares).allSatisfy { abs(Double($0) - $1 * 100) < 1.5 })
  }

  private struct SplitMix {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9e37_79b9_7f4a_7c15
      var z = state
      z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
      z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
      return z ^ (z >> 31)
    }
  }
}
