import CampaignData
import Foundation
import Geo
import Inspection
import Testing

@testable import Store

@Suite struct WorkspaceTests {
  private let folder: WorkspaceFolder

  init() throws { folder = try WorkspaceFolder() }

  @Test func `a new workspace has settings, folders and every table`() throws {
    let workspace = try folder.workspace()
    #expect(
      try folder.contents(of: "campaign") == ["hotspot.yaml", "plans", "rejects", "workspace.gpkg"])
    let layers = try VectorReader.layers(path: workspace.layout.dataset).map(\.name)
    #expect(Set(Schema.tables.map(\.name)).isSubset(of: layers))
    #expect(workspace.settings == WorkspaceSettings())
    #expect(try workspace.facts(asOf: Moment(secondsSince1970: 2_000_000_000)).sites.isEmpty)
  }

  @Test func `a workspace can be made in a folder that is there`() throws {
    try Data("x".utf8).write(to: URL(fileURLWithPath: folder.path(of: "sites.csv")))
    _ = try Workspace.create(at: folder.path)
    #expect(
      try folder.contents() == [
        "hotspot.yaml", "plans", "rejects", "sites.csv", "workspace.gpkg",
      ])
  }

  @Test func `a workspace is not made over another`() throws {
    let workspace = try folder.workspace()
    let error = try storeError { _ = try Workspace.create(at: workspace.folder) }
    #expect(error?.exitCode == 73)
    #expect(error?.file == workspace.folder)
  }

  @Test func `nothing is left of a workspace that cannot be made`() throws {
    try Data().write(to: URL(fileURLWithPath: folder.path(of: "file")))
    let below = folder.path(of: "file/campaign")
    #expect(try storeError { _ = try Workspace.create(at: below) }?.exitCode == 73)
    #expect(
      try storeError { _ = try Workspace.create(at: folder.path(of: "file")) }?.exitCode == 73)
    #expect(try folder.contents() == ["file"])
  }

  @Test func `a missing workspace is reported with the way to make one`() throws {
    let error = try storeError { _ = try Workspace.open(at: folder.path(of: "none")) }
    #expect(error?.exitCode == 66)
    #expect(error?.description.contains("hotspot init") == true)
  }

  @Test func `a workspace of a newer program is refused`() throws {
    let workspace = try folder.workspace()
    try workspace.write {
      try $0.writer.execute(
        sql: "UPDATE workspace_about SET value = '2' WHERE key = 'schema_version'")
    }
    let error = try storeError { _ = try Workspace.open(at: workspace.folder) }
    #expect(error?.exitCode == 78)
    #expect(error?.nextStep.contains("Update hotspot") == true)
  }

  @Test func `a dataset that is none of ours is refused`() throws {
    let workspace = try folder.workspace()
    try workspace.write { try $0.writer.execute(sql: "DROP TABLE workspace_about") }
    #expect(try storeError { _ = try Workspace.open(at: workspace.folder) }?.exitCode == 65)
    try Data("not a database".utf8).write(to: URL(fileURLWithPath: workspace.layout.dataset))
    #expect(try storeError { _ = try Workspace.open(at: workspace.folder) }?.exitCode == 65)
  }

  @Test(arguments: [0.02, 0.3, 0.9])
  func `a dataset that is cut off is reported`(part: Double) throws {
    let workspace = try folder.workspace()
    var facts = Facts()
    let noon = Moment(secondsSince1970: 1_545_600_000)
    facts.sites = (0..<2000).map {
      Site(id: "\($0)", name: "砖厂", position: Coordinate(114.5, 38), knownAt: noon)
    }
    try workspace.write { try $0.append(facts, from: "sites.csv", importedAt: noon) }
    let whole = try Data(contentsOf: URL(fileURLWithPath: workspace.layout.dataset))
    try whole.prefix(Int(Double(whole.count) * part))
      .write(to: URL(fileURLWithPath: workspace.layout.dataset))
    let error = try storeError {
      _ = try Workspace.open(at: workspace.folder).facts(asOf: noon)
    }
    #expect(error?.exitCode == 65)
    #expect(error?.nextStep.contains("Restore a copy") == true)
  }

  @Test func `the file and the environment set what the workspace runs with`() throws {
    let workspace = try folder.workspace()
    try Data("daily_visits: 9\nspeed_kmh: 30\n".utf8)
      .write(to: URL(fileURLWithPath: workspace.layout.settings))
    let opened = try Workspace.open(
      at: workspace.folder, flags: ["day_hours": "8"], environment: ["HOTSPOT_SPEED_KMH": "50"])
    #expect(opened.settings.planSettings.dailyVisits == 9)
    #expect(opened.settings.planSettings.speedKMH == 50)
    #expect(opened.settings.planSettings.dayHours == 8)
  }
}
