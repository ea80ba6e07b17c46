import Geo
import Terminal

/// Features with their values in slices of time.
struct CubeLayer: Sendable {
  /// The features, each once; its columns of numbers end with the population, if one was named.
  let layer: ValueLayer
  /// What was asked for of each slice, NaN for none: a value a feature.
  let slices: [[Double]]
  /// The name of each slice.
  let labels: [String]
  let warnings: [String]
}

/// Reads the values of features in slices of time, in any of the shapes that files have.
struct CubeSource: Sendable {
  let input: String
  let options: EmergingOptions
  /// The column of values; nil counts rows.
  let field: String?
  /// The column that tells features apart.
  let id: String?
  let population: String?
  let layer: String?
  let encoding: String?
  let lon: String?
  let lat: String?
  let from: PlaceReference?

  /// The most values that a cube may have: 2 GB.
  private static let most = 250_000_000

  /// Reads the file, noting what it holds.
  func read(_ record: inout AnalysisRecord) throws -> CubeLayer {
    if let columns = options.columns { return try wide(columns, &record) }
    if let areas = options.areas { return try within(areas, &record) }
    return try long(&record)
  }

  private func values(_ path: String, _ numbers: [String], isInput: Bool) throws -> ValueLayer {
    try ValueLayer(
      reading: path, layer: isInput ? layer : nil, encoding: encoding, numbers: numbers, lon: lon,
      lat: lat)
  }

  private var populations: [String] { population.map { [$0] } ?? [] }

  /// A row a feature, a column a slice.
  private func wide(_ columns: [String], _ record: inout AnalysisRecord) throws -> CubeLayer {
    let read = try values(input, columns + populations, isInput: true)
    record.note(
      "slices", zh: "\(columns.count) 个时间片，每列一个，从 \(columns[0]) 到 \(columns[columns.count - 1])。",
      en: "\(columns.count) slices of time, a column each, from \(columns[0]) to "
        + "\(columns[columns.count - 1]).")
    return CubeLayer(
      layer: read, slices: Array(read.columns[..<columns.count]), labels: columns,
      warnings: read.warnings)
  }

  /// A row a feature and time.
  private func long(_ record: inout AnalysisRecord) throws -> CubeLayer {
    guard let time = options.time, let id, let field else { throw Self.incomplete }
    let read = try values(input, [field] + populations, isInput: true)
    let column = try read.fields.column(id, in: input)
    let clock = try read.fields.column(time, in: input)
    let names = read.features.map { $0.values[column] }
    var numbers: [FieldValue: Int] = [:]
    var kept: [Int] = []
    let owners = names.indices.map { row -> Int? in
      guard !names[row].isBlank else { return nil }
      if let number = numbers[names[row]] { return number }
      numbers[names[row]] = kept.count
      kept.append(row)
      return kept.count - 1
    }
    noteUnowned(owners, zh: "没有标识", en: "without an id", &record)
    let features = read.keeping(kept, without: [time, field])
    let times = try TimeSlices(
      read.features.map { $0.values[clock] }, options.slice, in: input, &record)
    let slices = try sorted(
      owners, times, read.columns[0], features: kept.count, names: names, &record)
    return CubeLayer(
      layer: features, slices: slices, labels: times.labels, warnings: read.warnings)
  }

  /// Rows that belong to areas of another file, by id or by position.
  private func within(_ path: String, _ record: inout AnalysisRecord) throws -> CubeLayer {
    guard let time = options.time else { throw Self.incomplete }
    let areas = try values(path, populations, isInput: false)
    guard areas.areas != nil || id != nil else {
      throw CommandFailure(
        status: .badData, message: "polygons are needed, found \(areas.kind.rawValue)", file: path,
        hint: "--areas takes polygons; features of any kind with --id.")
    }
    let rows =
      id == nil ? try located(in: path, time: time) : try named(by: id ?? "", areas, time: time)
    let times = try TimeSlices(rows.times, options.slice, in: input, &record)
    guard rows.owners.contains(where: { $0 != nil }) else {
      throw CommandFailure(
        status: .badData, message: "not one row belongs to an area of \(path)", file: input,
        hint: id == nil
          ? "Say what the points are in with --from."
          : "Name the column that both files know areas by with --id.")
    }
    noteUnowned(
      rows.owners, zh: id == nil ? "不在任何面内" : "标识不在面图层中",
      en: id == nil ? "in none of the areas" : "whose id no area has", &record)
    if field == nil {
      record.note(
        "events", zh: "按面统计每个时间片的行数，没有记为 0。",
        en: "Rows were counted for each area and slice; no row is 0.")
    }
    let slices = try sorted(
      rows.owners, times, rows.values, features: areas.features.count, names: rows.names, &record)
    return CubeLayer(
      layer: areas, slices: slices, labels: times.labels, warnings: areas.warnings + rows.warnings)
  }

