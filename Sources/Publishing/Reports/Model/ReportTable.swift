/// A table of a report.
public struct ReportTable: Sendable, Hashable {
  /// A column.
  public struct Column: Sendable, Hashable {
    /// The name that programs use; it never changes.
    public var key: String
    /// The heading.
    public var heading: ReportPhrase
    /// True for numbers, which stand to the right.
    public var isNumber: Bool

    /// Makes a column.
    public init(_ key: String, _ heading: ReportPhrase, isNumber: Bool = true) {
      self.key = key
      self.heading = heading
      self.isNumber = isNumber
    }
  }

  /// The name that programs use; it never changes.
  public var key: String
  /// What it shows.
  public var caption: ReportPhrase
  /// The columns; the first one names the row.
  public var columns: [Column]
  /// What programs know each row by.
  public var rowKeys: [String]
  /// The values, as many in a row as there are columns.
  public var rows: [[ReportCell]]
  /// How many rows people are shown; nil: all; 0: the table is for programs, and a sentence tells
  /// people what is in it.
  public var shownRows: Int?

  /// Begins a table.
  public init(
    key: String, caption: ReportPhrase, columns: [Column], shownRows: Int? = nil
  ) {
    self.key = key
    self.caption = caption
    self.columns = columns
    self.shownRows = shownRows
    rowKeys = []
    rows = []
  }

  /// Adds a row.
  public mutating func append(_ key: String, _ row: [ReportCell]) {
    precondition(row.count == columns.count, "a row has another number of values than columns")
    rowKeys.append(key)
    rows.append(row)
  }

  /// True if people are shown nothing of it.
  public var isForPrograms: Bool { shownRows == 0 }

  /// The rows that people are shown.
  public var shown: ArraySlice<[ReportCell]> { rows.prefix(shownRows ?? rows.count) }

  /// How many rows are not shown, and where they are; nil: all are.
  public var unshownNote: ReportPhrase? {
    !isForPrograms && shown.count < rows.count
      ? ReportText.shown.phrase("\(shown.count)", "\(rows.count)") : nil
  }
}
