import CPangoCairo
import Terminal

/// Sets text in a font that has Chinese: the owner of a Pango context.
///
/// Lengths are points. Nothing is rounded to pixels, so that a layout is the same on each page.
struct Typesetter: ~Copyable {
  /// The families that text is set in: the first that is installed.
  static let families = [
    "Noto Sans CJK SC", "Source Han Sans SC", "Source Han Sans CN", "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei", "Microsoft YaHei", "SimSun",
  ]

  private let context: OpaquePointer?

  private init() {
    context = pango_font_map_create_context(pango_cairo_font_map_get_default())
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    pango_cairo_context_set_font_options(context, options)
    cairo_font_options_destroy(options)
    pango_cairo_context_set_resolution(context, 72)
    pango_context_set_round_glyph_positions(context, 0)
    // Otherwise Han letters take their Japanese form.
    pango_context_set_language(context, pango_language_from_string("zh-cn"))
  }

  /// Makes one that can set Chinese.
  ///
  /// Throws `unavailable` if no font here has Chinese: letters without a font come out as boxes.
  static func chinese() throws(CommandFailure) -> Typesetter {
    let typesetter = Typesetter()
    guard typesetter.layout("督查组检查乡镇街道问题", TextStyle()).unknownLetters == 0 else {
      throw CommandFailure(
        status: .unavailable, message: "no font with Chinese letters is installed", hint: hint)
    }
    return typesetter
  }

  deinit {
    if let context { g_object_unref(UnsafeMutableRawPointer(context)) }
  }

  /// What to do where there is no Chinese font.
  static let hint =
    "Install one, as with `apt-get install fonts-noto-cjk`; `fc-list :lang=zh-cn` names those that"
    + " are there."

  /// A text set to a width in points; nil: as wide as it is, in one line for each of its own.
  func layout(_ text: String, _ style: TextStyle, width: Double? = nil) -> TextLayout {
    TextLayout(text, style, width: width, in: context)
  }
}
