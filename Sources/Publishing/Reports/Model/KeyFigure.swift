/// A number that stands out at the head of a report.
public struct KeyFigure: Sendable, Hashable {
  /// The number.
  public var value: String
  /// What it counts.
  public var name: ReportPhrase
  /// What it is to be seen with, such as its interval; nil: nothing.
  public var detail: ReportPhrase?

  /// Makes a figure.
  public init(_ value: String, _ name: ReportPhrase, detail: ReportPhrase? = nil) {
    self.value = value
    self.name = name
    self.detail = detail
  }
}
