import Foundation
import Geo
import Publishing

/// What a scan came to, for people and programs.
struct ScanSummary {
  let outcome: ScanOutcome
  let layer: ValueLayer
  /// The column that names areas.
  let id: Int?
  let output: String
  let record: AnalysisRecord

  private var clusters: [ScanCluster] { outcome.result.clusters }

  /// Some lines: the most likely cluster and all that count.
  func text(_ language: Language) -> String {
    let areas = outcome.table.areas
    let counted = clusters.count { outcome.isSignificant($0) }
    let cases = String(format: "%.6g", areas.totalCases)
    var text = output + "\n"
    text += language.pick(
      zh:
        "\(areas.count) 个区，\(cases) 例，聚集 \(clusters.count) 处，显著 \(counted) 处（alpha \(outcome.alpha)）\n",
      en:
        "\(areas.count) areas, \(cases) cases, \(clusters.count) clusters, \(counted) significant "
        + "(alpha \(outcome.alpha))\n")
    for (number, cluster) in clusters.prefix(max(1, counted)).enumerated() {
      text += line(number, cluster, language)
    }
    return text
  }

  private func line(_ number: Int, _ cluster: ScanCluster, _ language: Language) -> String {
    let kind = language.pick(zh: cluster.isHigh ? "高" : "低", en: cluster.kind)
    var text =
      "\(number + 1) "
      + String(
        format: language.pick(
          zh: "%@：%d 个区，观测 %.6g，期望 %.6g，相对风险 %.3g，LLR %.6g，p %.3g",
          en: "%@: %d areas, %.6g cases, %.6g expected, relative risk %.3g, LLR %.6g, p %.3g"),
        kind, cluster.areas.count, cluster.cases, cluster.expected, cluster.relativeRisk,
        cluster.logLikelihoodRatio, cluster.p)
    if outcome.hasTime {
      let slices = outcome.table.slices
      text += ", \(slices[cluster.slices.lowerBound]) - \(slices[cluster.slices.upperBound - 1])"
    }
    return text + "\n"
  }

  /// All clusters and the record.
  var json: JSONText {
    let settings = outcome.settings
    let areas = outcome.table.areas
    var members: [JSONText.Member] = [
      .init("output", .string(output)), .init("model", .string(settings.model.rawValue)),
      .init("find", .string(settings.direction.rawValue)),
      .init("features", .integer(layer.features.count)), .init("areas", .integer(areas.count)),
      .init("cases", .decimal(areas.totalCases, places: 6)),
      .init("population", .decimal(areas.populations.reduce(0, +), places: 6)),
      .init("windows", .integer(outcome.result.windows)),
      .init("replications", .integer(outcome.result.maxima.count)),
      .init("stopped_early", .bool(outcome.result.isStopped)),
      .init("seed", .string(String(settings.seed))),
      .init("alpha", .decimal(outcome.alpha, places: 6)),
      .init("significant", .integer(clusters.count { outcome.isSignificant($0) })),
    ]
    if outcome.hasTime {
      members.append(.init("slices", .array(outcome.table.slices.map { .string($0) })))
    }
    members.append(
      .init("clusters", .array(clusters.enumerated().map { json($0.offset, $0.element) })))
    members.append(.init("record", record.json))
    return .object(members)
  }

  private func json(_ number: Int, _ cluster: ScanCluster) -> JSONText {
    let firstRows = outcome.table.firstRows
    let centre = cluster.centre.map { layer.places[firstRows[$0]] }
    var members: [JSONText.Member] = [
      .init("rank", .integer(number + 1)), .init("kind", .string(cluster.kind)),
      .init("areas", .array(cluster.areas.map { name(firstRows[$0]) })),
      .init("rows", .array(outcome.rows(of: number).map { .integer($0) })),
      .init("centre", cluster.centre.map { name(firstRows[$0]) } ?? .null),
      .init("x", .decimal(centre?.x ?? .nan, places: 6)),
      .init("y", .decimal(centre?.y ?? .nan, places: 6)),
      .init("radius_m", .decimal(cluster.radius, places: 3)),
      .init("ratio", .decimal(cluster.shape.ratio, places: 3)),
      .init("angle", .decimal(cluster.shape.angle, places: 3)),
      .init("cases", .decimal(cluster.cases, places: 6)),
      .init("expected", .decimal(cluster.expected, places: 6)),
      .init("observed_over_expected", .decimal(cluster.observedOverExpected, places: 9)),
      .init("relative_risk", .decimal(cluster.relativeRisk, places: 9)),
      .init("llr", .decimal(cluster.logLikelihoodRatio, places: 12)),
      .init("statistic", .decimal(cluster.statistic, places: 12)),
      .init("p", .decimal(cluster.p, places: 9)),
      .init("p_gumbel", .decimal(cluster.gumbelP ?? .nan, places: 12)),
      .init("significant", .bool(outcome.isSignificant(cluster))),
    ]
    if outcome.hasTime {
      let slices = outcome.table.slices
      members += [
        .init("first_time", .string(slices[cluster.slices.lowerBound])),
        .init("last_time", .string(slices[cluster.slices.upperBound - 1])),
      ]
    }
    return .object(members)
  }

  /// An area by its name, else by its row from 0.
  private func name(_ row: Int) -> JSONText {
    guard let id else { return .integer(row) }
    return .string(layer.features[row].values[id].text)
  }
}
