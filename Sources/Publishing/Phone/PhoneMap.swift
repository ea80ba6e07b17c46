import Geo
import Inspection

/// The map of a phone's page: townships, the way, and the stops by number, in one picture of SVG that
/// needs nothing else.
struct PhoneMap {
  let route: PlannedRoute
  let townships: [Township]
  let words: PhoneWords

  private let frame: PictureFrame
  private let plane: LocalPlane

  init(route: PlannedRoute, townships: [Township], words: PhoneWords) {
    self.route = route
    self.words = words
    let places = [route.base] + route.way + route.stops.map(\.position)
    let plane = LocalPlane(around: places)
    var box = Envelope(places)
    // Townships of the stops are whole in sight where they are not far larger than the route.
    let margin = max(box.width, box.height, 0.02) * 0.08
    box = Envelope(
      minX: box.minX - margin, minY: box.minY - margin, maxX: box.maxX + margin,
      maxY: box.maxY + margin)
    self.townships = townships.filter { $0.area.envelope.intersects(box) }
    self.plane = plane
    frame = PictureFrame(
      Envelope([
        plane.metres(Coordinate(box.minX, box.minY)), plane.metres(Coordinate(box.maxX, box.maxY)),
      ]), left: 0, top: 0)
  }

  /// The elements of HTML.
  var lines: [String] {
    let size = "0 0 \(ScaleBar.pixels(frame.width)) \(ScaleBar.pixels(height))"
    return [
      "<svg viewBox=\"\(size)\" role=\"img\" aria-labelledby=\"map-title map-about\">",
      "<title id=\"map-title\">\(PhonePage.escaped(words.map))</title>",
      "<desc id=\"map-about\">\(PhonePage.escaped(words.map(route.stops.count)))</desc>",
    ] + borders + names + way + stops + ["<g class=\"scale\">"] + ScaleBar(frame: frame).lines
      + ["</g>", "</svg>"]
  }

  private var height: Double { frame.height + ScaleBar.height + 8 }

  private var borders: [String] {
    let rings = townships.flatMap { $0.area.polygons.flatMap(\.rings) }.map { ring in
      frame.pixels(ring.map(plane.metres))
    }
    let shared = PixelBorders(rings)
    var path = PixelPath()
    for ring in rings { path.append(shared.simplified(ring).withoutNeedless) }
    return path.text.isEmpty ? [] : ["<path class=\"township\" d=\"\(path.text)\"/>"]
  }

  private var names: [String] {
    townships.compactMap { township in
      let box = township.area.envelope
      let middle = Coordinate((box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2)
      let pixel = frame.pixel(plane.metres(middle))
      guard pixel.x > 300, Double(pixel.x) < frame.width * 10 - 300, pixel.y > 100,
        Double(pixel.y) < frame.height * 10 - 100
      else { return nil }
      return "<text class=\"township-name\" x=\"\(PixelPath.spelt(pixel.x))\""
        + " y=\"\(PixelPath.spelt(pixel.y))\">\(PhonePage.escaped(township.name))</text>"
    }
  }

  private var way: [String] {
    let points = route.way.map { frame.pixel(plane.metres($0)) }
    guard points.count > 1 else { return [] }
    let list = points.map { "\(PixelPath.spelt($0.x)),\(PixelPath.spelt($0.y))" }
    return ["<polyline class=\"way\" points=\"\(list.joined(separator: " "))\"/>"]
  }

  private var stops: [String] {
    let base = frame.pixel(plane.metres(route.base))
    let corner = PixelPoint(base.x - 70, base.y - 70)
    let square =
      "<rect class=\"base\" x=\"\(PixelPath.spelt(corner.x))\" y=\"\(PixelPath.spelt(corner.y))\""
      + " width=\"14\" height=\"14\"><title>\(PhonePage.escaped(words.route.base))</title></rect>"
    // The first lie on top: they are looked for first.
    return [square]
      + route.stops.reversed().map { stop in
        let pixel = frame.pixel(plane.metres(stop.position))
        let (x, y) = (PixelPath.spelt(pixel.x), PixelPath.spelt(pixel.y + 58))
        return MarkupText.tag(
          "a",
          [("href", "#stop-\(stop.order)"), ("aria-label", words.route.title(stop))])
          + "<circle cx=\"\(x)\" cy=\"\(PixelPath.spelt(pixel.y))\" r=\"15\"/>"
          + "<text class=\"on\" x=\"\(x)\" y=\"\(y)\">\(stop.order)</text></a>"
      }
  }
}
