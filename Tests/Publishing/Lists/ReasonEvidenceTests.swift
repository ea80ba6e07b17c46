import Inspection
import Testing

@testable import Publishing

@Suite struct ReasonEvidenceTests {
  @Test(arguments: [
    ([], FactTable.visits, "-"), (["S-3"], .sites, "sites S-3"),
    (["1", "2", "3", "4", "5"], .complaints, "complaints 1, 2, 3, 4, 5"),
    (["1", "2", "3", "4", "5", "6"], .anomalies, "power_anomalies 1, 2, 3, 4, 5 +1"),
    (["a;b"], .alerts, "alerts a,b"),
  ])
  func `facts are named by table and identifier, the first five`(
    ids: [String], table: FactTable, text: String
  ) {
    #expect(Reason.text(of: ids, in: table) == text)
  }

  @Test func `each reason has its place, also one without rows`() {
    var target = Fixture.stop("a", order: 1).target
    target.reasons.insert(
      Reason(key: "manual", logOdds: 0, zh: "人工添加", en: "added by hand"), at: 0)
    #expect(target.evidenceText == "-; alerts A1, A2, A3, A4, A5 +2")
    #expect(target.chancesWithoutText == "-; 0.1250")
  }
}
