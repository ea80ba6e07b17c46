import Foundation
import Testing

@testable import HotspotServer

@Suite struct AccessPolicyTests {
  /// The rows of the table in `docs/serving.md`: resource, then the four roles.
  private func documented() throws -> [[String]] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../..")
    let text = try String(
      contentsOf: root.appendingPathComponent("docs/serving.md"), encoding: .utf8)
    let lines = text.split(separator: "\n").map(String.init)
    let start = try #require(lines.firstIndex { $0.hasPrefix("| resource |") })
    return lines[(start + 2)...].prefix { $0.hasPrefix("|") }.map { line in
      line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }

  @Test func `the documented table is the one in force`() throws {
    let rows = try documented()
    #expect(Set(rows.map { $0[0] }) == Set(Resource.allCases.map(\.rawValue)))
    let roles: [Role] = [.planner, .team, .analyst, .auditor]
    for row in rows {
      let resource = try #require(Resource(rawValue: row[0]))
      for (place, role) in roles.enumerated() {
        #expect(
          AccessPolicy.permission(of: role, for: resource).rawValue == row[place + 2],
          "\(role) and \(resource)")
      }
    }
  }
}
