public import Geo
import Inspection

/// A map of teams' days fitted into a rectangle: points from its upper left corner, y down.
public struct SheetMap: Sendable {
  /// An area of the ground.
  public struct Area: Sendable {
    /// Its rings.
    public let rings: [[Coordinate]]
    /// True for a township that has a stop, or a hot cell.
    public let isMarked: Bool
  }

  /// A team's day on the map.
  public struct Track: Sendable {
    /// The team's colour.
    public let colour: MapColour
    /// The way from the base over the stops and back; empty without stops.
    public let way: [Coordinate]
    /// Where the day starts and ends.
    public let base: Coordinate
    /// The stops' numbers.
    public let marks: [Mark]
  }

  /// A stop on the map.
  public struct Mark: Sendable {
    /// Its number in the list.
    public let number: Int
    /// Where it is.
    public let place: Coordinate
    /// Where its disc stands: there, or beside it where others are in the way.
    public let disc: Coordinate
  }

  /// A name on the map.
  public struct Label: Sendable {
    /// The name.
    public let text: String
    /// Its middle.
    public let middle: Coordinate
    /// True for a township that has a stop.
    public let isMarked: Bool
  }

  /// The size in points.
  public let width: Double
  /// The size in points.
  public let height: Double
  /// How many metres on the ground a point is.
  public let metresPerPoint: Double
  /// Townships.
  public internal(set) var townships: [Area] = []
  /// Cells: hot ones, and those of stops.
  public internal(set) var cells: [Area] = []
  /// The teams' days.
  public internal(set) var tracks: [Track] = []
  /// Names of townships that have room.
  public internal(set) var labels: [Label] = []
  /// True if a border that is shown is not official.
  public internal(set) var hasMadeBorders = false

  /// Fits days to a rectangle, with the ground around them.
  ///
  /// Bases are within it unless they lie so far off that stops would be hard to tell apart. Takes time
  /// in proportion to the ground.
  /// - Parameters:
  ///   - width: in points.
  ///   - height: in points.
  ///   - radius: of a stop's disc, in points.
  ///   - letters: size of names in points; 0 for none.
  public init(
    of sheets: [SheetContents], on ground: SheetGround, width: Double, height: Double,
    radius: Double, letters: Double
  ) {
    let frame = SheetFrame(sheets, width: width, height: height, margin: 2 * radius + 4)
    self.width = width
    self.height = height
    metresPerPoint = frame.metresPerPoint
    var discs = DiscPlacement(width: width, height: height, radius: radius)
    for sheet in sheets { discs.occupy(frame.point(sheet.route.base)) }
    tracks = sheets.map { sheet in
      Track(
        colour: sheet.colour, way: frame.line(sheet.route.way),
        base: frame.point(sheet.route.base),
        marks: sheet.stops.map { stop in
          let place = frame.point(stop.planned.position)
          return Mark(number: stop.planned.order, place: place, disc: discs.place(at: place))
        })
    }
    addGround(ground, frame, stopsOf: sheets)
    if letters > 0 {
      let names = SheetLabels(size: letters, discs: discs)
      labels = names.labels(of: visited(ground, frame, stopsOf: sheets), in: frame)
    }
  }

  private mutating func addGround(
    _ ground: SheetGround, _ frame: SheetFrame, stopsOf sheets: [SheetContents]
  ) {
    let stopCells = Set(sheets.flatMap(\.route.stops).compactMap(\.cellID))
    for (land, isMarked) in visited(ground, frame, stopsOf: sheets) {
      townships.append(Area(rings: frame.rings(land.township.area), isMarked: isMarked))
      if land.township.source != "official" { hasMadeBorders = true }
    }
    for square in ground.squares(in: frame.ground)
    where square.isHot || stopCells.contains(square.id) {
      cells.append(Area(rings: frame.rings(square.area), isMarked: square.isHot))
    }
  }

  /// The townships of the frame, each with whether a stop lies in it.
  private func visited(
    _ ground: SheetGround, _ frame: SheetFrame, stopsOf sheets: [SheetContents]
  ) -> [(SheetGround.Ground, Bool)] {
    let codes = Set(sheets.flatMap(\.stops).compactMap(\.townshipCode))
    return ground.townships(in: frame.ground).map { ($0, codes.contains($0.township.code)) }
  }
}
