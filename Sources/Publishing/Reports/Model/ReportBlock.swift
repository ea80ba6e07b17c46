/// A part of a section of a report.
public enum ReportBlock: Sendable, Hashable {
  /// Sentences.
  case paragraph(ReportPhrase)
  /// What to beware of, or how to read what is above.
  case note(ReportPhrase)
  /// Rows and columns.
  case table(ReportTable)
  /// A picture of numbers.
  case chart(ReportChart)
}
