/// A column of a list that the program writes, with its headings.
public struct ListColumn: Sendable, Hashable {
  /// The name that files and programs use; it never changes.
  public let key: String
  /// The Chinese heading.
  public let headingZH: String
  /// The English heading.
  public let headingEN: String
}

extension CampaignData {
  /// The columns of a list, in order: for instance `targets`, `coverage` or `cities`; none for another name.
  public static func columns(ofList list: String) -> [ListColumn] {
    listColumns.filter { $0.list == list }.map(\.column)
  }

  private static let listColumns: [(list: String, column: ListColumn)] =
    EmbeddedTable(named: "list_columns").rows.map { row in
      let column = ListColumn(
        key: row.text("key"), headingZH: row.text("zh"), headingEN: row.text("en"))
      return (row.text("list"), column)
    }
}
