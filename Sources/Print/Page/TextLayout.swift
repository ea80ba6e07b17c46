import CPangoCairo
import Publishing

/// A text that is set, ready to be measured and drawn: the owner of a Pango layout.
struct TextLayout: ~Copyable {
  let layout: OpaquePointer?
  let colour: MapColour
  /// Width in points: the one asked for, else that of the text.
  let width: Double
  /// Height of all lines in points.
  let height: Double
  /// Letters that no font here has; they would be drawn as boxes.
  let unknownLetters: Int

  init(_ text: String, _ style: TextStyle, width: Double?, in context: OpaquePointer?) {
    let layout = pango_layout_new(context)
    self.layout = layout
    colour = style.colour
    Self.dress(layout, style)
    if let width { pango_layout_set_width(layout, Self.units(max(width, 0))) }
    Self.limit(layout, style.overflow)
    pango_layout_set_text(layout, text, -1)
    unknownLetters = Int(pango_layout_get_unknown_glyphs_count(layout))
    var extents = PangoRectangle()
    pango_layout_get_extents(layout, nil, &extents)
    self.width = width ?? Double(extents.width) / Double(PANGO_SCALE)
    height = Double(extents.height) / Double(PANGO_SCALE)
  }

  deinit {
    if let layout { g_object_unref(UnsafeMutableRawPointer(layout)) }
  }

  /// How many lines it has.
  var lines: Int { Int(pango_layout_get_line_count(layout)) }

  /// How far the first line's letters stand below the upper edge, in points.
  var baseline: Double { Double(pango_layout_get_baseline(layout)) / Double(PANGO_SCALE) }

  private static func units(_ points: Double) -> Int32 {
    Int32(exactly: (points * Double(PANGO_SCALE)).rounded()) ?? .max
  }

  private static func dress(_ layout: OpaquePointer?, _ style: TextStyle) {
    let font = pango_font_description_new()
    pango_font_description_set_family(font, Typesetter.families.joined(separator: ","))
    pango_font_description_set_size(font, units(style.size))
    pango_font_description_set_weight(
      font, style.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
    pango_layout_set_font_description(layout, font)
    pango_font_description_free(font)
    pango_layout_set_spacing(layout, units(style.leading))
    let alignment =
      switch style.alignment {
      case .left: PANGO_ALIGN_LEFT
      case .centre: PANGO_ALIGN_CENTER
      case .right: PANGO_ALIGN_RIGHT
      }
    pango_layout_set_alignment(layout, alignment)
  }

  private static func limit(_ layout: OpaquePointer?, _ overflow: TextStyle.Overflow) {
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
    switch overflow {
    case .wraps: return
    case .ends: pango_layout_set_height(layout, -1)
    case .lines(let count): pango_layout_set_height(layout, -Int32(clamping: max(count, 1)))
    }
    pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END)
  }
}
