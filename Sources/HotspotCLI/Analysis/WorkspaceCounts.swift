import ArgumentParser
import CampaignData
import Geo
import Inspection
import Store
import Terminal

/// How many complaints or alerts lie in each cell or township of a workspace.
struct WorkspaceCounts: Sendable {
  /// What is counted in.
  enum Areas: String, Sendable, CaseIterable, ExpressibleByArgument {
    case cells
    case townships
  }

  /// The layer's columns: the area's identifiers, and last the count.
  let fields: [FieldDefinition]
  /// The areas in longitude and latitude, each with its count, 0 included.
  let features: [Feature]
  /// How many of the points lie in no area.
  let outside: Int
  /// What the layer is called: `cells` or `townships`.
  let name: String

  /// The name of the column of counts: `complaints` or `alerts`.
  var column: String { fields[fields.count - 1].name }

  /// Counts the points of the days asked for, and notes what was counted and what was not.
  ///
  /// Alerts count where their cell has its centre. Throws if the workspace has no such areas.
  init(
    _ areas: Areas, of points: WorkspacePoints, time: TimeChoice, in workspace: Workspace,
    _ record: inout AnalysisRecord
  ) throws {
    let facts = try workspace.facts(asOf: points.asOf).known(by: points.asOf)
    var table = points.table
    let period = try table.select(time.withoutWeights, of: points.folder)
    let index = try PlaceIndex(townships: facts.townships, cells: facts.cells)
    let (townships, cells) = try index.locate(longitudes: table.xs, latitudes: table.ys)
    let owners = areas == .cells ? cells : townships
    var counts = [Int](repeating: 0, count: max(facts.cells.count, facts.townships.count))
    for owner in owners where owner >= 0 { counts[Int(owner)] += 1 }
    outside = table.count.used - owners.count { $0 >= 0 }
    let count = FieldDefinition(points.choice.kind.rawValue, .integer)
    switch areas {
    case .cells:
      fields = [FieldDefinition("id", .text), count]
      features = try Self.features(facts.cells, counts)
    case .townships:
      fields = ["code", "name", "county"].map { FieldDefinition($0, .text) } + [count]
      features = facts.townships.enumerated().map { number, town in
        Feature(
          values: [
            .text(town.code), .text(town.name), .text(town.county), .integer(Int64(counts[number])),
          ], geometry: .area(town.area))
      }
    }
    name = areas.rawValue
    guard !features.isEmpty else {
      throw CommandFailure(
        status: .badData, message: "the workspace has no \(areas.rawValue)", file: points.folder,
        hint: "Import counties and townships first; cells are made with them.")
    }
    record.note(points)
    record.note(period, table)
    record.note(self)
  }

  /// The squares of our own cells, moved to longitude and latitude; official ones as they are.
  private static func features(_ cells: [Cell], _ counts: [Int]) throws -> [Feature] {
    let grid = EqualAreaGrid()
    var inverse = try Transformer(from: .albersChina, to: .wgs84)
    return try cells.enumerated().map { number, cell in
      var area = Geometry.area(cell.area)
      if let place = cell.place {
        area = try inverse.transform(.area(MultiPolygon([grid.polygon(of: place)])))
      }
      return Feature(
        values: [.text(cell.id), .integer(Int64(counts[number]))], geometry: area)
    }
  }
}

extension AnalysisRecord {
  /// What was counted in.
  fileprivate mutating func note(_ counts: WorkspaceCounts) {
    let filled = counts.features.count { $0.values.last != .integer(0) }
    note(
      "counts", zh: "按 \(counts.features.count) 个面计数（\(counts.column) 列），其中 \(filled) 个不为 0。",
      en: "Counted in \(counts.features.count) areas (column \(counts.column)), of which \(filled)"
        + " have any.")
    guard counts.outside > 0 else { return }
    warn(
      "in_no_area", zh: "\(counts.outside) 个点不在任何面内：未计入。",
      en: "Points in none of the areas, left out: \(counts.outside).")
  }
}
