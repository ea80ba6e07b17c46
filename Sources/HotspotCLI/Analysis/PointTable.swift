import CampaignData
import Geo
import Terminal

/// The points of a file as columns, row for row; NaN where a row has no position.
struct PointTable: Sendable {
  /// What became of the rows.
  struct Count: Sendable, Hashable {
    var read = 0
    /// Rows without a position, or without a weight where one is asked for.
    var blank = 0
    /// Rows whose position cannot be read.
    var unreadable = 0
    /// Points whose day is not known where days matter.
    var undated = 0
    /// Points of days that were not asked for.
    var untimely = 0
    /// Points that weigh nothing.
    var weightless = 0

    var used: Int { read - blank - unreadable - undated - untimely }
  }

  private(set) var xs: [Double] = []
  private(set) var ys: [Double] = []
  /// What each counts, where a column or its age says.
  private(set) var weights: [Double]?
  /// The day of each since 1970-01-01, where it was asked for; `noDay` for none.
  private(set) var days: [Int32]?
  /// The first row, from 1, whose day cannot be read.
  private(set) var firstUndated: Int?
  private(set) var count = Count()
  /// The first few odd rows, and what GDAL warned of.
  private(set) var warnings: [String] = []
  /// The coordinate system that the file names.
  private(set) var stated: CoordinateSystem?
  /// Whether positions stand in columns named x and y, which may be metres.
  private(set) var isPlanar = false
  /// Whether rows of text were read, not features.
  private(set) var isRows: Bool

  private var remarks = JoinRemarks()

  /// Stands for a day that is not known.
  static let noDay = Int32.min

  /// Takes columns: positions in a coordinate system, NaN for none, and their days.
  init(xs: [Double], ys: [Double], days: [Int32], stated: CoordinateSystem) {
    (self.xs, self.ys, self.days, self.stated) = (xs, ys, days, stated)
    isRows = false
    count.read = xs.count
    count.blank = xs.count { !$0.isFinite }
  }

  /// Reads a file, as rows of text if asked to, else as features.
  ///
  /// Throws if nothing has a position.
  init(_ source: PointSource, asRows: Bool, weight: String? = nil, time: String? = nil) throws {
    isRows = asRows && weight == nil && time == nil
    // A table may hold its geometry in a way that only GDAL reads.
    if isRows { isRows = try readRows(source) }
    if !isRows { try readFeatures(source, weight, time) }
    warnings += remarks.texts.map { "\(source.path): \($0)" }
    guard count.used > 0 else {
      throw CommandFailure(
        status: .badData, message: "none of \(count.read) rows has a position", file: source.path,
        hint: "Name the columns with --lon and --lat, and the layer with --layer.")
    }
  }

  /// False if no headings are known as those of a position.
  private mutating func readRows(_ source: PointSource) throws -> Bool {
    guard var rows = try source.rows() else { return false }
    isPlanar = rows.columns.isPlanar
    let dialect = rows.reader.dialect
    let block = RowBlock()
    while try rows.reader.read(into: block) {
      try Interruption.check()
      let first = xs.count
      block.withPositions { xs, ys in
        for row in xs.indices {
          self.xs.append(xs[row])
          self.ys.append(ys[row])
        }
      }
      count.read += block.count
      count.blank += block.rows(.blank).count
      for row in block.rows(.unreadable) {
        count.unreadable += 1
        remarks.add(row: block.firstRow + row, "the position is no pair of numbers")
      }
      for row in 0..<(block.isPlain ? 0 : block.count)
      where AppendedColumns.isSurplus(row, of: block, dialect) && xs[first + row].isFinite {
        // Its fields are not those of the headings.
        (xs[first + row], ys[first + row]) = (.nan, .nan)
        count.unreadable += 1
        remarks.add(row: block.firstRow + row, "more fields than headings")
      }
    }
    return true
  }

  private mutating func readFeatures(
    _ source: PointSource, _ weight: String?, _ time: String?
  ) throws {
    var input = try source.features()
    let columns = input.columns
    stated = columns == nil ? input.reader.crs : nil
    isPlanar = columns?.isPlanar ?? false
    let place = try Self.index(weight, input.reader.fields, source)
    let clock = try Self.index(time, input.reader.fields, source)
    if weight != nil { weights = [] }
    if time != nil { days = [] }
    while true {
      let features = try input.reader.nextBatch()
      guard !features.isEmpty else { break }
      try Interruption.check()
      for feature in features {
        try add(feature, columns, place, source)
        if let clock { addDay(feature.values[clock]) }
      }
    }
    warnings += input.reader.warnings
  }

  private mutating func add(
    _ feature: Feature, _ columns: PositionColumns?, _ weight: Int?, _ source: PointSource
  ) throws {
    count.read += 1
    var position: Coordinate?
    var number = 1.0
    switch PointReading(feature, columns) {
    case .position(let found): position = found
    case .blank: count.blank += 1
    case .unreadable(let reason):
      count.unreadable += 1
      remarks.add(row: count.read, reason)
    }
    if let weight, position != nil {
      if let found = PositionColumns.number(feature.values[weight]), found.isFinite {
        guard found >= 0 else {
          throw CommandFailure(
            status: .badData, message: "a weight is negative: found \(found)", file: source.path,
            row: count.read, hint: "Weights count points; leave such rows out.")
        }
        number = found
        count.weightless += found == 0 ? 1 : 0
      } else {
        position = nil
        count.blank += 1
      }
    }
    xs.append(position?.x ?? .nan)
    ys.append(position?.y ?? .nan)
    weights?.append(number)
  }

  private mutating func addDay(_ value: FieldValue) {
    let day = Moment(value.text).map { Int32(clamping: $0.date.daysSince1970) } ?? Self.noDay
    days?.append(day)
    if day == Self.noDay, hasPlace(xs.count - 1) { firstUndated = firstUndated ?? count.read }
  }

  private static func index(
    _ name: String?, _ fields: [FieldDefinition], _ source: PointSource
  ) throws -> Int? {
    guard let name else { return nil }
    if let place = fields.firstIndex(where: { $0.name == name }) { return place }
    throw CommandFailure(
      status: .usage, message: "there is no column \"\(name)\"", file: source.path,
      hint: "Columns: " + fields.map(\.name).joined(separator: ", ") + ".")
  }
}

// MARK: Choosing

extension PointTable {
  /// Whether a point counts so far.
  func hasPlace(_ point: Int) -> Bool { xs[point].isFinite && ys[point].isFinite }

  /// Takes out a point, because its day is not known or is another.
  mutating func leaveOut(_ point: Int, undated: Bool) {
    (xs[point], ys[point]) = (.nan, .nan)
    if undated { count.undated += 1 } else { count.untimely += 1 }
  }

  /// Multiplies what a point counts.
  mutating func weigh(_ point: Int, by factor: Double) {
    if weights == nil { weights = [Double](repeating: 1, count: xs.count) }
    weights?[point] *= factor
  }
}