  /// Rows, and the features that they belong to.
  private struct Rows {
    var owners: [Int?] = []
    var times: [FieldValue] = []
    var values: [Double] = []
    var names: [FieldValue] = []
    var warnings: [String] = []
  }

  private func named(by id: String, _ areas: ValueLayer, time: String) throws -> Rows {
    let column = try areas.fields.column(id, in: areas.path)
    var numbers: [String: Int] = [:]
    for (number, area) in areas.features.enumerated() where !area.values[column].isBlank {
      let name = area.values[column].text
      guard numbers.updateValue(number, forKey: name) == nil else {
        throw CommandFailure(
          status: .badData, message: "\(id) \"\(name)\" is there twice, expected once",
          file: areas.path, row: number + 1, hint: "Name a column with --id that tells areas apart."
        )
      }
    }
    let read = try values(input, field.map { [$0] } ?? [], isInput: true)
    let (key, clock) = (
      try read.fields.column(id, in: input), try read.fields.column(time, in: input)
    )
    let names = read.features.map { $0.values[key] }
    return Rows(
      owners: names.map { numbers[$0.text] }, times: read.features.map { $0.values[clock] },
      values: read.columns.first ?? [Double](repeating: 1, count: names.count), names: names,
      warnings: read.warnings)
  }

  private func located(in path: String, time: String) throws -> Rows {
    let areas = try AreaLayer(reading: path, layer: nil, reference: nil)
    let source = PointSource(
      path: input, layer: layer, encoding: encoding, lon: lon, lat: lat, from: from)
    let points = try source.features()
    let columns = points.columns
    let reader = points.reader
    let (stated, isTable) = (reader.crs, reader.geometryKind == .none)
    let clock = try reader.fields.column(time, in: input)
    let value = try field.map { try reader.fields.column($0, in: input) }
    let placer = try PointPlacer(
      from: from, stated: isTable ? nil : stated, isPlanar: columns?.isPlanar ?? false, to: areas,
      file: input)
    var located = LocatedFeatures(reader, columns, placer: placer, in: areas)
    let block = FeatureBlock()
    var rows = Rows()
    while try located.read(into: block) {
      try Interruption.check()
      rows.owners += block.areas.map { $0 < 0 ? nil : Int($0) }
      rows.times += block.features.map { $0.values[clock] }
      rows.values += block.features.map { feature in
        value.map { feature.values[$0].number ?? .nan } ?? 1
      }
    }
    try located.check()
    rows.warnings = located.warnings + areas.warnings
    return rows
  }

  private func noteUnowned(
    _ owners: [Int?], zh: String, en: String, _ record: inout AnalysisRecord
  ) {
    let lost = owners.count { $0 == nil }
    guard lost > 0 else { return }
    record.warn(
      "outside", zh: "\(lost) 行\(zh)：不参加计算。", en: "Rows \(en), left out: \(lost).")
  }

  /// Adds rows up by feature and slice.
  private func sorted(
    _ owners: [Int?], _ times: TimeSlices, _ values: [Double], features: Int,
    names: [FieldValue], _ record: inout AnalysisRecord
  ) throws -> [[Double]] {
    guard features * times.labels.count <= Self.most else {
      throw CommandFailure(
        status: .badData,
        message: "\(features) features in \(times.labels.count) slices are too many", file: input,
        hint: "Take longer slices with --slice.")
    }
    // Only points of areas may come in any number at a time.
    let mayRepeat = options.slice != nil || names.isEmpty || field == nil
    let empty = options.fill ?? (names.isEmpty || field == nil ? 0 : .nan)
    let column = [Double](repeating: .nan, count: features)
    var slices = [[Double]](repeating: column, count: times.labels.count)
    for (row, owner) in owners.enumerated() {
      guard let owner, let slice = times.rows[row], values[row].isFinite else { continue }
      let before = slices[slice][owner]
      guard before.isNaN || mayRepeat else {
        throw CommandFailure(
          status: .badData,
          message: "\"\(names[row].text)\" has two rows of \(times.labels[slice]), expected one",
          file: input, row: row + 1, hint: "Say with --slice what is to be added up, as in month.")
      }
      slices[slice][owner] = before.isNaN ? values[row] : before + values[row]
    }
    guard !empty.isNaN else { return slices }
    return slices.map { $0.map { $0.isNaN ? empty : $0 } }
  }

  private static let incomplete = CommandFailure(
    status: .usage, message: "--method emerging needs --time, --id and --field",
    hint: "See hotspot help hotspots.")
}
