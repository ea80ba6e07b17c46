internal import CampaignData
internal import Geo

/// Brings the coordinates of a file to degrees, and tells what is no place in its system.
struct DegreeReader: ~Copyable {
  /// What is wrong with a position; the same for all records, it is the file's fault.
  struct Failure: Error {
    /// What is wrong, for the list of rejected records.
    let reason: String
    /// The position as the file has it.
    let position: Coordinate
  }

  /// True if the file has positions and does not say in which system.
  let isSystemUnknown: Bool
  /// How many positions had longitude and latitude the wrong way round.
  private(set) var swapped = 0
  /// How many had numbers too large for degrees.
  private(set) var metric = 0
  /// How many were degrees where the system counts in metres.
  private(set) var angular = 0

  private var transformer: Transformer?

  /// The box in which mainland China lies, degrees; swapped positions fall into its mirror image.
  private static let china = Envelope(minX: 72, minY: 3, maxX: 136, maxY: 54)

  /// Prepares for the positions of a file.
  ///
  /// Throws `badData` if its coordinate system cannot be used.
  init(_ source: borrowing RowSource, run: ImportRun) throws(StoreError) {
    let hasGeometry = source.geometryKind != .none
    isSystemUnknown = hasGeometry && source.coordinateSystem == nil
    // What a table's layer says of a system is about no column of it; the user's word is.
    let system = hasGeometry ? source.coordinateSystem : run.options.coordinateSystem
    guard let system, !system.isGeographic else {
      transformer = nil
      return
    }
    do throws(PROJError) {
      transformer = try Transformer(from: system, to: .wgs84)
    } catch {
      throw StoreError(error, file: run.path)
    }
  }

  /// The positions in degrees, east first.
  mutating func degrees(of given: [Coordinate]) throws(Failure) -> [Coordinate] {
    if transformer == nil {
      for position in given { try check(position) }
      return given
    }
    if let first = given.first, Self.china.contains(first) {
      angular += 1
      throw Failure(
        reason: "degrees, but the coordinate system counts in metres", position: first)
    }
    var moved = given
    let failed = transformer?.transform(&moved) ?? 0
    if failed > 0, let index = moved.indices.first(where: { !moved[$0].isFinite }) {
      throw Failure(reason: "no place in the file's coordinate system", position: given[index])
    }
    return moved
  }

  private mutating func check(_ position: Coordinate) throws(Failure) {
    guard position.isFinite else {
      throw Failure(reason: "the position is not a number", position: position)
    }
    if position.x == 0, position.y == 0 {
      throw Failure(
        reason: "0, 0 stands for a position that was not taken", position: position)
    }
    if Self.china.contains(position) { return }
    if Self.china.contains(Coordinate(position.y, position.x)) {
      swapped += 1
      throw Failure(
        reason: "longitude and latitude are the wrong way round", position: position)
    }
    guard abs(position.x) > 180 || abs(position.y) > 90 else { return }
    if abs(position.x) > 1000 || abs(position.y) > 1000 { metric += 1 }
    throw Failure(
      reason: "not degrees; longitude lies between -180 and 180, latitude between -90 and 90",
      position: position)
  }

  /// Throws `badData` if no position could be used, for one and the same reason.
  func checkWhole(_ run: ImportRun, match: HeadingMatch) throws(StoreError) {
    let kinds = [swapped, metric, angular]
    guard kinds.count(where: { $0 > 0 }) == 1 else { return }
    let found = run.report.examples.first?.value
    if swapped > 0 {
      throw StoreError(
        .badData, "longitude and latitude are the wrong way round in every record",
        file: run.path, found: found, expected: "longitude, latitude",
        nextStep: Self.swapStep(match))
    }
    throw StoreError(
      .badData,
      metric > 0
        ? "the positions are metres of some grid, not degrees"
        : "the positions are degrees, not metres as the file's coordinate system says",
      file: run.path, found: found, expected: metric > 0 ? "degrees" : "metres",
      nextStep: "Name the coordinate system with --datum, for instance --datum "
        + (metric > 0 ? "EPSG:4547." : "EPSG:4326."))
  }

  private static func swapStep(_ match: HeadingMatch) -> String {
    guard let longitude = match.position(of: "lon"), let latitude = match.position(of: "lat"),
      match.fields[longitude] != nil
    else { return "Write the file again with x east and y north." }
    return "Add --map \(match.heading(of: longitude))=lat,\(match.heading(of: latitude))=lon."
  }
}
