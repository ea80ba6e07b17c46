import CampaignData
import Testing

@testable import Store

struct HeadingMatchTests {
  private func match(_ headings: [String], _ kind: String, map: [String: String] = [:]) throws
    -> HeadingMatch
  {
    try HeadingMatch(headings: headings, kind: #require(Schema.kind(named: kind)), map: map)
  }

  @Test func `a column's own name wins over other wordings`() throws {
    let match = try match(["编号", "id", "名称", "经度(°)", "纬度（度）", "备忘"], "sites")
    #expect(match.field(of: "id") == 1)
    #expect(match.field(of: "lon") == 3 && match.field(of: "lat") == 4)
    #expect(match.unmatched == ["编号", "备忘"])
  }

  @Test func `the user's map wins over the dictionary`() throws {
    let match = try match(["经度", "x2", "纬度"], "sites", map: ["x2": "lon"])
    #expect(match.field(of: "lon") == 1 && match.field(of: "lat") == 2)
    #expect(match.unmatched == ["经度"])
  }

  @Test func `a map to or from nothing is an error with a guess`() throws {
    let heading = try #require(throws: StoreError.self) {
      try match(["经度"], "sites", map: ["经渡": "lon"])
    }
    #expect(heading.code == .usage && heading.nextStep.contains("经度"))
    let column = try #require(throws: StoreError.self) {
      try match(["经度"], "sites", map: ["经度": "lonn"])
    }
    #expect(column.nextStep.contains("lon"))
  }
}
