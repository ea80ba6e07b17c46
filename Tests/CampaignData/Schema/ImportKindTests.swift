import CampaignData
import Testing

@Suite struct ImportKindTests {
  @Test func `every promised kind is there and feeds tables that exist`() {
    #expect(
      Schema.kinds.map(\.name) == [
        "counties", "townships", "cells", "alerts", "complaints", "sites", "ledgers",
        "registrations", "power-anomalies", "orders", "warnings", "task-plan", "teams", "visits",
        "problems", "rechecks", "people", "crews", "contacts", "nominations",
      ])
    for kind in Schema.kinds {
      #expect(Schema.table(named: kind.table) != nil, "\(kind.name)")
      #expect(kind.alsoTables.allSatisfy { Schema.table(named: $0) != nil }, "\(kind.name)")
      #expect(!kind.geometries.isEmpty, "\(kind.name)")
      #expect(Set(kind.columns.map(\.name)).count == kind.columns.count, "\(kind.name)")
      for name in kind.oneOf { #expect(kind.column(named: name) != nil, "\(kind.name): \(name)") }
      #expect(kind.column(named: "known_at") != nil)
    }
  }

  @Test func `what a site needs is not asked of a record that names one`() {
    let name = Schema.kind(named: "visits")?.column(named: "name")
    #expect(name?.isRequired == false)
    #expect(Schema.kind(named: "sites")?.column(named: "name")?.isRequired == true)
  }

  @Test(arguments: [
    ("counties", "adcode", "code"), ("counties", "区县", "name"),
    ("counties", "programme_city_code", "city_code"),
    ("townships", "town_code", "code"), ("townships", "county_2016", "county"),
    ("alerts", "网格编号", "cell_id"), ("alerts", "预警原因", "reason"),
    ("complaints", "投诉时间", "received_at"), ("complaints", "created", "received_at"),
    ("complaints", "经度(°)", "lon"), ("complaints", "东经", "lon"),
    ("complaints", "被举报单位", "target"), ("complaints", "status", "status"),
    ("sites", "企业名称", "name"), ("sites", "POI_Longitude", "lon"), ("sites", "POI_Name", "name"),
    ("sites", "Latitude", "lat"), ("sites", "Power Plant ID", "id"),
    ("sites", "adcode", "county_code"), ("registrations", "登记状态", "status"),
    ("registrations", "住所（经营场所）", "address"),
    ("ledgers", "企业名称", "name"), ("ledgers", "整改时限", "deadline"), ("ledgers", "序号", "entry"),
    ("ledgers", "状态", "state"), ("ledgers", "城市", "city_code"), ("warnings", "城市", "city"),
    ("ledgers", "清单类型", "kind"),
    ("power-anomalies", "统一社会信用代码", "credit_code"),
    ("visits", "检查时间", "visited_at"), ("visits", "问题类型", "type"), ("visits", "企业名称", "name"),
    ("people", "是否党员", "party_member"), ("people", "环境监察执法证件号", "licence"),
    ("people", "擅  长  行  业", "industries"), ("warnings", "预警等级", "level"),
  ])
  func `a heading of a file leads to its column`(kind: String, heading: String, column: String)
    throws
  {
    let kind = try #require(Schema.kind(named: kind))
    #expect(kind.column(forHeading: heading)?.name == column)
  }

  @Test func `a heading that nobody knows leads nowhere`() throws {
    let kind = try #require(Schema.kind(named: "sites"))
    #expect(kind.column(forHeading: "Owner") == nil)
    #expect(kind.column(forHeading: "") == nil)
  }
}
