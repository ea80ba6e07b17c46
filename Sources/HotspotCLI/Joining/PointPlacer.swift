import Geo
import Terminal

/// Brings points into the coordinates of the polygons that they are joined with.
struct PointPlacer: ~Copyable {
  /// What the points are in; nil if nobody says, and then it is what the polygons are in.
  let reference: PlaceReference?
  private var converter: PlaceConverter?

  /// Finds the way from what points are in to what polygons are in.
  ///
  /// - Parameters:
  ///   - given: what the user says of the points.
  ///   - stated: the coordinate system that the points' file names.
  ///   - isPlanar: whether a table's columns are named x and y.
  ///   - layer: the polygons.
  ///   - file: the points' file, for messages.
  init(
    from given: PlaceReference?, stated: CoordinateSystem?, isPlanar: Bool, to layer: AreaLayer,
    file: String
  ) throws {
    let reference = given ?? stated.map { .system($0) } ?? Self.assumed(isPlanar, layer.reference)
    self.reference = reference
    guard let reference, let target = layer.reference else {
      if given != nil {
        throw CommandFailure(
          status: .usage, message: "the file does not say what its coordinates are in",
          file: layer.path, hint: "Say it with --polygons-from: wgs84, gcj02, bd09 or EPSG:n.")
      }
      converter = nil
      return
    }
    converter =
      reference.isSame(as: target)
      ? nil : try PlaceConverter(from: reference, stated: nil, to: target, file: file)
  }

  /// What a table that says nothing is in: longitude and latitude like the polygons, or x and y.
  private static func assumed(_ isPlanar: Bool, _ target: PlaceReference?) -> PlaceReference? {
    if case .system(let system) = target, !system.isGeographic, !isPlanar { return .datum(.wgs84) }
    return target
  }

  /// True if points have to be moved at all.
  var isNeeded: Bool { converter != nil }

  /// Moves points given as two columns, in place; NaN where one has no place.
  mutating func place(_ xs: inout [Double], _ ys: inout [Double]) throws {
    try converter?.convert(&xs, &ys)
  }
}

extension PlaceReference {
  /// True if both give every position the same numbers; CGCS2000 is taken for WGS-84.
  func isSame(as other: PlaceReference) -> Bool {
    guard let mine = outputSystem, let theirs = other.outputSystem else { return self == other }
    if mine.isSame(as: theirs) { return true }
    let plain: [CoordinateSystem] = [.wgs84, .cgcs2000]
    return plain.contains { $0.isSame(as: mine) } && plain.contains { $0.isSame(as: theirs) }
  }
}
