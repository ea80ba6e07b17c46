/// The size of a page in points.
struct PaperSize: Sendable, Hashable {
  let width: Double
  let height: Double

  /// ISO A4, upright.
  static let a4 = PaperSize(width: 210.0.millimetres, height: 297.0.millimetres)
  /// ISO A4, lying.
  static let a4Landscape = PaperSize(width: a4.height, height: a4.width)

  /// The whole page.
  var box: PageBox { PageBox(x: 0, y: 0, width: width, height: height) }
}
