import Foundation
import Inspection
import Testing

@testable import Publishing

@Suite struct RouteDocumentTests {
  private let plan = Fixture.plan
  private let facts = Fixture.facts

  @Test func `a route is a line and a point a stop`() throws {
    let document = try parsed(RouteDocument.geoJSON(of: plan.teamDays[0], plan: plan, facts: facts))
    #expect(document["type"] as? String == "FeatureCollection")
    #expect(document["bbox"] as? [Double] == [114.5149, 38.0428, 114.6, 38.1])
    let features = try #require(document["features"] as? [[String: Any]])
    try #require(features.count == 3)

    let line = try #require(features[0]["geometry"] as? [String: Any])
    #expect(line["type"] as? String == "LineString")
    #expect(
      line["coordinates"] as? [[Double]] == [
        [114.5149, 38.0428], [114.52, 38.05], [114.6, 38.1], [114.5149, 38.0428],
      ])
    let route = try #require(features[0]["properties"] as? [String: Any])
    #expect(route["distance_m"] as? Int == 12_346)
    #expect(route["duration_s"] as? Int == 7_200)
    #expect(route["geometry_source"] as? String == "straight")
    #expect(route["return"] as? String == "2018-12-24T10:00:00+08:00")
    #expect(route["township_sources"] as? [String] == ["official"])

    let stop = try #require(features[1]["properties"] as? [String: Any])
    #expect(stop["order"] as? Int == 1)
    #expect(stop["site"] as? String == "钢铁\"一\"厂")
    #expect(stop["township"] as? String == "建北街道")
    #expect(stop["reasons_zh"] as? [String] == ["预警 2018-11 同比"])
    #expect(stop["arrival"] as? String == "2018-12-24T08:20:00+08:00")
    #expect(stop["why_en"] as? String == "chosen for its chance of a problem, 25 %")
    let evidence = try #require((stop["evidence"] as? [[String: Any]])?.first)
    #expect(evidence["table"] as? String == "alerts")
    #expect(evidence["facts"] as? [String] == (1...7).map { "A\($0)" })
    #expect(evidence["chance_without"] as? Double == 0.125)
  }

  @Test func `a stop outside all townships has none`() throws {
    let document = try parsed(RouteDocument.geoJSON(of: plan.teamDays[0], plan: plan, facts: facts))
    let features = try #require(document["features"] as? [[String: Any]])
    let stop = try #require(features.last?["properties"] as? [String: Any])
    #expect(stop["township"] is NSNull)
    let near = try #require(stop["nearby"] as? [[String: Any]])
    #expect(near.first?["distance_m"] as? Int == 420)
  }

  @Test func `a day without stops has a route without geometry`() throws {
    let document = try parsed(RouteDocument.geoJSON(of: plan.teamDays[1], plan: plan, facts: facts))
    #expect(document["bbox"] == nil)
    let features = try #require(document["features"] as? [[String: Any]])
    #expect(features.count == 1)
    #expect(features[0]["geometry"] is NSNull)
  }

  @Test func `coordinates have seven decimals`() {
    let text = RouteDocument.geoJSON(of: plan.teamDays[0], plan: plan, facts: facts)
    #expect(text.contains("[114.5200000,38.0500000]"))
  }

  private func parsed(_ text: String) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }
}
