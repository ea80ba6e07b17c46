import Foundation
import Testing

@testable import CampaignData

/// The shared test data, found by `HOTSPOT_TEST_DATA` or beside the repository.
private let codesFolder: URL? = {
  let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  let folder =
    ProcessInfo.processInfo.environment["HOTSPOT_TEST_DATA"].map { URL(filePath: $0) }
    ?? repository.appending(path: "../shared/data")
  let isThere = FileManager.default.fileExists(atPath: folder.appending(path: "codes").path)
  return isThere ? folder : nil
}()

/// Codes of other years, as files in use carry them.
@Suite(.enabled(if: codesFolder != nil, "no test data: set HOTSPOT_TEST_DATA"))
struct ReferenceCodesTests {
  private func rows(_ path: String) throws -> [EmbeddedRow] {
    let file = try #require(codesFolder).appending(path: path)
    let table = EmbeddedTable(Array(try Data(contentsOf: file)))
    #expect(table.defects.isEmpty, "\(path)")
    return table.rows
  }

  @Test func `the counties are those of the checked list`() throws {
    let listed = try rows("codes/counties_201808.csv")
    #expect(listed.count == 457)
    for row in listed {
      let county = CampaignData.counties.county(code: row.text("county_code"))
      #expect(county?.name == row.text("county_name_zh"))
      #expect(county?.cityCode == row.text("programme_city_code"))
    }
  }

  @Test func `every township code of 2016 and of 2023 leads to its city`() throws {
    let of2023 = try rows("codes/towns_39cities_modood2023.csv")
    let of2016 = try rows("townships/town_points_vonng2016.csv")
    #expect(of2023.count == 6_137 && of2016.count == 5_963)
    let codes =
      of2023.map { ($0.text("code"), $0.text("city")) }
      + of2016.map { ($0.text("town_code"), $0.text("city")) }
    for (code, city) in codes {
      try #require(CampaignData.counties.city(ofCounty: code)?.nameZH == city, "\(code) \(city)")
    }
  }
}
