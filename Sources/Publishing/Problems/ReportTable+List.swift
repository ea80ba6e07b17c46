import CampaignData

extension ReportTable {
  /// A table whose columns and headings stand in `Data/tables/list_columns.csv`.
  ///
  /// - Parameter numbers: keys of columns of numbers.
  init(list: String, key: String, caption: ReportPhrase, numbers: Set<String> = []) {
    self.init(
      key: key, caption: caption,
      columns: CampaignData.columns(ofList: list).map { column in
        Column(
          column.key, ReportPhrase(zh: column.headingZH, en: column.headingEN),
          isNumber: numbers.contains(column.key))
      })
  }

  /// The same table without some columns.
  func leaving(out keys: Set<String>) -> ReportTable {
    let kept = columns.indices.filter { !keys.contains(columns[$0].key) }
    var table = self
    table.columns = kept.map { columns[$0] }
    table.rows = rows.map { row in kept.map { row[$0] } }
    return table
  }
}
