/// A closed line: the first position is repeated at the end.
///
/// Exterior rings run counter-clockwise
/// and holes clockwise where a function promises it (RFC 7946); readers keep what the file has.
public typealias Ring = [Coordinate]

/// An area with one exterior ring and any number of holes.
public struct Polygon: Sendable, Hashable {
  /// The outer border, closed.
  public var exterior: Ring
  /// The holes, each closed.
  public var holes: [Ring]

  /// Makes an area from closed rings.
  public init(exterior: Ring, holes: [Ring] = []) {
    self.exterior = exterior
    self.holes = holes
  }

  /// All rings, the exterior first.
  public var rings: [Ring] { [exterior] + holes }
}

/// An area of any number of parts that do not overlap.
public struct MultiPolygon: Sendable, Hashable {
  /// The parts.
  public var polygons: [Polygon]

  /// Makes an area from its parts.
  public init(_ polygons: [Polygon] = []) {
    self.polygons = polygons
  }

  /// The rectangle around all parts.
  public var envelope: Envelope {
    var envelope = Envelope.empty
    for polygon in polygons { envelope.include(Envelope(polygon.exterior)) }
    return envelope
  }

  /// The same area with every position moved by a function.
  public func mapCoordinates<Failure: Error>(
    _ transform: (Coordinate) throws(Failure) -> Coordinate
  ) throws(Failure) -> MultiPolygon {
    var moved = self
    for part in moved.polygons.indices {
      for index in moved.polygons[part].exterior.indices {
        moved.polygons[part].exterior[index] = try transform(
          moved.polygons[part].exterior[index])
      }
      for hole in moved.polygons[part].holes.indices {
        for index in moved.polygons[part].holes[hole].indices {
          moved.polygons[part].holes[hole][index] = try transform(
            moved.polygons[part].holes[hole][index])
        }
      }
    }
    return moved
  }
}

/// What a feature's geometry can be here; Z and M are dropped on reading.
public enum Geometry: Sendable, Hashable {
  /// One position.
  case point(Coordinate)
  /// Several positions.
  case multiPoint([Coordinate])
  /// One or more lines.
  case lines([[Coordinate]])
  /// One or more areas.
  case area(MultiPolygon)
}
