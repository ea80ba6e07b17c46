import Geo
import Publishing
import Testing

@testable import HotspotCLI
@testable import Terminal

@Suite struct OptionTests {
  @Test(arguments: [
    (["LC_ALL": "zh_CN.UTF-8"], Language.zh), (["LANG": "zh_CN"], .zh), (["LANG": "de_DE"], .en),
    (["LC_ALL": "C", "LANG": "zh_CN"], .en), (["LC_ALL": "", "LANG": "zh_CN"], .zh),
    (["HOTSPOT_LANG": "en", "LANG": "zh_CN"], .en), ([:], .en),
  ])
  func `the language follows the locale`(environment: [String: String], language: Language) {
    #expect(OutputOptions.language(of: environment) == language)
  }

  @Test func `headings are mapped to columns`() throws {
    let map = try ImportCommand.columnMap(["经度=lon,纬度=lat", "a=b=target"])
    #expect(map == ["经度": "lon", "纬度": "lat", "a=b": "target"])
  }

  @Test(arguments: ["lon", "=lon", "lon="])
  func `a pair without both sides is refused`(text: String) {
    #expect(throws: CommandFailure.self) { try ImportCommand.columnMap([text]) }
  }

  @Test func `a datum or a coordinate system is read`() {
    #expect(PlaceReference(argument: "GCJ-02") == .datum(.gcj02))
    #expect(PlaceReference(argument: "bd09")?.isShifted == true)
    #expect(PlaceReference(argument: "EPSG:4547")?.outputSystem?.isGeographic == false)
    #expect(PlaceReference(argument: "mars") == nil)
  }

  @Test func `a bar fills from left to right`() {
    #expect(ProgressBar.line("x", done: 0, total: 10) == "x [..............................] 0 %")
    #expect(
      ProgressBar.line("x", done: 10, total: 10) == "x [##############################] 100 %")
    #expect(ProgressBar.line("x", done: 20, total: 0).hasSuffix(" 100 %"))
  }
}
