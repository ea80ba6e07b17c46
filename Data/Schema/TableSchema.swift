/// A table of a workspace.
public struct TableSchema: Sendable, Hashable {
  /// Its name, a promise to users.
  public let name: String
  /// The geometry of its records.
  public let geometry: CampaignData.GeometryKind
  /// Its columns in order; the last three are `known_at`, `imported_from` and `imported_at`.
  public let columns: [ColumnDefinition]
  /// The columns that tell its records apart; none for `rejects`.
  public let idColumns: [String]
  /// Chinese title.
  public let zh: String
  /// English title.
  public let en: String
  /// What it holds, in English.
  public let description: String

  /// The column with exactly this name.
  public func column(named name: String) -> ColumnDefinition? {
    columns.first { $0.name == name }
  }

  init?(_ row: EmbeddedRow, columns: [ColumnDefinition]) {
    guard let geometry = CampaignData.GeometryKind(rawValue: row.text("geometry")), !columns.isEmpty
    else {
      return nil
    }
    name = row.text("table")
    self.geometry = geometry
    self.columns = columns
    idColumns = row.list("id_columns")
    zh = row.text("zh")
    en = row.text("en")
    description = row.text("description_en")
  }
}
