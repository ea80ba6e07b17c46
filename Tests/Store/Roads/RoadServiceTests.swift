import CampaignData
import Foundation
import Geo
import Testing

@testable import Store

@Suite struct RoadServiceTests {
  private let folder: WorkspaceFolder

  init() throws { folder = try WorkspaceFolder() }

  private func workspace(_ yaml: String) throws -> Workspace {
    let workspace = try folder.workspace()
    try Data(yaml.utf8).write(
      to: URL(fileURLWithPath: workspace.folder + "/hotspot.yaml"))
    return try Workspace.open(at: workspace.folder, flags: [:], environment: [:])
  }

  @Test func `without an engine there are straight lines`() throws {
    #expect(try workspace("").roadService() == nil)
  }

  @Test func `an engine that there is not is a fault of the settings`() throws {
    let workspace = try workspace("road_engine: osmr\n")
    let error = try storeError { _ = try workspace.roadService() }
    #expect(error?.code == .settings)
    #expect(error?.expected == "straight, osrm, valhalla")
  }

  @Test func `nobody at the address: told once, for every team`() throws {
    let workspace = try workspace("road_engine: valhalla\nroad_url: http://127.0.0.1:1\n")
    let service = try #require(try workspace.roadService())
    let places = [Coordinate(114, 38), Coordinate(114.1, 38)]
    for team in ["a", "b", "c", "d"] {
      #expect(service.drivingTimes(team: team, places: places) == nil)
    }
    #expect(service.troubles.count == 1)
    #expect(service.troubles.first?.en.contains("team a, 4 in all") == true)
    #expect(service.path(team: "a", over: places) == nil)
  }
}
