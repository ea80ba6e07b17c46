import Geo

/// The columns that features get.
struct HotspotsColumns: Sendable {
  private(set) var fields: [FieldDefinition] = []
  private var columns: [@Sendable (Int) -> FieldValue] = []

  /// Adds a column of numbers; those not finite are written as nothing.
  mutating func add(_ name: String, real column: [Double]) {
    add(name, .real) { column[$0].isFinite ? .real(column[$0]) : .null }
  }

  /// Adds a column.
  mutating func add(
    _ name: String, _ type: FieldType, _ value: @escaping @Sendable (Int) -> FieldValue
  ) {
    fields.append(FieldDefinition(name, type))
    columns.append(value)
  }

  /// Renames columns so that none is there already, whatever the case of letters.
  func named(besides taken: [FieldDefinition]) -> HotspotsColumns {
    var renamed = self
    renamed.fields = Self.distinct(fields, besides: taken)
    return renamed
  }

  /// The values of a feature.
  func values(_ feature: Int) -> [FieldValue] { columns.map { $0(feature) } }
}

extension HotspotsAnalysis.Outcome {
  /// The columns of a local statistic, those of rates first.
  var columns: HotspotsColumns {
    var columns = HotspotsColumns()
    for (name, values) in rates?.columns ?? [] { columns.add(name, real: values) }
    columns.add(analysis.method.column, real: local.statistic)
    columns.add("z", real: local.z)
    columns.add("p", real: local.p)
    if let two = local.permutedTwoSided, let one = local.permutedOneSided {
      columns.add("p_perm", real: two)
      columns.add("p_perm_one", real: one)
    }
    let local = local
    columns.add("neighbours", .integer) { .integer(Int64(local.neighbours[$0])) }
    columns.add("p_adjusted", real: adjusted)
    if analysis.method.findsHotspots {
      columns.add("bin", .integer) { .integer(Int64(bin($0))) }
    } else {
      columns.add("quadrant", .text) { local.quadrants[$0].map { .text($0.rawValue) } ?? .null }
      columns.add("cluster", .text) { .text(cluster($0)) }
    }
    return columns
  }

  /// The class of a feature as a hot or cold spot, -3 to 3.
  func bin(_ feature: Int) -> Int {
    HotspotBin.bin(z: local.z[feature], p: adjusted[feature])
  }

  /// Whether a feature counts at alpha.
  func isSignificant(_ feature: Int) -> Bool { adjusted[feature] <= analysis.alpha }

  /// The kind of association of a feature that counts: a quadrant, for Geary also `unlike` and
  /// `like`; `ns` for one that does not count.
  func cluster(_ feature: Int) -> String {
    guard isSignificant(feature), let quadrant = local.quadrants[feature] else { return "ns" }
    guard analysis.method == .geary else { return quadrant.rawValue }
    if local.z[feature] > 0 { return "unlike" }
    return [.highHigh, .lowLow].contains(quadrant) ? quadrant.rawValue : "like"
  }
}
