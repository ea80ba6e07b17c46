import Geo
import Terminal

/// The places of features in a plane of metres.
struct MetrePlane: Sendable {
  let xs: [Double]
  let ys: [Double]
  /// What degrees were projected to; nil if they were none.
  let projection: CoordinateSystem?
  /// What the layer's own numbers are in; nil if nobody says.
  let reference: PlaceReference?

  /// Moves a layer's places into metres and notes how.
  ///
  /// In China degrees go into the program's own equal-area projection, elsewhere into one around the
  /// middle of the layer; throws if the layer is too wide for a plane.
  init(_ layer: ValueLayer, from given: PlaceReference?, _ record: inout AnalysisRecord) throws {
    var xs = layer.places.map(\.x)
    var ys = layer.places.map(\.y)
    let isTable = layer.kind == .none
    let reference = given ?? layer.crs.map { .system($0) } ?? (isTable ? .datum(.wgs84) : nil)
    var projection: CoordinateSystem?
    switch reference {
    case nil:
      record.warn(
        "metres", zh: "文件没有说明坐标系：坐标按米计算。可用 --from 指明。",
        en:
          "The file does not say what its coordinates are in: taken for metres. Say it with --from."
      )
    case .system(let system)? where !system.isGeographic:
      let unit = system.metresPerUnit ?? 1
      for place in xs.indices { (xs[place], ys[place]) = (xs[place] * unit, ys[place] * unit) }
      record.note(
        "metres", zh: "距离按文件的坐标系计算：\(system.name)。",
        en: "Distances are measured in the file's own projection: \(system.name).")
    case let reference?:
      let (plane, name) = try Self.plane(layer)
      var converter = try PlaceConverter(
        from: reference, stated: layer.crs, to: .system(plane), file: layer.path)
      try converter.convert(&xs, &ys)
      projection = plane
      record.note(
        "metres", zh: "经纬度（\(reference.name)）投影为米：\(name.zh)。",
        en: "Degrees (\(reference.name)) were projected to metres: \(name.en).")
    }
    self.xs = xs
    self.ys = ys
    self.projection = projection
    self.reference = reference
    noteMissing(&record)
  }

  private static func plane(
    _ layer: ValueLayer
  ) throws -> (CoordinateSystem, (zh: String, en: String)) {
    let box = Envelope(layer.places.filter(\.isFinite))
    guard box.minX >= -180, box.maxX <= 180, box.minY >= -90, box.maxY <= 90 else {
      throw CommandFailure(
        status: .badData, message: "the coordinates are no degrees", file: layer.path,
        hint: "Say what they are in with --from, as in EPSG:4547.")
    }
    if box.minX >= 73, box.maxX <= 136, box.minY >= 3, box.maxY <= 54 {
      return (
        .albersChina,
        (
          "中国等积 Albers 投影，与网格相同；长度误差在北纬 40 度约 2%",
          "the equal-area Albers projection of the grid, 2 % off in length at 40 north"
        )
      )
    }
    guard box.width <= 20, box.height <= 20 else {
      throw CommandFailure(
        status: .badData, message: "the layer is too wide for distances in a plane",
        file: layer.path, hint: "Convert it to a projected system first: hotspot convert --to.")
    }
    let (lon, lat) = ((box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2)
    let system = try CoordinateSystem(
      "+proj=laea +lon_0=\(lon) +lat_0=\(lat) +datum=WGS84 +units=m +type=crs")
    return (
      system,
      ("以图层中心为原点的等积方位投影", "an equal-area projection around the middle of the layer")
    )
  }

  /// Warns of a distance below what repeated positions can tell apart.
  func noteAccuracy(of metres: Double, _ record: inout AnalysisRecord) {
    let repeated = RepeatedPositions(xs: xs, ys: ys)
    let placed = Double(xs.indices.count { xs[$0].isFinite && ys[$0].isFinite })
    // A few features at one place are no sign of centres; five and more at each are.
    guard repeated.share > 0.2, let spacing = repeated.spacing, metres < spacing,
      repeated.share * placed >= 5 * Double(repeated.places)
    else { return }
    let (distance, apart) = (Int(clamping: metres), Int(clamping: spacing))
    record.warn(
      "accuracy",
      zh: "距离 \(distance) 米小于位置的精度：重复的位置相距 \(apart) 米，邻居只是同一中心的要素。",
      en:
        "The distance of \(distance) m is below the accuracy of the places: those that repeat are "
        + "\(apart) m apart, so neighbours are only what was put at the same centre.")
  }

  private func noteMissing(_ record: inout AnalysisRecord) {
    let missing = xs.indices.count { !(xs[$0].isFinite && ys[$0].isFinite) }
    if missing > 0 {
      record.warn(
        "places", zh: "\(missing) 个要素没有位置：不与任何要素相邻，也不在任何窗口中。",
        en: "Features without a place, near nothing and in no window: \(missing).")
    }
    let placed = xs.count - missing
    let distinct = Set(xs.indices.map { SIMD2(xs[$0], ys[$0]) }.filter { $0.x.isFinite }).count
    if placed > distinct, Double(placed - distinct) > 0.1 * Double(placed) {
      record.warn(
        "repeated", zh: "\(placed) 个位置中只有 \(distinct) 个不同：可能是地理编码到了县乡中心。",
        en: "Only \(distinct) of \(placed) places differ: they may be centres of townships or "
          + "counties, not true places.")
    }
  }
}

extension Int {
  /// The nearest whole number that there is.
  fileprivate init(clamping value: Double) {
    self = value < 0x1p62 ? Int(value.rounded()) : Int.max
  }
}
