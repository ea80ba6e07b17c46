import Geo

/// The plane in which a picture is drawn: metres, and north up in its middle.
struct PicturePlane: ~Copyable {
  private var converter: PlaceConverter?

  /// An equal-area plane around the middle of a box of positions.
  ///
  /// - Parameters:
  ///   - reference: what the positions are in; nil if they are metres of a plane unknown.
  ///   - stated: the coordinate system that their file names.
  ///   - file: the file, for messages.
  init(
    around box: Envelope, in reference: PlaceReference?, stated: CoordinateSystem?, file: String
  ) throws {
    converter = nil
    guard let reference, !box.isEmpty else { return }
    var outward = try PlaceConverter(
      from: reference, stated: stated, to: .datum(.wgs84), file: file)
    let middle = Coordinate((box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2)
    guard case .point(let centre) = try outward.convert(.point(middle)) else { return }
    // Whole hundredths: the last bits of a middle would change all of the picture's.
    let (lon, lat) = ((centre.x * 100).rounded() / 100, (centre.y * 100).rounded() / 100)
    let plane = try CoordinateSystem(
      "+proj=laea +lon_0=\(lon) +lat_0=\(lat) +datum=WGS84 +units=m +type=crs")
    converter = try PlaceConverter(
      from: reference, stated: stated, to: .system(plane), file: file)
  }

  /// The geometry in the plane; throws `PROJError` if it has no place there.
  mutating func place(_ geometry: Geometry) throws -> Geometry {
    guard converter != nil else { return geometry }
    return try converter?.convert(geometry) ?? geometry
  }
}
