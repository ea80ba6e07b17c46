import Geo
import Inspection

/// The HTTP interface of OSRM (services `table` and `route`, version 1).
struct OSRMEngine: RoadEngine {
  let name = RoadEngineKind.osrm.rawValue
  let address: String
  let timeout: Int

  func matrixRequest(_ block: RoadBlock) -> WebRequest {
    let sources = block.sources.indices
    let targets = block.targets.indices.map { $0 + sources.count }
    return WebRequest(
      "\(address)/table/v1/driving/\(Self.list(block.sources + block.targets))"
        + "?annotations=duration&sources=\(Self.list(Array(sources)))"
        + "&destinations=\(Self.list(targets))",
      timeout: timeout)
  }

  func times(_ answer: WebAnswer, of block: RoadBlock) throws(RoadFault) -> [RoadTime?] {
    try OSRMAnswer.check(answer)
    let table = try OSRMAnswer.decode(OSRMAnswer.Table.self, answer.body)
    let (rows, columns) = (block.sources.count, block.targets.count)
    guard table.durations.count == rows, table.durations.allSatisfy({ $0.count == columns }),
      table.sources.count == rows, table.destinations.count == columns
    else { throw .unreadable("not \(rows) rows of \(columns) times") }
    var times: [RoadTime?] = []
    for (row, durations) in table.durations.enumerated() {
      for (column, duration) in durations.enumerated() {
        let snap = max(
          table.sources[row].distance ?? 0, table.destinations[column].distance ?? 0)
        times.append(duration.map { RoadTime(seconds: $0, snap: snap) })
      }
    }
    return times
  }

  func pathRequest(_ places: [Coordinate]) -> WebRequest {
    WebRequest(
      "\(address)/route/v1/driving/\(Self.list(places))"
        + "?overview=full&geometries=geojson&steps=false",
      timeout: timeout)
  }

  func path(_ answer: WebAnswer) throws(RoadFault) -> RoadPath {
    try OSRMAnswer.path(answer, source: name)
  }

  private static func list(_ places: [Coordinate]) -> String {
    places.map { "\($0.x),\($0.y)" }.joined(separator: ";")
  }

  private static func list(_ numbers: [Int]) -> String {
    numbers.map(String.init).joined(separator: ";")
  }
}
