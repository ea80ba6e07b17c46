import CampaignData
import Foundation
import Inspection
import Testing

@testable import Store

@Suite struct SettingsTests {
  private let folder: WorkspaceFolder

  init() throws { folder = try WorkspaceFolder() }

  private func settings(
    _ yaml: String, environment: [String: String] = [:], flags: [String: String] = [:]
  ) throws -> WorkspaceSettings {
    let path = folder.path(of: "hotspot.yaml")
    try Data(yaml.utf8).write(to: URL(fileURLWithPath: path))
    return try WorkspaceSettings(file: path, environment: environment, flags: flags)
  }

  @Test func `the template sets nothing and shows every setting`() throws {
    #expect(try settings(WorkspaceSettings.template) == WorkspaceSettings())
    let uncommented = WorkspaceSettings.template
      .split(separator: "\n").filter { !$0.hasPrefix("# ") }.map { $0.dropFirst() }
      .joined(separator: "\n")
    #expect(try settings(uncommented) == WorkspaceSettings())
    for setting in CampaignData.settings.all {
      #expect(uncommented.contains("\(setting.key): "), "\(setting.key)")
    }
  }

  @Test func `flag wins over variable, variable over file, file over default`() throws {
    let yaml = "daily_visits: 9\nhandover_visits: 5\nservice_minutes: 20\n"
    let environment = ["HOTSPOT_HANDOVER_VISITS": "6", "HOTSPOT_SERVICE_MINUTES": "25"]
    let found = try settings(yaml, environment: environment, flags: ["service_minutes": "35"])
      .planSettings
    #expect(found.dailyVisits == 9)
    #expect(found.handoverVisits == 6)
    #expect(found.serviceMinutes == 35)
    #expect(found.dayHours == CampaignData.settings.real("day_hours"))
  }

  @Test func `every kind of value is read`() throws {
    let found = try settings(
      "day_start: 07:30\nspeed_kmh: 40.5\nseed: 12345\nbarred_provinces: [北京, 天津]\n")
    #expect(found.secondOfDay("day_start") == 27_000)
    #expect(found.real("speed_kmh") == 40.5)
    #expect(found.planSettings.seed == 12_345)
    #expect(found.list("barred_provinces") == ["北京", "天津"])
  }

  @Test func `an unknown key is answered with the nearest one and its line`() throws {
    let error = try storeError { _ = try settings("\ndaily_visit: 9\n") }
    #expect(error?.exitCode == 78)
    #expect(error?.row == 2)
    #expect(error?.column == "daily_visit")
    #expect(error?.nextStep.contains("Did you mean daily_visits?") == true)
  }

  @Test(arguments: [
    ("daily_visits: twelve", "twelve", "a whole number from 1 to 100"),
    ("daily_visits: 0", "0", "a whole number from 1 to 100"),
    ("daily_visits: 1.5", "1.5", "a whole number from 1 to 100"),
    ("speed_kmh: .nan", ".nan", "a number from 1.0 to 150.0"),
    ("seed: -1", "-1", "a whole number from 0 up"),
    ("day_start: 25:00", "25:00", "a time of day such as 08:00"),
    ("detour: [1, 2]", "1, 2", "a number from 1.0 to 5.0"),
  ])
  func `a wrong value is named with what would be right`(
    line: String, found: String, expected: String
  ) throws {
    let error = try storeError { _ = try settings(line) }
    #expect(error?.exitCode == 78)
    #expect(error?.found == found)
    #expect(error?.expected == expected)
  }

  @Test func `a wrong variable and a wrong flag are named as such`() throws {
    let variable = try storeError {
      _ = try settings("", environment: ["HOTSPOT_DETOUR": "far"])
    }
    #expect(variable?.column == "HOTSPOT_DETOUR")
    let flag = try storeError { _ = try settings("", flags: ["daily_visits": "many"]) }
    #expect(flag?.column == "--daily-visits")
  }

  @Test(arguments: ["a: b: c", "- 1\n- 2", "plan:\n  daily_visits: 3", "detour: 1\ndetour: 2"])
  func `what is no list of settings is refused`(yaml: String) throws {
    #expect(try storeError { _ = try settings(yaml) }?.exitCode == 78)
  }

  @Test func `a word far from every setting is not guessed at`() {
    #expect(Spelling.nearest(to: "banana", in: ["daily_visits", "detour"]) == nil)
    #expect(Spelling.nearest(to: "Detuor", in: ["daily_visits", "detour"]) == "detour")
    #expect(Spelling.distance(Array("kitten"), Array("sitting")) == 3)
  }
}
