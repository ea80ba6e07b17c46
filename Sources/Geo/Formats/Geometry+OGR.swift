import CGDAL

extension Geometry {
  /// Copies a geometry that GDAL lends; nil if it is empty.
  ///
  /// Curves become lines. Of a mixed collection the parts of the highest dimension are kept: its
  /// areas, else its lines, else its points.
  init?(_ lent: OGRGeometryH) {
    if OGR_G_IsEmpty(lent) != 0 { return nil }
    switch OGR_GT_Flatten(OGR_G_GetGeometryType(lent)) {
    case wkbPoint:
      self = .point(Coordinate(OGR_G_GetX(lent, 0), OGR_G_GetY(lent, 0)))
    case wkbMultiPoint:
      self = .multiPoint(
        Geometry.parts(of: lent).map { Coordinate(OGR_G_GetX($0, 0), OGR_G_GetY($0, 0)) })
    case wkbLineString:
      self = .lines([Geometry.coordinates(of: lent)])
    case wkbMultiLineString:
      self = .lines(Geometry.parts(of: lent).map(Geometry.coordinates))
    case wkbPolygon:
      self = .area(MultiPolygon([Polygon(lent)]))
    case wkbMultiPolygon:
      self = .area(MultiPolygon(Geometry.parts(of: lent).map { Polygon($0) }))
    default:
      guard let geometry = Geometry(mixed: lent) else { return nil }
      self = geometry
    }
  }

  private init?(mixed lent: OGRGeometryH) {
    if OGR_G_HasCurveGeometry(lent, 0) != 0 {
      guard let straight = OGRGeometry(OGR_G_GetLinearGeometry(lent, 0, nil)),
        let geometry = Geometry(straight.pointer)
      else { return nil }
      self = geometry
      return
    }
    let parts = Geometry.parts(of: lent).compactMap { Geometry($0) }
    let areas = parts.flatMap { part in
      if case .area(let area) = part { area.polygons } else { [] as [Polygon] }
    }
    let lines = parts.flatMap { part in
      if case .lines(let lines) = part { lines } else { [] as [[Coordinate]] }
    }
    let points = parts.flatMap { part in
      switch part {
      case .point(let position): [position]
      case .multiPoint(let positions): positions
      default: [] as [Coordinate]
      }
    }
    if !areas.isEmpty {
      self = .area(MultiPolygon(areas))
    } else if !lines.isEmpty {
      self = .lines(lines)
    } else if !points.isEmpty {
      self = .multiPoint(points)
    } else {
      return nil
    }
  }

  /// The parts of a collection or the rings of a polygon, lent by it.
  static func parts(of lent: OGRGeometryH) -> [OGRGeometryH] {
    (0..<OGR_G_GetGeometryCount(lent)).compactMap { OGR_G_GetGeometryRef(lent, $0) }
  }

  /// The positions of a line or ring.
  static func coordinates(of line: OGRGeometryH) -> [Coordinate] {
    let count = Int(OGR_G_GetPointCount(line))
    let stride = Int32(MemoryLayout<Coordinate>.stride)
    return Array(unsafeUninitializedCapacity: count) { buffer, initialised in
      let xs = UnsafeMutableRawPointer(buffer.baseAddress)
      let ys = xs.map { $0 + MemoryLayout<Double>.stride }
      OGR_G_GetPoints(line, xs, stride, ys, stride, nil, 0)
      initialised = count
    }
  }

  /// The same geometry with x and y exchanged.
  var swapped: Geometry {
    func swap(_ line: [Coordinate]) -> [Coordinate] { line.map { Coordinate($0.y, $0.x) } }
    switch self {
    case .point(let position): return .point(Coordinate(position.y, position.x))
    case .multiPoint(let positions): return .multiPoint(swap(positions))
    case .lines(let lines): return .lines(lines.map(swap))
    case .area(let area): return .area(area.mapCoordinates { Coordinate($0.y, $0.x) })
    }
  }
}

extension Polygon {
  /// Copies a polygon that GDAL lends.
  init(_ lent: OGRGeometryH) {
    let rings = Geometry.parts(of: lent).map(Geometry.coordinates)
    self.init(exterior: rings.first ?? [], holes: Array(rings.dropFirst()))
  }
}
