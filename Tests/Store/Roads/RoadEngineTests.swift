import Geo
import Inspection
import Testing

@testable import Store

@Suite struct RoadEngineTests {
  private let block = RoadBlock(
    sources: [Coordinate(113.1, 35.05), Coordinate(113.6, 35.1)],
    targets: [Coordinate(113.3, 35.2)])

  private func answer(_ text: String, status: Int = 200) -> WebAnswer {
    WebAnswer(status: status, body: Array(text.utf8))
  }

  @Test func `OSRM is asked for one block of a table`() {
    let engine = RoadEngineKind.osrm.engine(at: "http://host:5000/", timeout: 7)
    let request = engine?.matrixRequest(block)
    #expect(
      request?.address == "http://host:5000/table/v1/driving/113.1,35.05;113.6,35.1;113.3,35.2"
        + "?annotations=duration&sources=0;1&destinations=2")
    #expect(request?.json == nil)
    #expect(request?.timeout == 7)
  }

  @Test func `OSRM's null is no way, and its distances are the snaps`() throws {
    let text = """
      {"code":"Ok","durations":[[12.5],[null]],
       "sources":[{"distance":30.5,"location":[113.1,35.0]},{"distance":1,"location":[113.6,35.1]}],
       "destinations":[{"distance":4,"location":[113.3,35.2]}]}
      """
    let times = try OSRMEngine(address: "", timeout: 1).times(answer(text), of: block)
    #expect(times == [RoadTime(seconds: 12.5, snap: 30.5), nil])
  }

  @Test func `Valhalla's pairs say where the road is that a place was moved to`() throws {
    let text = """
      {"sources_to_targets":[
       [{"time":600,"distance":9.1,"begin_lat":35.05,"begin_lon":113.1,"end_lat":35.2,
         "end_lon":113.31}],
       [{"time":null,"distance":null}]],"units":"kilometers"}
      """
    let times = try ValhallaEngine(address: "", timeout: 1).times(answer(text), of: block)
    #expect(times.count == 2 && times[1] == nil)
    #expect(times[0]?.seconds == 600)
    // A hundredth of a degree of longitude at 35.2 north.
    let snap = Geodesic.distance(Coordinate(113.3, 35.2), Coordinate(113.31, 35.2))
    #expect(abs((times[0]?.snap ?? 0) / snap - 1) < 0.01)
  }

  @Test func `an answer of another size is unreadable`() {
    let text = #"{"sources_to_targets":[[{"time":1}]]}"#
    #expect(throws: RoadFault.unreadable("not 2 rows of 1 times")) {
      try ValhallaEngine(address: "", timeout: 1).times(answer(text), of: block)
    }
  }

  @Test(arguments: [
    (#"{"error_code":171,"error":"No suitable edges near location"}"#, RoadFault.placeRefused),
    (
      #"{"error_code":150,"error":"Exceeded max locations"}"#,
      .refused(
        status: 400, words: "Exceeded max locations; lower road_block in hotspot.yaml")
    ),
    ("Bad Gateway", .refused(status: 400, words: "without a reason")),
  ])
  func `Valhalla's refusals are told apart`(text: String, fault: RoadFault) {
    #expect(throws: fault) {
      try ValhallaEngine(address: "", timeout: 1).times(answer(text, status: 400), of: block)
    }
  }

  @Test func `a route is a line and its length`() throws {
    let text = """
      {"code":"Ok","routes":[{"distance":34225.5,"duration":2253.6,
        "geometry":{"type":"LineString","coordinates":[[113.1,35.05],[113.2,35.1,7]]}}]}
      """
    let path = try OSRMEngine(address: "", timeout: 1).path(answer(text))
    #expect(path.coordinates == [Coordinate(113.1, 35.05), Coordinate(113.2, 35.1)])
    #expect(path.distance == 34225.5)
    #expect(path.source == "osrm")
  }
}
