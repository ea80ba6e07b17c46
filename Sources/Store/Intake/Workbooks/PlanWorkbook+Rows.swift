internal import CampaignData
internal import Geo

extension PlanWorkbook {
  /// A row of the sheet of tasks.
  public struct Row: Sendable, Hashable {
    /// The row of the sheet, its headings being row 1.
    public let number: Int
    private let values: [String: String]

    init(number: Int, values: [String: String]) {
      self.number = number
      self.values = values
    }

    /// What stands under a column's key, without blanks around it; empty for nothing.
    public subscript(key: String) -> String { values[key] ?? "" }

    /// True if nothing stands in it.
    public var isEmpty: Bool { values.isEmpty }
  }

  /// The rows of the sheet of tasks that hold anything.
  ///
  /// Throws `StoreError` if it cannot be read.
  public func rows() throws(StoreError) -> [Row] {
    let fields = Self.columns.compactMap { column in
      field(of: column.key).map { (key: column.key, field: $0) }
    }
    var rows: [Row] = []
    do throws(GDALError) {
      var reader = try VectorReader(path: path, layer: sheet)
      while let feature = try reader.next() {
        var values: [String: String] = [:]
        for (key, field) in fields {
          let text = PlainText.trimmed(FieldParser.text(of: feature.values[field]))
          if !text.isEmpty { values[key] = text }
        }
        let row = Row(number: Int(feature.id), values: values)
        if !row.isEmpty { rows.append(row) }
      }
    } catch {
      throw StoreError(reading: error)
    }
    return rows
  }
}
