public import CampaignData
internal import Foundation
internal import Geo

/// A workbook of a planned day, as `hotspot export --of xlsx` writes it, that has come back.
public struct PlanWorkbook: Sendable, Hashable {
  /// The file as the user named it.
  public let path: String
  /// The plan that it was made from.
  public let planID: String
  /// The round.
  public let round: Int
  /// The day.
  public let date: CalendarDate
  /// The only team that it lists; nil: all.
  public let team: String?
  /// SHA-256 of the settings that the plan was made with.
  public let settingsHash: String
  /// The version of the program that wrote it.
  public let version: String
  /// The sheet of the tasks, by its title now.
  public let sheet: String
  /// The headings of that sheet, in order.
  let headings: [String]

  /// Recognises a workbook by its hidden sheet; nil for any other file.
  ///
  /// Throws `StoreError`: `badData` for a damaged archive, for a layout of another version, and where
  /// no sheet has the hidden columns any more.
  public init?(path: String) throws(StoreError) {
    guard path.lowercased().hasSuffix(".xlsx") else { return nil }
    let layers: [String]
    do throws(GDALError) {
      layers = try VectorReader.layers(path: path).map(\.name)
    } catch {
      throw StoreError(reading: error)
    }
    guard layers.contains(CampaignData.workbookOriginSheet) else { return nil }
    let origin = try Self.origin(of: path)
    guard let plan = origin["plan_id"], let round = origin["round"].flatMap({ Int($0) }),
      let date = origin["date"].flatMap({ CalendarDate($0) })
    else {
      throw Self.unreadable(path, found: origin.keys.sorted().joined(separator: ", "))
    }
    self.path = path
    planID = plan
    self.round = round
    self.date = date
    team = origin["team"].flatMap { $0.isEmpty ? nil : $0 }
    settingsHash = origin["settings_hash"] ?? ""
    version = origin["version"] ?? ""
    (sheet, headings) = try Self.tasks(
      of: path, in: layers.filter { $0 != CampaignData.workbookOriginSheet },
      titled: origin["tasks"] ?? "")
  }

  /// The place of a column in a row's values; nil where its heading is gone.
  func field(of key: String) -> Int? {
    Self.columns.first { $0.key == key }.flatMap { column in
      headings.firstIndex { column.matches(heading: $0) }
    }
  }

  /// The columns of the sheet of tasks.
  static var columns: [WorkbookColumn] { CampaignData.workbookSheet("tasks")?.columns ?? [] }

  /// What the hidden sheet says, by key.
  private static func origin(of path: String) throws(StoreError) -> [String: String] {
    var values: [String: String] = [:]
    let mark: String
    do throws(GDALError) {
      var reader = try VectorReader(path: path, layer: CampaignData.workbookOriginSheet)
      mark = reader.fields.first?.name ?? ""
      while let row = try reader.next() {
        guard row.values.count > 1 else { continue }
        values[FieldParser.text(of: row.values[0])] = FieldParser.text(of: row.values[1])
      }
    } catch {
      throw StoreError(reading: error)
    }
    guard mark == CampaignData.workbookOriginMark else { throw unreadable(path, found: mark) }
    return values
  }

  /// The sheet that has the hidden columns: by its title, else any that has them.
  private static func tasks(
    of path: String, in layers: [String], titled title: String
  ) throws(StoreError) -> (sheet: String, headings: [String]) {
    let hidden = columns.filter { $0.role == .id }
    var nearest: (sheet: String, missing: [WorkbookColumn])?
    do throws(GDALError) {
      for layer in layers.filter({ $0 == title }) + layers.filter({ $0 != title }) {
        let reader = try VectorReader(path: path, layer: layer)
        let headings = reader.fields.map { PlainText.trimmed($0.name) }
        let missing = (hidden + columns.filter { needed.contains($0.key) }).filter { column in
          !headings.contains { column.matches(heading: $0) }
        }
        if missing.isEmpty { return (layer, headings) }
        if missing.count < nearest?.missing.count ?? hidden.count { nearest = (layer, missing) }
      }
    } catch {
      throw StoreError(reading: error)
    }
    let lost = nearest?.missing ?? hidden
    throw StoreError(
      .badData, "columns of the list are missing or have another heading", file: path,
      found: "sheet \(nearest?.sheet ?? (layers.contains(title) ? title : "none of the list"))",
      expected: lost.map { "\($0.zh) (\($0.en))" }.joined(separator: ", "),
      nextStep: "Give the headings back as `hotspot export --of xlsx` wrote them; the hidden "
        + "columns must stay.")
  }

  /// What can be read neither as visits nor as edits without.
  private static let needed: Set<String> = ["team_id", "order", "outcome", "visited_at"]

  private static func unreadable(_ path: String, found: String) -> StoreError {
    StoreError(
      .badData, "the hidden sheet of this workbook cannot be read", file: path, found: found,
      expected: CampaignData.workbookOriginMark,
      nextStep: "Export the day again with this program, and copy what was filled in.")
  }
}
