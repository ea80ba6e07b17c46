import CampaignData
import Testing

@testable import Inspection
@testable import Store

@Suite struct VisitOrderTests {
  /// A visit in what does not depend on when its rows were imported.
  private struct Seen: Hashable {
    let visit: [String]
    let problems: [[String]]
  }

  @Test(arguments: 1...10)
  func `reports in any order and any number of files give the same visits`(seed: UInt64) throws {
    var random = DemoRandom(seed: seed, stream: "visit order")
    let rows = (0..<40).map { _ in Self.row(&random) }
    let whole = try VisitFixture()
    let report = try whole.visits(rows)
    #expect(report.read == 40 && report.rejected == 0)
    let expected = try Self.seen(whole)
    #expect(expected.count < 40)
    for _ in 0..<2 {
      let parts = try VisitFixture()
      var left = Self.shuffled(rows, &random)
      var second = 10
      while !left.isEmpty {
        let count = min(left.count, 1 + random.below(20))
        try parts.visits(Array(left.prefix(count)), later: second) { options in
          // What a file says was known does not depend on when it was imported.
          options.knownAt = whole.fixture.time.adding(seconds: 10)
        }
        left.removeFirst(count)
        second += 10
      }
      let found = try Self.seen(parts)
      #expect(found.subtracting(expected).isEmpty)
      #expect(expected.subtracting(found).isEmpty)
    }
  }

  private static func row(_ random: inout DemoRandom) -> [String: String] {
    let outcome = random.pick(["problem", "problem", "none", "closed"])
    return VisitFixture.row([
      "site_id": random.pick(["S1", "S2", "S3"]), "team_id": random.pick(["T1", "T2"]),
      "visited_at":
        "2018-12-\(random.pick(["13", "14"])) \(9 + random.below(4)):\(10 + random.below(50))",
      "outcome": outcome, "confirmed_by": random.pick(["张三", "李四", "张三;王五", ""]),
      "type": outcome == "problem" ? random.pick(["扬尘", "散煤", "扬尘；散煤", ""]) : "",
      "severity": outcome == "problem" ? random.pick(["一般", "严重", ""]) : "",
      "photos": random.pick(["1.jpg", "2.jpg;3.jpg", ""]), "note": random.pick(["甲", "乙", ""]),
    ])
  }

  private static func shuffled(
    _ rows: [[String: String]], _ random: inout DemoRandom
  ) -> [[String: String]] {
    var rows = rows
    for place in rows.indices.reversed() where place > 0 {
      rows.swapAt(place, random.below(place + 1))
    }
    return rows
  }

  private static func seen(_ fixture: VisitFixture) throws -> Set<Seen> {
    let problems = Dictionary(grouping: try fixture.problems(), by: \.visitID)
    return Set(
      try fixture.reports().map { visit in
        Seen(
          visit: visit.values.map(FieldParser.text(of:)),
          problems: (problems[visit.id] ?? []).map {
            [$0.type ?? "", $0.severity ?? "", $0.topic ?? ""]
          }.sorted { $0.joined() < $1.joined() })
      })
  }
}
