import Testing

@testable import CampaignData

/// The tables and columns that users were promised.
private let promised: [(table: String, columns: String)] = [
  ("counties", "code name city_code city vintage"),
  ("townships", "code name county_code county city_code city source"),
  ("cells", "id column row city_codes hot official_id"),
  ("cell_townships", "cell_id township_code share_of_cell share_of_township"),
  (
    "alerts",
    "id cell_id period reason value change issued_at detected_by rule_version input_hash"
  ),
  (
    "complaints",
    """
    id received_at channel accepted verified types sub_types industry target address text \
    county_code datum location_source repeat_of status closed_at township_code cell_id
    """
  ),
  (
    "sites",
    "id name kind topics ledger status industry credit_code origin township_code cell_id"
  ),
  ("ledgers", "id city_code kind entry site_id deadline state"),
  (
    "power_anomalies",
    "id site_id rule started_at ended_at severity detail detected_by rule_version input_hash"
  ),
  ("orders", "id site_id kind share started_at ended_at"),
  ("warnings", "id city_code city level started_at ended_at"),
  ("task_plan", "month city_code county_code topic ledger share"),
  ("teams", "id name city_code county_codes centre members daily_visits"),
  ("plans", "id round date made_as_of seed_commitment settings_hash"),
  (
    "stops",
    "plan_id team_id day order site_id basis inclusion_probability chance reasons arrival"
  ),
  ("plan_inputs", "id plan_id kind subject day note"),
  ("draws", "plan_id round site_id team_id inclusion_probability drawn_as_of"),
  ("sealed_stops", "id plan_id day release_at ciphertext"),
  (
    "visits",
    "id site_id team_id stop_id round visited_at outcome confirmed_by photos record note"
  ),
  (
    "visit_reports",
    """
    id visit_id row site_id team_id stop_id round visited_at outcome confirmed_by photos record \
    note problems doubts datum
    """
  ),
  ("problems", "id visit_id type severity topic state handed_over_at deadline"),
  ("rechecks", "problem_id visited_at result"),
  ("nominations", "site_id nominated_by nominated_at"),
  ("people", "id round province city name age sex employer position party_member licence phone"),
  ("crews", "round team_id person_id role"),
  ("contacts", "scope place role name position employer phone mobile email"),
  ("rejects", "file row column value reason"),
]

@Suite struct SchemaTests {
  @Test func `every promised table and column is there`() throws {
    #expect(Schema.tables.map(\.name) == promised.map(\.table))
    for (name, columns) in promised {
      let table = try #require(Schema.table(named: name))
      let known = columns.split(separator: " ").map(String.init)
      let missing = known.filter { table.column(named: $0) == nil }
      #expect(missing.isEmpty, "\(name) lacks \(missing)")
      #expect(table.columns.suffix(3).map(\.name) == ["known_at", "imported_from", "imported_at"])
    }
  }

  @Test func `identifying columns exist and no column stands twice`() {
    for table in Schema.tables {
      #expect(Set(table.columns.map(\.name)).count == table.columns.count, "\(table.name)")
      for name in table.idColumns { #expect(table.column(named: name) != nil, "\(name)") }
    }
    #expect(Schema.tables.filter { $0.idColumns.isEmpty }.map(\.name) == ["rejects"])
  }

  @Test func `no heading means two columns of one table`() {
    for table in Schema.tables {
      let point = table.geometry == .point ? Schema.pointColumns : []
      var owners: [FoldedText: String] = [:]
      for column in table.columns + point {
        for heading in Set(column.foldedHeadings) {
          let other = owners.updateValue(column.name, forKey: heading)
          #expect(
            other == nil, "\(table.name): \(heading.text) means \(column.name) and \(other ?? "")")
        }
      }
    }
  }

  @Test func `every vocabulary that a column names exists`() {
    for column in Schema.tables.flatMap(\.columns) {
      guard let name = column.vocabulary else { continue }
      #expect(CampaignData.vocabulary(named: name) != nil, "\(column.name): \(name)")
    }
  }

  @Test func `every column has headings in both languages`() {
    for column in Schema.tables.flatMap(\.columns) + Schema.pointColumns {
      #expect(!column.zh.isEmpty && !column.en.isEmpty, "\(column.name)")
    }
  }

  @Test func `width, case, blanks and punctuation of a heading do not count`() throws {
    let column = try #require(Schema.table(named: "sites")?.column(named: "credit_code"))
    for heading in [
      "credit_code", "Credit Code", "ＣＲＥＤＩＴ＿ＣＯＤＥ", " 统一社会信用代码 ", "信用代码", "统一社会 信用代码：",
    ] {
      #expect(column.matches(heading: heading), "\(heading)")
    }
    #expect(!column.matches(heading: "信用"))
    #expect(!column.matches(heading: ""))
    #expect(!column.matches(heading: "（）"))
  }
}
