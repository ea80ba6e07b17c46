/// A sheet of the day's workbook.
public struct WorkbookSheet: Sendable, Hashable {
  /// The name that programs use: `tasks`, `teams`, `unassigned`, `columns`.
  public let key: String
  /// The Chinese title.
  public let zh: String
  /// The English title.
  public let en: String
  /// What it holds, in Chinese.
  public let descriptionZH: String
  /// What it holds, in English.
  public let descriptionEN: String
  /// Its columns, in order.
  public let columns: [WorkbookColumn]
}

extension CampaignData {
  /// The sheets of the day's workbook that people see, in order.
  public static let workbookSheets: [WorkbookSheet] = {
    let rows = EmbeddedTable(named: "workbook_columns").rows
    return rows.filter { $0.text("role") == "sheet" }.map { title in
      WorkbookSheet(
        key: title.text("sheet"), zh: title.text("zh"), en: title.text("en"),
        descriptionZH: title.text("description_zh"), descriptionEN: title.text("description_en"),
        columns: rows.filter { $0.text("sheet") == title.text("sheet") }
          .compactMap(WorkbookColumn.init))
    }
  }()

  /// The sheet with a key; nil if there is none.
  public static func workbookSheet(_ key: String) -> WorkbookSheet? {
    workbookSheets.first { $0.key == key }
  }

  /// The hidden sheet by which a workbook is known again, the same in every language.
  public static let workbookOriginSheet = "_hotspot"
  /// What stands in its first cell: the layout's name and number.
  public static let workbookOriginMark = "hotspot-workbook-1"
}
