import CPangoCairo
import Publishing

/// A page that is being drawn: lines, areas and text, in points from the upper left corner.
struct Page: ~Copyable {
  private let context: OpaquePointer?
  /// Its size.
  let paper: PaperSize

  init(context: OpaquePointer?, paper: PaperSize) {
    self.context = context
    self.paper = paper
  }

  /// Draws a set text with its upper left corner at a place.
  func draw(_ text: borrowing TextLayout, at place: PagePoint) {
    guard let layout = text.layout else { return }
    set(Fill(text.colour))
    cairo_move_to(context, place.x, place.y)
    pango_cairo_show_layout(context, layout)
  }

  /// Draws a text around its middle, with a rim that lifts it off a map.
  func draw(_ text: borrowing TextLayout, rim: Stroke, at place: PagePoint) {
    guard let layout = text.layout else { return }
    set(rim)
    cairo_move_to(context, place.x, place.y)
    pango_cairo_layout_path(context, layout)
    cairo_stroke(context)
    draw(text, at: place)
  }

  /// Fills and outlines a rectangle.
  func rectangle(
    _ box: PageBox, fill: Fill? = nil, stroke: Stroke? = nil, rounded radius: Double = 0
  ) {
    if radius > 0 {
      let turn = Double.pi / 2
      cairo_new_sub_path(context)
      cairo_arc(context, box.right - radius, box.y + radius, radius, -turn, 0)
      cairo_arc(context, box.right - radius, box.bottom - radius, radius, 0, turn)
      cairo_arc(context, box.x + radius, box.bottom - radius, radius, turn, 2 * turn)
      cairo_arc(context, box.x + radius, box.y + radius, radius, 2 * turn, 3 * turn)
      cairo_close_path(context)
    } else {
      cairo_rectangle(context, box.x, box.y, box.width, box.height)
    }
    paint(fill, stroke)
  }

  /// Fills and outlines a disc.
  func circle(_ middle: PagePoint, radius: Double, fill: Fill? = nil, stroke: Stroke? = nil) {
    cairo_new_sub_path(context)
    cairo_arc(context, middle.x, middle.y, radius, 0, 2 * .pi)
    paint(fill, stroke)
  }

  /// Fills and outlines an area of rings; what lies within two rings is a hole.
  func polygon(_ rings: [[PagePoint]], fill: Fill? = nil, stroke: Stroke? = nil) {
    for ring in rings {
      trace(ring)
      cairo_close_path(context)
    }
    cairo_set_fill_rule(context, CAIRO_FILL_RULE_EVEN_ODD)
    paint(fill, stroke)
  }

  /// Draws a line over places.
  func line(_ places: [PagePoint], _ stroke: Stroke) {
    trace(places)
    paint(nil, stroke)
  }

  /// Draws many lines at once that end flat, as bars do.
  func bars(_ bars: [(from: PagePoint, to: PagePoint)], _ stroke: Stroke) {
    set(stroke)
    cairo_set_line_cap(context, CAIRO_LINE_CAP_BUTT)
    for bar in bars {
      cairo_move_to(context, bar.from.x, bar.from.y)
      cairo_line_to(context, bar.to.x, bar.to.y)
    }
    cairo_stroke(context)
  }

  /// Draws with everything cut off that lies outside of a rectangle.
  func clipped(to box: PageBox, _ draw: (borrowing Page) throws -> Void) rethrows {
    cairo_save(context)
    defer { cairo_restore(context) }
    cairo_rectangle(context, box.x, box.y, box.width, box.height)
    cairo_clip(context)
    try draw(self)
  }

  /// Makes what is drawn lead to a web address when it is clicked on.
  func link(to address: String, in box: PageBox) {
    // In cairo's attributes, a quote or backslash would end the address.
    guard !address.contains(where: { $0 == "'" || $0 == "\\" }) else { return }
    let place = "rect=[\(box.x) \(box.y) \(box.width) \(box.height)]"
    cairo_tag_begin(context, CAIRO_TAG_LINK, "uri='\(address)' \(place)")
    cairo_tag_end(context, CAIRO_TAG_LINK)
  }

  private func trace(_ places: [PagePoint]) {
    guard let first = places.first else { return }
    cairo_move_to(context, first.x, first.y)
    for place in places.dropFirst() { cairo_line_to(context, place.x, place.y) }
  }

  private func paint(_ fill: Fill?, _ stroke: Stroke?) {
    if let fill {
      set(fill)
      cairo_fill_preserve(context)
    }
    if let stroke {
      set(stroke)
      cairo_stroke_preserve(context)
    }
    cairo_new_path(context)
  }

  private func set(_ fill: Fill) {
    let (red, green, blue) = fill.colour.parts
    cairo_set_source_rgba(context, red, green, blue, fill.opacity)
  }

  private func set(_ stroke: Stroke) {
    set(Fill(stroke.colour, opacity: stroke.opacity))
    cairo_set_line_width(context, stroke.width)
    cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
    cairo_set_line_cap(context, CAIRO_LINE_CAP_ROUND)
    cairo_set_dash(context, stroke.dashes, Int32(clamping: stroke.dashes.count), 0)
  }
}
