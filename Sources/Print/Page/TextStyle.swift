import Publishing

/// How a text is set.
struct TextStyle: Sendable, Hashable {
  /// To which side lines are set.
  enum Alignment: Sendable, Hashable {
    case left, centre, right
  }

  /// What happens to a text that is wider than its place.
  enum Overflow: Sendable, Hashable {
    /// It goes on in the next line; one without room for a word breaks it.
    case wraps
    /// It stays in one line and ends in `…`.
    case ends
    /// It wraps, and the last of so many lines ends in `…`.
    case lines(Int)
  }

  /// Size of letters in points.
  var size = 9.0
  var isBold = false
  var colour = MapColour(0x1A1A1A)
  var alignment = Alignment.left
  var overflow = Overflow.wraps
  /// Points between lines beyond the font's own; less than 0 sets them closer.
  var leading = 0.0

  /// The same in another size.
  func sized(_ size: Double) -> TextStyle { with { $0.size = size } }

  /// The same in bold.
  var bold: TextStyle { with { $0.isBold = true } }

  /// The same in another colour.
  func coloured(_ colour: MapColour) -> TextStyle { with { $0.colour = colour } }

  /// The same, to another side.
  func aligned(_ alignment: Alignment) -> TextStyle { with { $0.alignment = alignment } }

  /// The same, where text that is too wide does something else.
  func overflowing(_ overflow: Overflow) -> TextStyle { with { $0.overflow = overflow } }

  private func with(_ change: (inout TextStyle) -> Void) -> TextStyle {
    var style = self
    change(&style)
    return style
  }
}
