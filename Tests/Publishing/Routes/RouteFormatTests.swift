import Foundation
import FoundationXML
import Geo
import Inspection
import Testing

@testable import Publishing

@Suite struct RouteFormatTests {
  private let hostile = "<script>alert(1)</script>&\"'"

  @Test(arguments: Language.allCases) func `GPX holds stops in order, names escaped`(
    language: Language
  ) throws {
    let route = try PlannedRouteTests.route(name: hostile)
    let tags = try elements(GPXDocument.text(of: route, language: language))
    let waypoints = tags.filter { $0.name == "wpt" }
    #expect(waypoints.map { $0.attributes["lat"] } == ["38.0500000", "38.1000000"])
    #expect(tags.filter { $0.name == "rtept" }.count == 4)
    #expect(tags.contains { $0.name == "name" && $0.text == "1 \(hostile)" })
    #expect(tags.first { $0.name == "time" }?.text == "2018-12-23T10:00:00Z")
    #expect(!tags.contains { $0.name == "trk" || $0.name == "script" })
    // The order that the schema asks for.
    let inside = tags.map(\.name).filter { ["metadata", "wpt", "rte"].contains($0) }
    #expect(inside == ["metadata", "wpt", "wpt", "rte"])
  }

  @Test func `KML has a folder and a style a team`() throws {
    let route = try PlannedRouteTests.route(name: hostile)
    let text = KMLDocument.text(
      of: [route, route], colours: PlannedRouteTests.colours, language: .en)
    let tags = try elements(text)
    #expect(tags.filter { $0.name == "Folder" }.count == 2)
    #expect(tags.filter { $0.name == "Style" }.map { $0.attributes["id"] } == ["team0", "team1"])
    #expect(tags.filter { $0.name == "Placemark" }.count == 6)
    let colour = PlannedRouteTests.colours.colour(of: "t1")
    #expect(tags.first { $0.name == "color" }?.text == colour.kml)
    #expect(tags.contains { $0.name == "value" && $0.text == "problem" } == false)
    // A viewer shows a description as HTML.
    let about = tags.filter { $0.name == "description" }.map(\.text)
    #expect(about.allSatisfy { !$0.contains("<") })
    #expect(!tags.contains { $0.name == "script" })
  }

  @Test func `a day without stops is a document too`() throws {
    let plan = Fixture.plan
    let document = try JSONText(
      parsing: RouteDocument.geoJSON(of: plan.teamDays[1], plan: plan, facts: Fixture.facts))
    let route = try PlannedRoute(document, file: "t2")
    #expect(
      try elements(GPXDocument.text(of: route, language: .zh)).map(\.name).contains("metadata"))
    let kml = KMLDocument.text(of: [route], colours: PlannedRouteTests.colours, language: .zh)
    #expect(try !elements(kml).contains { $0.name == "Placemark" })
    let page = PhonePage(
      of: route, plan: "p", townships: [], colours: PlannedRouteTests.colours, language: .zh)
    #expect(page.text.contains("当日没有安排"))
  }

  /// The published position of Shijiazhuang, as in the tests of `Datum`: the fixture's base.
  @Test func `files in GCJ-02 are shifted and say so`() throws {
    let route = try PlannedRouteTests.route()
    let gpx = GPXDocument.text(of: route, language: .zh, datum: .gcj02)
    #expect(gpx.contains("lat=\"38.0434189\" lon=\"114.5208735\""))
    #expect(gpx.contains("(GCJ-02)</name>") && gpx.contains("不是 WGS-84"))
    let kml = KMLDocument.text(
      of: [route], colours: PlannedRouteTests.colours, language: .en, datum: .gcj02)
    #expect(kml.contains("114.5208735,38.0434189 ") && kml.contains("(GCJ-02)</name>"))
    #expect(kml.contains("<description>Coordinates: GCJ-02 (shifted, not WGS-84)</description>"))

    let document = try PlannedRouteTests.document()
    let shifted = try JSONText(
      parsing: RouteCollection.geoJSON(of: document, datum: .gcj02))
    #expect(shifted["coordinate_system"]?.text == "GCJ-02" && shifted["crs"] == nil)
    let base = shifted["features"]?.items.first?["properties"]?["base"]?.compact
    #expect(base == "[114.5208735,38.0434189]")
    #expect(shifted["bbox"]?.items.first?.number == 114.5208735)
    let plain = RouteCollection.geoJSON(of: document)
    #expect(plain == document.lines(depth: 2) && !plain.contains("coordinate_system"))
  }

  @Test func `all teams are one collection, each in its colour`() throws {
    let document = try PlannedRouteTests.document()
    let all = try JSONText(
      parsing: RouteCollection.geoJSON(
        of: [document, document], name: "2018-12-24", colours: PlannedRouteTests.colours))
    let features = all["features"]?.items ?? []
    #expect(features.count == 6 && all["name"]?.text == "2018-12-24")
    let colour = PlannedRouteTests.colours.colour(of: "t1").hexadecimal
    #expect(features.allSatisfy { $0["properties"]?["team_colour"]?.text == colour })
    #expect(all["bbox"]?.items.map(\.number) == [114.5149, 38.0428, 114.6, 38.1])
  }

  private struct Tag {
    let name: String
    let attributes: [String: String]
    var text = ""
  }

  private func elements(_ text: String) throws -> [Tag] {
    final class Collector: NSObject, XMLParserDelegate {
      var tags: [Tag] = []
      var open: [Int] = []
      func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
        qualifiedName: String?, attributes: [String: String]
      ) {
        open.append(tags.count)
        tags.append(Tag(name: name, attributes: attributes))
      }
      func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
        qualifiedName: String?
      ) { open.removeLast() }
      func parser(_ parser: XMLParser, foundCharacters string: String) {
        if let last = open.last { tags[last].text += string }
      }
    }
    let parser = XMLParser(data: Data(text.utf8))
    let collector = Collector()
    parser.delegate = collector
    try #require(parser.parse())
    return collector.tags
  }
}
