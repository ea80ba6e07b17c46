import Publishing

/// The letters and measures of a printed report.
enum ReportInk {
  /// How much smaller charts are than on a screen.
  static let chartScale = 0.8
  static let title = TextStyle(size: 19).bold
  static let heading = TextStyle(size: 13.5).bold
  static let caption = TextStyle(size: 9.5).bold
  static let body = TextStyle(size: 9.5, leading: 1.5)
  static let dense = TextStyle(size: 8.5, leading: 1)
  static let small = TextStyle(size: 8.5, colour: MapColour(0x57606A), leading: 1)
  static let figure = TextStyle(size: 17).bold
  static let warning = TextStyle(size: 9.5, colour: MapColour(0x7A4A00), leading: 1.5).bold

  /// What is printed of a page.
  static let frame = PaperSize.a4.box.inset(x: 42, y: 46)

  /// The words of a chart at the size of its texts.
  static func chart(_ size: Double, _ ink: ChartInk) -> TextStyle {
    TextStyle(size: size * chartScale, colour: MapColour(ink.onPaper))
  }
}
