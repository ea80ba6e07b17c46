internal import CampaignData
internal import Geo

/// Brings the points of a file to longitude and latitude in WGS-84, and rejects what cannot be one.
struct Placer: ~Copyable {
  /// Positions as the file gave them, in degrees.
  private(set) var sample = DatumSample()
  /// How many records have a position.
  private(set) var placed = 0
  /// How many records had longitude and latitude the wrong way round.
  private(set) var swapped = 0
  /// How many records had numbers too large for degrees.
  private(set) var metric = 0
  /// How many were taken for GCJ-02 because they were picked on a map.
  private(set) var picked = 0

  private let match: HeadingMatch
  private let declared: Datum?
  private let datumColumn: Int?
  private let locationSource: Int?
  private let countyColumn: Int?
  private let longitude: String
  private let takesDegrees: Bool
  private var transformer: Transformer?

  /// The box in which mainland China lies, degrees; swapped positions fall into its mirror image.
  private static let china = Envelope(minX: 72, minY: 3, maxX: 136, maxY: 54)

  /// Prepares for the points of a file.
  ///
  /// Throws `badData` if the geometry is not points or its coordinate system cannot be used.
  init(_ stream: borrowing DraftStream, run: ImportRun) throws(StoreError) {
    match = stream.match
    declared = run.options.datum
    datumColumn = match.position(of: "datum")
    locationSource = match.position(of: "location_source")
    countyColumn = match.position(of: "county_code")
    longitude = match.position(of: "lon").map(match.heading(of:)) ?? "lon"
    let hasGeometry = stream.source.geometryKind != .none
    guard let system = stream.source.coordinateSystem,
      hasGeometry || run.options.coordinateSystem != nil,
      !system.isGeographic
    else {
      takesDegrees = true
      transformer = nil
      return
    }
    takesDegrees = false
    do throws(PROJError) {
      transformer = try Transformer(from: system, to: .wgs84)
    } catch {
      throw StoreError(error, file: run.path)
    }
  }

  /// Places records and returns those that can be used; the others are rejected.
  mutating func place(
    _ drafts: [Draft], counties: CountyLocator?, _ run: inout ImportRun
  ) throws(StoreError) -> [Draft] {
    var kept: [Draft] = []
    kept.reserveCapacity(drafts.count)
    for var draft in drafts {
      do throws(Rejection) {
        try place(&draft, counties)
        kept.append(draft)
      } catch {
        try run.reject(error)
      }
    }
    return kept
  }

  private mutating func place(
    _ draft: inout Draft, _ counties: CountyLocator?
  ) throws(Rejection) {
    guard let geometry = draft.geometry else { return }
    let given = try degrees(geometry, draft.number)
    let datum = datum(of: draft)
    let county = countyColumn.flatMap { column -> Int? in
      guard case .text(let code) = draft.values[column] else { return nil }
      return counties?.position(of: code)
    }
    sample.add(given, county: county)
    draft.geometry = .point(datum.toWGS84(given))
    if let datumColumn { draft.values[datumColumn] = .text(datum.rawValue) }
    placed += 1
  }

  /// The position in degrees, whatever system the file uses.
  private mutating func degrees(
    _ geometry: Geometry, _ row: Int
  ) throws(Rejection) -> Coordinate {
    let point: Coordinate
    switch geometry {
    case .point(let position): point = position
    case .multiPoint(let positions) where positions.count == 1: point = positions[0]
    default:
      throw Rejection(row: row, reason: "not a point; take points or columns of lon and lat")
    }
    guard point.isFinite else {
      throw Rejection(row: row, column: longitude, reason: "the position is not a number")
    }
    if !takesDegrees {
      guard let moved = try? transformer?.transform(point) else {
        throw Rejection(
          row: row, value: Self.text(point),
          reason: "the position has no place in the file's coordinate system")
      }
      return moved
    }
    return try checked(point, row)
  }

  private mutating func checked(_ point: Coordinate, _ row: Int) throws(Rejection) -> Coordinate {
    if point.x == 0, point.y == 0 {
      throw Rejection(
        row: row, column: longitude, value: Self.text(point),
        reason: "0, 0 stands for a position that was not taken")
    }
    if !Self.china.contains(point), Self.china.contains(Coordinate(point.y, point.x)) {
      swapped += 1
      throw Rejection(
        row: row, column: longitude, value: Self.text(point),
        reason: "longitude and latitude are the wrong way round")
    }
    guard abs(point.x) <= 180, abs(point.y) <= 90 else {
      if abs(point.x) > 1000 || abs(point.y) > 1000 { metric += 1 }
      throw Rejection(
        row: row, column: longitude, value: Self.text(point),
        reason: "not degrees; longitude lies between -180 and 180, latitude between -90 and 90")
    }
    return point
  }

  /// What the record itself says, then the user, then how the point was taken, then WGS-84.
  private mutating func datum(of draft: Draft) -> Datum {
    if let datumColumn, case .text(let key) = draft.values[datumColumn],
      let datum = Datum(rawValue: key)
    {
      return datum
    }
    if let declared { return declared }
    if let locationSource, case .text("picked") = draft.values[locationSource] {
      picked += 1
      return .gcj02
    }
    return .wgs84
  }

  static func text(_ point: Coordinate) -> String { "\(point.x), \(point.y)" }
}
