import Foundation
import Geo
import Inspection
import Testing

@testable import Store

@Suite struct RoadCacheTests {
  private let folder: WorkspaceFolder

  init() throws { folder = try WorkspaceFolder() }

  private var content: RoadCache.Content {
    RoadCache.Content(
      places: [Coordinate(114.123_456, 38.5), Coordinate(-0.000_001, -45)].map { RoadPlace($0) },
      times: DrivingTimes(count: 2, seconds: [0, 1234, DrivingTimes.noWay, 0]))
  }

  private func cache(_ origin: String = "valhalla http://a") -> RoadCache {
    RoadCache(path: folder.path(of: "t1.roads"), origin: origin)
  }

  @Test func `what is written is read`() throws {
    try cache().write(content)
    let found = cache().read()
    #expect(found.places == content.places)
    #expect(found.times == content.times)
  }

  @Test func `times of another engine are not read`() throws {
    try cache().write(content)
    #expect(cache("osrm http://a").read().places.isEmpty)
  }

  @Test func `a file cut anywhere, or with bytes too many, is as none`() throws {
    try cache().write(content)
    let path = folder.path(of: "t1.roads")
    let whole = try #require(FileManager.default.contents(atPath: path))
    for length in 0..<whole.count {
      try whole.prefix(length).write(to: URL(fileURLWithPath: path))
      #expect(cache().read().places.isEmpty, "\(length)")
    }
    try (whole + [0]).write(to: URL(fileURLWithPath: path))
    #expect(cache().read().places.isEmpty)
  }
}
