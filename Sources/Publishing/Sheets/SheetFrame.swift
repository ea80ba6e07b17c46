import Geo

/// Which part of the ground a map shows, and where on it a place lies.
struct SheetFrame {
  /// The least that a map shows of the ground, in metres.
  private static let least = 3000.0
  /// How much smaller a map may get so that bases are on it.
  private static let reach = 1.6
  /// Steps of a border that are shorter are left out, in points.
  private static let finest = 0.3

  /// The size in points.
  let width: Double
  let height: Double
  let metresPerPoint: Double
  /// What is shown, longitude and latitude.
  let ground: Envelope
  private let plane: LocalPlane
  private let middle: Coordinate

  init(_ sheets: [SheetContents], width: Double, height: Double, margin: Double) {
    (self.width, self.height) = (width, height)
    let stops = sheets.flatMap(\.route.stops).map(\.position).filter(\.isFinite)
    let bases = sheets.map(\.route.base).filter(\.isFinite)
    plane = LocalPlane(around: stops.isEmpty ? bases : stops)
    let own = Envelope((stops.isEmpty ? bases : stops).map(plane.metres))
    let all = Envelope((stops + bases).map(plane.metres))
    let room = (width: max(width - 2 * margin, 1), height: max(height - 2 * margin, 1))
    let (near, far) = (Self.scale(own, room), Self.scale(all, room))
    let shown = far <= near * Self.reach ? all : own
    let scale = Self.scale(shown, room)
    metresPerPoint = scale
    let middle =
      shown.isEmpty
      ? Coordinate(0, 0)
      : Coordinate((shown.minX + shown.maxX) / 2, (shown.minY + shown.maxY) / 2)
    self.middle = middle
    ground = Self.degrees(
      around: middle, width: width * scale, height: height * scale, on: plane)
  }

  /// Metres a point, so that a rectangle fits.
  private static func scale(_ box: Envelope, _ room: (width: Double, height: Double)) -> Double {
    let wide = box.isEmpty ? 0 : box.width
    let high = box.isEmpty ? 0 : box.height
    return max(wide / room.width, high / room.height, least / min(room.width, room.height))
  }

  private static func degrees(
    around middle: Coordinate, width: Double, height: Double, on plane: LocalPlane
  ) -> Envelope {
    let corners = [(-1.0, -1.0), (1.0, 1.0)].map { x, y in
      plane.place(Coordinate(middle.x + x * width / 2, middle.y + y * height / 2))
    }
    return Envelope(corners)
  }

  /// The point of a place.
  func point(_ place: Coordinate) -> Coordinate {
    let metres = plane.metres(place)
    return Coordinate(
      width / 2 + (metres.x - middle.x) / metresPerPoint,
      height / 2 - (metres.y - middle.y) / metresPerPoint)
  }

  /// A line without steps that nobody can see.
  func line(_ places: [Coordinate]) -> [Coordinate] {
    var line: [Coordinate] = []
    for (index, place) in places.enumerated() {
      let point = point(place)
      guard point.isFinite else { continue }
      if let last = line.last, index + 1 < places.count,
        abs(point.x - last.x) < Self.finest, abs(point.y - last.y) < Self.finest
      {
        continue
      }
      line.append(point)
    }
    return line
  }

  /// The rings of an area; those that nobody can see are left out.
  func rings(_ area: MultiPolygon) -> [[Coordinate]] {
    area.polygons.flatMap(\.rings).map(line).filter { $0.count > 3 }
  }
}
