import CampaignData

/// A row of a list that a plan was written as, by the keys of its columns, whatever the language of
/// its headings.
package struct PlannedRow: Sendable, Hashable {
  private let values: [String: String]

  package init(_ values: [String: String]) {
    self.values = values
  }

  /// The value under a key; empty where there is none.
  package subscript(key: String) -> String { values[key] ?? "" }

  /// The rows of a list's text.
  package static func rows(of text: String, list: String) -> [PlannedRow] {
    var reader = CSVReader(Array(text.utf8))
    let columns = CampaignData.columns(ofList: list)
    let keys = (reader.next() ?? []).map { heading in
      columns.first { $0.key == heading || $0.headingZH == heading }?.key ?? heading
    }
    var rows: [PlannedRow] = []
    while let fields = reader.next() {
      rows.append(
        PlannedRow(Dictionary(zip(keys, fields), uniquingKeysWith: { first, _ in first })))
    }
    return rows
  }
}
