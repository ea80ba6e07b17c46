internal import CampaignData
internal import Geo

/// Brings the points of a file to longitude and latitude in WGS-84, and rejects what cannot be one.
struct Placer: ~Copyable {
  /// Positions as the file gave them, in degrees.
  private(set) var sample = DatumSample()

  private let match: HeadingMatch
  private var reader: DegreeReader
  private let declared: Datum?
  private let datumColumn: Int?
  private let locationSource: Int?
  private let countyColumn: Int?
  private let longitude: String
  private var placed = 0
  private var picked = 0

  /// Prepares for the points of a file.
  ///
  /// Throws `badData` if its coordinate system cannot be used.
  init(_ stream: borrowing DraftStream, run: ImportRun) throws(StoreError) {
    match = stream.match
    reader = try DegreeReader(stream.source, run: run)
    declared = run.options.datum
    datumColumn = match.position(of: "datum")
    locationSource = match.position(of: "location_source")
    countyColumn = match.position(of: "county_code")
    longitude = match.position(of: "lon").map(match.heading(of:)) ?? "lon"
  }

  /// Places records; those that cannot be used are rejected and taken out.
  mutating func place(
    _ drafts: inout [Draft], counties: CountyLocator?, _ run: inout ImportRun
  ) throws(StoreError) {
    var unusable = Set<Int>()
    // In place: a copy of each record's values would cost more than all else here.
    for index in drafts.indices {
      do throws(Rejection) {
        try place(&drafts[index], counties)
      } catch {
        unusable.insert(drafts[index].number)
        try run.reject(error)
      }
    }
    if !unusable.isEmpty { drafts.removeAll { unusable.contains($0.number) } }
  }

  private mutating func place(
    _ draft: inout Draft, _ counties: CountyLocator?
  ) throws(Rejection) {
    guard let geometry = draft.geometry else { return }
    let given = try degrees(geometry, draft.number)
    let datum = datum(of: draft)
    sample.add(given, county: namedCounty(draft, counties))
    draft.geometry = .point(datum.toWGS84(given))
    if let datumColumn { draft.values[datumColumn] = .text(datum.rawValue) }
    placed += 1
  }

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
    do throws(DegreeReader.Failure) {
      return try reader.degrees(of: [point])[0]
    } catch {
      throw Rejection(
        row: row, column: longitude, value: Self.text(point), reason: error.reason)
    }
  }

  private func namedCounty(_ draft: Draft, _ counties: CountyLocator?) -> Int? {
    guard let countyColumn, case .text(let code) = draft.values[countyColumn] else { return nil }
    return counties?.position(of: code)
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

  /// Throws `badData` if no position at all could be used for one and the same reason, which is a
  /// fault of the file and not of its records.
  func checkWhole(_ run: ImportRun) throws(StoreError) {
    if placed == 0 { try reader.checkWhole(run, match: match) }
  }

  /// Tells what was assumed of the datum, and which one fits visibly better.
  func report(
    to run: inout ImportRun, references: ReferencePoints?, counties: CountyLocator?
  ) {
    if reader.isSystemUnknown {
      run.warn("The file names no coordinate system; its degrees were taken for WGS 84.")
    }
    if picked > 0 {
      run.warn(
        "\(picked) positions were picked on a map and name no datum; they were taken for GCJ-02. "
          + "Say otherwise with --datum or a column datum.")
    }
    let declared = declared ?? .wgs84
    if let fit = DatumFit(
      sample, declared: declared, references: references, counties: counties)
    {
      run.warn(fit.sentence(declared: declared))
    }
  }

  /// A position as the list of rejected records shows it.
  static func text(_ point: Coordinate) -> String { "\(point.x), \(point.y)" }
}
