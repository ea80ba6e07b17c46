/// A kind of file that `hotspot import` reads, and the headings it knows there.
public struct ImportKind: Sendable, Hashable {
  /// Its name on the command line, as in `power-anomalies`.
  public let name: String
  /// The table that a record goes to.
  public let table: String
  /// Other tables that the same record feeds: `sites` for ledgers, `problems` for visits.
  public let alsoTables: [String]
  /// The columns read, in order of precedence: the table's own, those of other tables, then
  /// `known_at`, and `lon` and `lat` where points are accepted.
  public let columns: [ColumnDefinition]
  /// The geometries accepted; `none` means that a record may come without any.
  public let geometries: [CampaignData.GeometryKind]
  /// Whether a record without geometry cannot be used.
  public let isGeometryRequired: Bool
  /// At least one of these columns must be there; none when empty.
  public let oneOf: [String]
  /// Chinese title.
  public let zh: String
  /// English title.
  public let en: String

  private let positions: [FoldedText: Int]

  /// The column that a file's heading means; of several the first, so the table's own wins.
  public func column(forHeading heading: String) -> ColumnDefinition? {
    positions[FoldedText(heading)].map { columns[$0] }
  }

  /// The column with exactly this name.
  public func column(named name: String) -> ColumnDefinition? {
    columns.first { $0.name == name }
  }

  init?(_ row: EmbeddedRow, columns: [ColumnDefinition]) {
    guard let required = row.flag("geometry_required"), !columns.isEmpty else { return nil }
    name = row.text("kind")
    table = row.text("table")
    alsoTables = row.list("also_tables")
    self.columns = columns
    geometries = row.list("geometry").compactMap(CampaignData.GeometryKind.init)
    isGeometryRequired = required
    oneOf = row.list("one_of")
    zh = row.text("zh")
    en = row.text("en")
    var positions: [FoldedText: Int] = [:]
    for (index, column) in columns.enumerated() {
      for heading in column.foldedHeadings where positions[heading] == nil {
        positions[heading] = index
      }
    }
    self.positions = positions
  }
}
