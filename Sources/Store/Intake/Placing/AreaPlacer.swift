internal import CampaignData
internal import Geo

/// Brings the areas of a file to longitude and latitude in WGS-84, and mends crossing borders.
struct AreaPlacer: ~Copyable {
  /// Corners as the file gave them, in degrees.
  private(set) var sample = DatumSample()
  /// The records whose borders were mended, by code and name, in the order of the file.
  private(set) var repaired: [String] = []

  private let match: HeadingMatch
  private var reader: DegreeReader
  private let datum: Datum
  private let datumColumn: Int?
  private var placed = 0

  /// Prepares for the areas of a file.
  init(_ stream: borrowing DraftStream, run: ImportRun) throws(StoreError) {
    match = stream.match
    reader = try DegreeReader(stream.source, run: run)
    datum = run.options.datum ?? .wgs84
    datumColumn = match.position(of: "datum")
  }

  /// Places records and returns those that can be used; the others are rejected.
  mutating func place(
    _ drafts: [Draft], _ run: inout ImportRun
  ) throws(StoreError) -> [Draft] {
    var kept: [Draft] = []
    for var draft in drafts {
      do throws(Rejection) {
        guard case .area(let given) = draft.geometry else {
          throw Rejection(row: draft.number, reason: "no area, and none can do without")
        }
        draft.geometry = .area(try area(given, of: draft))
        if let datumColumn { draft.values[datumColumn] = .text(datum.rawValue) }
        kept.append(draft)
      } catch {
        try run.reject(error)
      }
    }
    run.report.repaired = repaired.count
    return kept
  }

  /// An area in WGS-84, valid.
  mutating func area(_ given: MultiPolygon, of draft: Draft) throws(Rejection) -> MultiPolygon {
    var area = given
    do throws(DegreeReader.Failure) {
      for part in area.polygons.indices {
        area.polygons[part].exterior = try moved(area.polygons[part].exterior)
        for hole in area.polygons[part].holes.indices {
          area.polygons[part].holes[hole] = try moved(area.polygons[part].holes[hole])
        }
      }
    } catch {
      throw Rejection(
        row: draft.number, value: Placer.text(error.position), reason: error.reason)
    }
    placed += 1
    guard !GeometryRepair.isValid(area).isValid else { return area }
    guard let mended = try? GeometryRepair.makeValid(area), !mended.polygons.isEmpty else {
      throw Rejection(
        row: draft.number, reason: "the border crosses itself and cannot be mended")
    }
    repaired.append(name(of: draft))
    return mended
  }

  private mutating func moved(_ ring: Ring) throws(DegreeReader.Failure) -> Ring {
    let degrees = try reader.degrees(of: ring)
    for corner in degrees { sample.add(corner) }
    return degrees.map(datum.toWGS84)
  }

  private func name(of draft: Draft) -> String {
    ["code", "id", "name"].compactMap { match.position(of: $0) }
      .map { FieldParser.text(of: draft.values[$0]) }.filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  /// Throws `badData` if no area at all could be used for one and the same reason.
  func checkWhole(_ run: ImportRun) throws(StoreError) {
    if placed == 0 { try reader.checkWhole(run, match: match) }
  }

  /// Tells what was mended, and which datum fits visibly better.
  func report(to run: inout ImportRun, references: ReferencePoints?) {
    if reader.isSystemUnknown {
      run.warn("The file names no coordinate system; its degrees were taken for WGS 84.")
    }
    if !repaired.isEmpty {
      run.warn(
        "\(repaired.count) borders crossed or touched themselves and were mended: "
          + NameList.text(repaired) + ".")
    }
    if let fit = DatumFit(sample, declared: datum, references: references, counties: nil) {
      run.warn(fit.sentence(declared: datum))
    }
  }
}
