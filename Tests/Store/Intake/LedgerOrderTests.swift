import CampaignData
import Geo
import Inspection
import Testing

@testable import Store

/// A locality chooses the order of its rows, and nothing follows from it.
@Suite struct LedgerOrderTests {
  /// A generator of 64 bits (Marsaglia 2003).
  private struct Shuffler: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }

  private let kind: ImportKind
  private let match: HeadingMatch
  private let names = ["甲厂", "乙厂", "丙厂", "丁厂"]

  init() throws {
    kind = try #require(Schema.kind(named: "ledgers"))
    match = try HeadingMatch(
      headings: ["企业名称", "信用代码", "县代码", "序号", "状态", "lon", "lat"], kind: kind, map: [:])
  }

  private func draft(_ number: Int, _ values: [String: String], _ place: Coordinate?) -> Draft {
    var draft = Draft(
      number: number, values: [FieldValue](repeating: .null, count: kind.columns.count),
      geometry: place.map { .point($0) }, knownAt: Moment(secondsSince1970: 0))
    for (column, value) in values {
      if let position = match.position(of: column) { draft.values[position] = .text(value) }
    }
    return draft
  }

  /// Rows about few firms, by code, by name or by both, that contradict each other.
  private func ledger(_ random: inout Shuffler) -> [Draft] {
    (0..<12).map { row in
      let firm = Int.random(in: 0..<4, using: &random)
      var values = ["kind": "scattered", "county_code": "130102", "entry": "\(row)"]
      if Bool.random(using: &random) { values["credit_code"] = "91130100MA07XXXX\(firm)X" }
      values["name"] = names[firm]
      values["status"] = ["operating", "closed", "stopped"].randomElement(using: &random)
      let place = Coordinate(114.5 + 0.001 * Double(Int.random(in: 0..<3, using: &random)), 38.5)
      return draft(row, values, Bool.random(using: &random) ? place : nil)
    }
  }

  /// The new sites and the site that each entry means, by what the entry says.
  private func merged(_ entries: [Draft]) throws -> (sites: [[FieldValue]], meant: [String]) {
    let table = try #require(Schema.table(named: "sites"))
    let known = Site(
      id: "S1", name: "甲厂", position: Coordinate(114.4, 38.4), countyCode: "130102",
      knownAt: Moment(secondsSince1970: 0))
    var options = ImportOptions()
    options.ledger = "scattered"
    var merge = LedgerMerge(
      match, options: options, siteTable: table, registry: SiteRegistry([known], locator: nil))
    let columns = ColumnAccess(match)
    var meant: [String] = []
    for var entry in LedgerOrder(match).sorted(entries) {
      try merge.complete(&entry)
      meant.append(columns.text("site_id", of: entry) ?? "")
    }
    return (merge.newSites.map(\.values), meant)
  }

  @Test func `a thousand reorderings of rows and of their numbers change no site`() throws {
    var random = Shuffler(state: 88_172_645_463_325_252)
    let entry = try #require(match.position(of: "entry"))
    for _ in 0..<50 {
      let rows = ledger(&random)
      let plain = try merged(rows)
      for _ in 0..<20 {
        var changed = rows.shuffled(using: &random)
        let numbers = (0..<rows.count).shuffled(using: &random)
        for (row, number) in numbers.enumerated() {
          changed[row].values[entry] = .text("\(number)")
        }
        let after = try merged(changed)
        #expect(after.sites == plain.sites)
        #expect(after.meant == plain.meant)
      }
    }
  }
}
