public import Geo

/// A small map of areas and places, with its key and a list of counts beside it.
///
/// North is up; east and north have the same scale.
public struct PlacePlot: Sendable, Hashable {
  /// Areas that are drawn alike.
  public struct Areas: Sendable, Hashable {
    /// What they are.
    public var name: ReportPhrase
    /// Rings in longitude and latitude, WGS-84.
    public var rings: [[Coordinate]]
    /// True if they are filled, else only their borders are drawn.
    public var isFilled: Bool

    /// Makes areas.
    public init(_ name: ReportPhrase, rings: [[Coordinate]], isFilled: Bool) {
      self.name = name
      self.rings = rings
      self.isFilled = isFilled
    }
  }

  /// Places that are drawn alike.
  public struct Places: Sendable, Hashable {
    /// What they are.
    public var name: ReportPhrase
    /// Longitude and latitude, WGS-84.
    public var positions: [Coordinate]
    /// What they are drawn in.
    public var ink: ChartInk

    /// Makes places.
    public init(_ name: ReportPhrase, _ positions: [Coordinate], ink: ChartInk) {
      self.name = name
      self.positions = positions
      self.ink = ink
    }
  }

  /// A line of the list.
  public struct Row: Sendable, Hashable {
    /// A place's name.
    public var name: ReportPhrase
    /// Its count.
    public var count: Int

    /// Makes a line.
    public init(_ name: ReportPhrase, _ count: Int) {
      self.name = name
      self.count = count
    }
  }

  /// The areas, those behind first; the map shows all of the first ones.
  public var areas: [Areas]
  /// The places, those behind first.
  public var places: [Places]
  /// What the list is of.
  public var listName: ReportPhrase
  /// The list.
  public var rows: [Row]

  private static let height = 180.0
  private static let mapShare = 0.56

  /// Makes a plot.
  public init(areas: [Areas], places: [Places], listName: ReportPhrase, rows: [Row]) {
    self.areas = areas
    self.places = places
    self.listName = listName
    self.rows = rows
  }

  func table(_ head: ReportTable) -> ReportTable {
    var table = head
    table.columns = [.init("name", listName, isNumber: false), .init("count", listName)]
    for (number, row) in rows.enumerated() {
      table.append("\(number + 1)", [.text(row.name), .count(row.count)])
    }
    return table
  }

  func drawing(width: Double, language: Language) -> ChartDrawing {
    var drawing = ChartDrawing(width: width, height: Self.height)
    drawMap(in: &drawing, width: width * Self.mapShare)
    drawKey(in: &drawing, from: width * Self.mapShare + 24, to: width)
    return drawing
  }

  private func drawMap(in drawing: inout ChartDrawing, width: Double) {
    let corners = areas.first?.rings.joined().filter(\.isFinite) ?? []
    let plane = LocalPlane(around: Array(corners))
    let box = Envelope(corners.map(plane.metres))
    guard !box.isEmpty, box.maxX > box.minX, box.maxY > box.minY else { return }
    let scale = min(width / (box.maxX - box.minX), Self.height / (box.maxY - box.minY))
    let left = (width - scale * (box.maxX - box.minX)) / 2
    let top = (Self.height - scale * (box.maxY - box.minY)) / 2
    func point(_ place: Coordinate) -> Coordinate {
      let metres = plane.metres(place)
      return Coordinate(left + (metres.x - box.minX) * scale, top + (box.maxY - metres.y) * scale)
    }
    for group in areas {
      for ring in group.rings {
        let line = Self.thinned(ring.filter(\.isFinite).map(point))
        guard line.count > 3 else { continue }
        if group.isFilled { drawing.area(line, .band) }
      }
    }
    for ring in areas.first?.rings ?? [] {
      let line = Self.thinned(ring.filter(\.isFinite).map(point))
      if line.count > 3 { drawing.line(line, .axis, width: 0.6) }
    }
    for group in places {
      for position in group.positions where position.isFinite {
        let spot = point(position)
        guard (0...width).contains(spot.x), (0...Self.height).contains(spot.y) else { continue }
        drawing.disc(spot.x, spot.y, radius: 2.6, group.ink)
      }
    }
  }

  private func drawKey(in drawing: inout ChartDrawing, from left: Double, to right: Double) {
    var y = 14.0
    for group in areas where group.isFilled {
      drawing.box(left - 5, y - 9, 10, 10, .band)
      drawing.text(group.name, left + 12, y, .start, .muted)
      y += 17
    }
    for group in places {
      drawing.disc(left, y - 4, radius: 3.5, group.ink)
      drawing.text(group.name, left + 12, y, .start, .muted)
      y += 17
    }
    y += 8
    drawing.text(listName, left - 5, y, .start)
    for row in rows {
      y += 17
      guard y < Self.height else { break }
      drawing.text(row.name, left - 5, y, .start)
      drawing.text(ReportPhrase(ReportCell.grouped(row.count)), right, y, .end)
    }
  }

  /// A line without points nearer to the last one than a pixel and a half; its end stays.
  private static func thinned(_ line: [Coordinate]) -> [Coordinate] {
    var kept: [Coordinate] = []
    for (number, point) in line.enumerated() {
      let last = kept.last ?? Coordinate(.infinity, .infinity)
      let gap = max(abs(point.x - last.x), abs(point.y - last.y))
      if gap > 1.5 || number == line.count - 1 { kept.append(point) }
    }
    return kept
  }
}
