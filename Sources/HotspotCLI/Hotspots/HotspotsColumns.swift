import Geo

/// The columns that features get.
struct HotspotsColumns: Sendable {
  let fields: [FieldDefinition]
  private let columns: [@Sendable (Int) -> FieldValue]

  /// Names columns so that none is there already, whatever the case of letters.
  init(_ outcome: HotspotsAnalysis.Outcome, besides taken: [FieldDefinition]) {
    let local = outcome.local
    let method = outcome.analysis.method
    func real(_ column: [Double]) -> @Sendable (Int) -> FieldValue {
      { column[$0].isFinite ? .real(column[$0]) : .null }
    }
    var made: [(FieldDefinition, @Sendable (Int) -> FieldValue)] = [
      (FieldDefinition(method.column, .real), real(local.statistic)),
      (FieldDefinition("z", .real), real(local.z)), (FieldDefinition("p", .real), real(local.p)),
    ]
    if let two = local.permutedTwoSided, let one = local.permutedOneSided {
      made.append((FieldDefinition("p_perm", .real), real(two)))
      made.append((FieldDefinition("p_perm_one", .real), real(one)))
    }
    made.append(
      (FieldDefinition("neighbours", .integer), { .integer(Int64(local.neighbours[$0])) }))
    made.append((FieldDefinition("p_adjusted", .real), real(outcome.adjusted)))
    if method.findsHotspots {
      made.append((FieldDefinition("bin", .integer), { .integer(Int64(outcome.bin($0))) }))
    } else {
      made.append(
        (
          FieldDefinition("quadrant", .text),
          { local.quadrants[$0].map { .text($0.rawValue) } ?? .null }
        ))
      made.append((FieldDefinition("cluster", .text), { .text(outcome.cluster($0)) }))
    }
    var used = Set(taken.map { $0.name.lowercased() })
    fields = made.map { definition, _ in
      var field = definition
      var number = 2
      while !used.insert(field.name.lowercased()).inserted {
        field.name = "\(definition.name)_\(number)"
        number += 1
      }
      return field
    }
    columns = made.map(\.1)
  }

  /// The values of a feature.
  func values(_ feature: Int) -> [FieldValue] { columns.map { $0(feature) } }
}

extension HotspotsAnalysis.Outcome {
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
