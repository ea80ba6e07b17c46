/// What a part of a chart is drawn in, by its meaning.
///
/// Blue, orange and light grey can be told apart by colour-blind readers (after Okabe and Ito 2008) and,
/// by their lightness, in print without colour.
public enum ChartInk: String, Sendable, Hashable, CaseIterable {
  /// Words and numbers.
  case text
  /// Words of less weight.
  case muted
  /// Lines behind the data.
  case grid
  /// The line that bars stand on.
  case axis
  /// The first series.
  case first
  /// The second series.
  case second
  /// The third series.
  case third
  /// The uncertainty of the first series.
  case band
  /// What data are compared with.
  case reference

  /// On white paper, as 0xRRGGBB.
  public var onPaper: UInt32 {
    switch self {
    case .text: 0x1B1F23
    case .muted: 0x57606A
    case .grid: 0xE3E6EA
    case .axis: 0x8C959F
    case .first: 0x0B5CAD
    case .second: 0xE69F00
    case .third: 0xCDD3DA
    case .band: 0xCFE0F2
    case .reference: 0x444C56
    }
  }

  /// On a dark screen, as 0xRRGGBB.
  public var onScreenAtNight: UInt32 {
    switch self {
    case .text: 0xE6EAEF
    case .muted: 0xA2ACB7
    case .grid: 0x2D343C
    case .axis: 0x6B7682
    case .first: 0x6DB1F2
    case .second: 0xE69F00
    case .third: 0x4C5661
    case .band: 0x1F3D5C
    case .reference: 0xC3CAD2
    }
  }
}
