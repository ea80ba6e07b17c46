import CGDAL

/// The owner of one of GDAL's geometries.
struct OGRGeometry: ~Copyable {
  let pointer: OGRGeometryH

  /// Takes over a geometry that a function of GDAL made; nil if it made none.
  init?(_ made: OGRGeometryH?) {
    guard let made else { return nil }
    pointer = made
  }

  deinit { OGR_G_DestroyGeometry(pointer) }

  /// Hands the geometry over; the caller, or what it is put into, destroys it.
  consuming func take() -> OGRGeometryH {
    let taken = pointer
    discard self
    return taken
  }

  /// Puts a part in, which then belongs to this geometry.
  func add(_ part: consuming OGRGeometry?) {
    guard let part = consume part else { return }
    OGR_G_AddGeometryDirectly(pointer, part.take())
  }
}

extension OGRGeometry {
  /// An empty geometry.
  init?(_ type: OGRwkbGeometryType) { self.init(OGR_G_CreateGeometry(type)) }

  /// A point.
  init?(_ position: Coordinate) {
    self.init(wkbPoint)
    OGR_G_SetPoint_2D(pointer, 0, position.x, position.y)
  }

  /// A line or, with `wkbLinearRing`, a ring.
  init?(_ line: [Coordinate], as type: OGRwkbGeometryType = wkbLineString) {
    self.init(type)
    line.withUnsafeBytes { bytes in
      let stride = Int32(MemoryLayout<Coordinate>.stride)
      OGR_G_SetPoints(
        pointer, Int32(line.count), bytes.baseAddress, stride,
        bytes.baseAddress.map { $0 + MemoryLayout<Double>.stride }, stride, nil, 0)
    }
  }

  /// An area of one part.
  init?(_ polygon: Polygon) {
    self.init(wkbPolygon)
    add(OGRGeometry(polygon.exterior, as: wkbLinearRing))
    for hole in polygon.holes { add(OGRGeometry(hole, as: wkbLinearRing)) }
  }

  /// An area of several parts.
  init?(_ area: MultiPolygon) {
    self.init(wkbMultiPolygon)
    for polygon in area.polygons { add(OGRGeometry(polygon)) }
  }

  /// Any geometry; one line or one area stays single unless a layer wants collections throughout.
  init?(_ geometry: Geometry, asCollection: Bool) {
    switch geometry {
    case .point(let position):
      self.init(position)
    case .multiPoint(let positions):
      self.init(wkbMultiPoint)
      for position in positions { add(OGRGeometry(position)) }
    case .lines(let lines):
      if !asCollection, lines.count == 1 {
        self.init(lines[0])
      } else {
        self.init(wkbMultiLineString)
        for line in lines { add(OGRGeometry(line)) }
      }
    case .area(let area):
      if !asCollection, area.polygons.count == 1 {
        self.init(area.polygons[0])
      } else {
        self.init(area)
      }
    }
  }
}
