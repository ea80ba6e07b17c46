import CampaignData
import Foundation
import Geo
import Inspection
import Testing

@testable import Store

/// A workspace in a temporary folder, with a county to lie in.
struct IntakeFixture {
  let folder: TemporaryFolder
  let workspace: Workspace
  let time: Moment

  init(countyAround: Bool = true) throws {
    folder = try TemporaryFolder()
    workspace = try Workspace.create(at: folder.path + "/ws")
    time = Moment(CalendarDate(daysSince1970: 17_880), hour: 9)
    if countyAround { try addCounty() }
  }

  /// Chang'an district of Shijiazhuang as a square from 114 to 115 east and 38 to 39 north.
  private func addCounty() throws {
    let table = try #require(Schema.table(named: "counties"))
    let area = MultiPolygon([Polygon(exterior: Self.square(114, 38, 115, 39))])
    let county = CountyArea(
      code: "130102", name: "长安区", cityCode: "130100", area: area, knownAt: time)
    var values = [FieldValue](
      repeating: .null, count: table.columns.count - Schema.commonColumns.count)
    for (name, value) in zip(CountyArea.columns, county.values) {
      let position = try #require(table.columns.firstIndex { $0.name == name })
      values[position] = value
    }
    let record = Record(values: values, geometry: county.geometry, knownAt: time)
    try workspace.write { transaction in
      try transaction.append([record], to: table, from: "fixture", importedAt: time)
    }
  }

  /// A closed square.
  static func square(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> Ring {
    [
      Coordinate(west, south), Coordinate(east, south), Coordinate(east, north),
      Coordinate(west, north), Coordinate(west, south),
    ]
  }

  /// Imports a file at the fixture's time or some seconds later.
  func importFile(
    _ kind: String, _ path: String, later seconds: Int = 0,
    _ change: (inout ImportOptions) -> Void = { _ in }
  ) throws -> ImportReport {
    var options = ImportOptions()
    change(&options)
    return try Intake.importFile(
      kind, path: path, into: workspace, options: options, at: time.adding(seconds: seconds))
  }

  /// Writes a text file and imports it.
  func importText(
    _ kind: String, _ text: String, later seconds: Int = 0,
    _ change: (inout ImportOptions) -> Void = { _ in }
  ) throws -> ImportReport {
    try importFile(kind, folder.file("\(kind)\(seconds).csv", text), later: seconds, change)
  }

  /// The facts known a day after the fixture's time.
  func facts() throws -> Facts { try workspace.facts(asOf: time.adding(seconds: 86_400)) }
}
