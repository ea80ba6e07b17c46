import Geo
import Terminal

/// The plane, in metres, in which distances are measured.
struct AnalysisPlane: Sendable {
  /// Its coordinate system; nil if the file does not say and the numbers are metres.
  let system: CoordinateSystem?
  /// What the points are in; nil if nobody says.
  let source: PlaceReference?
  /// Why this one, for people.
  let reason: (zh: String, en: String)

  /// Chooses the plane for some points.
  ///
  /// What is given wins; else points in a projection in metres stay there; else Albers' equal-area
  /// projection within China, and elsewhere the UTM zone of their median position.
  init(
    for table: PointTable, from given: PlaceReference?, crs wanted: CoordinateSystem?, file: String
  ) throws {
    if let wanted, wanted.metresPerUnit != 1 {
      throw CommandFailure(
        status: .usage, message: "\(wanted) is not in metres",
        hint: "Name a projected coordinate system in metres with --crs.")
    }
    source = given ?? table.stated.map { .system($0) } ?? Self.assumed(table)
    guard let source else {
      system = wanted
      reason = (
        "文件没有说明 x 和 y 的坐标系：按米计算",
        "the file does not say what x and y are in: taken for metres"
      )
      return
    }
    if let wanted {
      system = wanted
      reason = ("按 --crs 的要求", "as asked for")
    } else if case .system(let stated) = source, Self.isGround(stated) {
      system = stated
      reason = ("点自己的坐标系", "the points' own")
    } else {
      (system, reason) = try Self.choose(table, source, file)
    }
  }

  /// Columns that say nothing are longitude and latitude, if they can be.
  private static func assumed(_ table: PointTable) -> PlaceReference? {
    let fitsDegrees = table.xs.indices.allSatisfy { place in
      !table.xs[place].isFinite || (abs(table.xs[place]) <= 180 && abs(table.ys[place]) <= 90)
    }
    return table.isPlanar && !fitsDegrees ? nil : .datum(.wgs84)
  }

  /// Whether a metre of a projection is about a metre on the ground.
  private static func isGround(_ system: CoordinateSystem) -> Bool {
    guard system.metresPerUnit == 1 else { return false }
    let name = system.name
    return !name.contains("Mercator") || name.contains("Transverse")
  }

  private static func choose(
    _ table: PointTable, _ source: PlaceReference, _ file: String
  ) throws -> (CoordinateSystem, (zh: String, en: String)) {
    // A sample is enough for a centre.
    let step = max(1, table.xs.count / 10_000)
    var xs = stride(from: 0, to: table.xs.count, by: step).map { table.xs[$0] }
    var ys = stride(from: 0, to: table.ys.count, by: step).map { table.ys[$0] }
    var converter = try PlaceConverter(
      from: source, stated: nil, to: .datum(.wgs84), file: file)
    try converter.convert(&xs, &ys)
    let (lons, lats) = (xs.filter(\.isFinite).sorted(), ys.filter(\.isFinite).sorted())
    guard !lons.isEmpty else {
      throw CommandFailure(
        status: .badData, message: "no position is a longitude and latitude", file: file,
        hint: "Say what the points are in with --from.")
    }
    let (lon, lat) = (lons[lons.count / 2], lats[lats.count / 2])
    if (73...135.1).contains(lon), (17...54).contains(lat) {
      return (
        .albersChina,
        ("点在中国一带；可用 --crs 另指", "the points lie about China; --crs names another")
      )
    }
    let zone = max(1, min(60, Int((lon + 180) / 6) + 1))
    let code = (lat < 0 ? 32_700 : 32_600) + zone
    return (
      try CoordinateSystem("EPSG:\(code)"),
      ("点所在的 UTM 带；可用 --crs 另指", "the UTM zone of the points; --crs names another")
    )
  }

  /// The plane's name.
  var name: String { system?.description ?? "unknown, in metres" }

  /// Brings positions of `reference` into the plane.
  func place(
    _ xs: inout [Double], _ ys: inout [Double], from reference: PlaceReference?, file: String
  ) throws {
    guard let system, let reference, !reference.isSame(as: .system(system)) else { return }
    var converter = try PlaceConverter(
      from: reference, stated: nil, to: .system(system), file: file)
    try converter.convert(&xs, &ys)
  }

  /// The points of a table, in the plane; a table that says nothing is in what the first one is.
  func points(_ table: PointTable, from given: PlaceReference?, file: String) throws
    -> WeightedPoints
  {
    var (xs, ys) = (table.xs, table.ys)
    let reference = given ?? table.stated.map { .system($0) } ?? source
    try place(&xs, &ys, from: reference, file: file)
    guard xs.indices.contains(where: { xs[$0].isFinite && ys[$0].isFinite }) else {
      throw CommandFailure(
        status: .badData, message: "no position has a place in \(system?.name ?? "the plane")",
        file: file, hint: "Say what the points are in with --from.")
    }
    do {
      return try WeightedPoints(xs: xs, ys: ys, weights: table.weights)
    } catch {
      throw CommandFailure(status: .badData, message: "\(error)", file: file)
    }
  }
}
