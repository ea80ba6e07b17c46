import Geo

/// What a picture draws within its frame: a path for each class.
struct PictureMap {
  private let picture: MapPicture
  private let frame: PictureFrame
  /// The areas as rings, each with its class.
  private let rings: [(ring: PixelRing, place: Int)]

  init(_ picture: MapPicture, _ frame: PictureFrame) {
    self.picture = picture
    self.frame = frame
    let rings = picture.areas.flatMap { area, place in
      area.normalised.polygons.flatMap(\.rings).map { (frame.pixels($0), place) }
    }
    let borders = PixelBorders(rings.map(\.0))
    self.rings = rings.map { (borders.simplified($0.0), $0.1) }
  }

  /// The elements of SVG: what does not count first, then the classes from the last to the first.
  var lines: [String] {
    let places = picture.style.classes.indices.reversed()
    let isNeutral = { (place: Int) in picture.style.classes[place].colour == .neutral }
    let order = places.filter(isNeutral) + places.filter { !isNeutral($0) }
    return order.compactMap(areas) + order.flatMap(dots)
  }

  /// The side of a square as large as an area is on average, in pixels.
  private var typicalSide: Double {
    let area = frame.width * frame.height
    return (area / Double(max(1, picture.areas.count))).squareRoot()
  }

  private func areas(of place: Int) -> String? {
    var own = rings.filter { $0.place == place }.map(\.ring)
    // Outlines of tiny areas would hide them.
    let merges = picture.mergesClasses || typicalSide < 5
    if merges { own = PixelBorders.dissolved(own) }
    var path = PixelPath()
    for ring in own { path.append(ring.withoutNeedless) }
    guard !path.text.isEmpty else { return nil }
    let colour = picture.style.classes[place].colour.hexadecimal
    // Classes side by side would else show a thin light line between them.
    let stroke =
      merges
      ? "stroke=\"\(colour)\" stroke-width=\"0.3\"" : "stroke=\"#fff\" stroke-width=\"0.5\""
    return "<path fill=\"\(colour)\" \(stroke) stroke-linejoin=\"round\" d=\"\(path.text)\"/>"
  }

  /// Dots with rims: a path drawn twice.
  private func dots(of place: Int) -> [String] {
    let own = picture.points.filter { $0.place == place }
    guard !own.isEmpty else { return [] }
    let size = radius * 2
    let places = own.map { position, _ in
      let exact = frame.pixel(position)
      return PixelPoint(exact.x / step * step, exact.y / step * step)
    }
    var path = PixelPath()
    path.append(dots: Set(places).sorted())
    let colour = picture.style.classes[place].colour.hexadecimal
    // Pale dots would be lost without a rim, many dots with one.
    let rim = picture.points.count < 2000 ? "#777" : "#fff"
    return [
      "<defs><path id=\"class\(place)\" d=\"\(path.text)\"/></defs>",
      "<g fill=\"none\" stroke-linecap=\"round\">"
        + "<use xlink:href=\"#class\(place)\" stroke=\"\(rim)\" stroke-width=\"\(px(size + 1))\"/>"
        + "<use xlink:href=\"#class\(place)\" stroke=\"\(colour)\" stroke-width=\"\(px(size))\"/></g>",
    ]
  }

  /// The radius of a dot in pixels: smaller where they are many.
  private var radius: Double {
    let count = picture.points.count
    return count < 300 ? 4 : count < 2000 ? 3 : count < 20_000 ? 2 : 1.2
  }

  /// Tenths of a pixel between dots, which closer together could not be told apart.
  private var step: Int32 {
    let count = picture.points.count
    return count < 2000 ? 5 : count < 20_000 ? 10 : 20
  }

  private func px(_ value: Double) -> String { ScaleBar.pixels(value) }
}
