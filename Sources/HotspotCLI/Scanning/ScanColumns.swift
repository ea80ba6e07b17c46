import Geo

/// The columns that the rows of a scan get.
struct ScanColumns: FeatureColumns {
  let fields: [FieldDefinition]
  private let outcome: ScanOutcome

  init(_ outcome: ScanOutcome, besides taken: [FieldDefinition]) {
    self.outcome = outcome
    fields = Self.distinct(
      [
        FieldDefinition("cluster", .integer), FieldDefinition("kind", .text),
        FieldDefinition("significant", .integer), FieldDefinition("llr", .real),
        FieldDefinition("p", .real), FieldDefinition("observed", .real),
        FieldDefinition("expected", .real), FieldDefinition("relative_risk", .real),
      ], besides: taken)
  }

  func values(_ feature: Int) -> [FieldValue] {
    guard let number = outcome.clusterOfRow[feature] else {
      return [FieldValue](repeating: .null, count: fields.count)
    }
    let cluster = outcome.result.clusters[number]
    return [
      .integer(Int64(number + 1)), .text(cluster.kind),
      .integer(outcome.isSignificant(cluster) ? 1 : 0), .real(cluster.logLikelihoodRatio),
      .real(cluster.p), .real(cluster.cases), .real(cluster.expected),
      cluster.relativeRisk.isFinite ? .real(cluster.relativeRisk) : .null,
    ]
  }
}

extension ScanCluster {
  /// How a program is told on which side of chance it is.
  var kind: String { isHigh ? "high" : "low" }
}
