public import Geo

/// A part of a drawn chart, in points from the upper left corner.
public enum ChartShape: Sendable, Hashable {
  /// Where a text's position lies in it.
  public enum Anchor: Sendable, Hashable {
    /// At its beginning.
    case start
    /// In its middle.
    case middle
    /// At its end.
    case end
  }

  /// A filled rectangle.
  case box(x: Double, y: Double, width: Double, height: Double, ink: ChartInk)
  /// A line through two or more points.
  case line([Coordinate], ink: ChartInk, width: Double, isDashed: Bool)
  /// A filled area.
  case area([Coordinate], ink: ChartInk)
  /// A filled disc.
  case disc(x: Double, y: Double, radius: Double, ink: ChartInk)
  /// A text on one line; `y` is its baseline.
  case text(ReportPhrase, x: Double, y: Double, size: Double, anchor: Anchor, ink: ChartInk)
}
