import Foundation
import Geo
import Publishing

/// The windows of clusters as a layer of their own.
struct ScanWindowLayer {
  let outcome: ScanOutcome
  let plane: MetrePlane
  let layer: ValueLayer

  /// Formats that hold more than one layer with geometry.
  static let drivers = ["GPKG", "SQLite", "PostgreSQL"]
  private static let corners = 96

  private var fields: [FieldDefinition] {
    var fields = [
      FieldDefinition("cluster", .integer), FieldDefinition("kind", .text),
      FieldDefinition("significant", .integer), FieldDefinition("areas", .integer),
      FieldDefinition("observed", .real), FieldDefinition("expected", .real),
      FieldDefinition("observed_over_expected", .real), FieldDefinition("relative_risk", .real),
      FieldDefinition("llr", .real), FieldDefinition("statistic", .real),
      FieldDefinition("p", .real), FieldDefinition("p_gumbel", .real),
      FieldDefinition("radius_m", .real), FieldDefinition("ratio", .real),
      FieldDefinition("angle", .real),
    ]
    if outcome.hasTime {
      fields += [FieldDefinition("first_time", .text), FieldDefinition("last_time", .text)]
    }
    return fields
  }

  /// Adds the layer, under a name that is not that of the areas.
  func write(to writer: inout VectorWriter) throws {
    let name = layer.name.lowercased() == "clusters" ? "clusters_2" : "clusters"
    try writer.createLayer(
      name, geometry: .area, crs: plane.reference?.outputSystem, fields: fields)
    var converter: PlaceConverter?
    if let projection = plane.projection, let reference = plane.reference {
      converter = try PlaceConverter(
        from: .system(projection), stated: nil, to: reference, file: layer.path)
    }
    var unit = 1.0
    if plane.projection == nil, case .system(let system)? = plane.reference {
      unit = system.metresPerUnit ?? 1
    }
    for (number, cluster) in outcome.result.clusters.enumerated() {
      var geometry = outline(cluster, unit: unit).map { ring in
        Geometry.area(MultiPolygon([Polygon(exterior: ring)]))
      }
      if let drawn = geometry { geometry = try converter?.convert(drawn) ?? drawn }
      try writer.append(
        Feature(values: values(number, cluster), geometry: geometry), to: name)
    }
    try writer.keep(outcome.style, for: name, geometry: .area)
  }

  private func values(_ number: Int, _ cluster: ScanCluster) -> [FieldValue] {
    func real(_ number: Double?) -> FieldValue {
      number.flatMap { $0.isFinite ? .real($0) : nil } ?? .null
    }
    var values: [FieldValue] = [
      .integer(Int64(number + 1)), .text(cluster.kind),
      .integer(outcome.isSignificant(cluster) ? 1 : 0), .integer(Int64(cluster.areas.count)),
      real(cluster.cases), real(cluster.expected), real(cluster.observedOverExpected),
      real(cluster.relativeRisk), real(cluster.logLikelihoodRatio), real(cluster.statistic),
      real(cluster.p), real(cluster.gumbelP), real(cluster.radius), real(cluster.shape.ratio),
      real(cluster.shape.angle),
    ]
    if outcome.hasTime {
      values.append(.text(outcome.table.slices[cluster.slices.lowerBound]))
      values.append(.text(outcome.table.slices[cluster.slices.upperBound - 1]))
    }
    return values
  }

  /// The border in the layer's own unit; nil for a window of all areas.
  ///
  /// A window of one place is drawn half the way to the next one, which its radius of 0 could not
  /// show.
  private func outline(_ cluster: ScanCluster, unit: Double) -> Ring? {
    guard let centre = cluster.centre else { return nil }
    let areas = outcome.table.areas
    let (x, y) = (areas.xs[centre], areas.ys[centre])
    var radius = cluster.radius
    if radius == 0 {
      let others = areas.xs.indices.map { hypot(areas.xs[$0] - x, areas.ys[$0] - y) }
      radius = (others.filter { $0 > 0 }.min() ?? 1000) / 2
    }
    let turn = cluster.shape.angle * .pi / 180
    let ring = (0..<Self.corners).map { corner in
      let direction = 2 * Double.pi * Double(corner) / Double(Self.corners)
      let along = radius * cluster.shape.ratio * cos(direction)
      let across = radius * sin(direction)
      return Coordinate(
        (x + along * cos(turn) - across * sin(turn)) / unit,
        (y + along * sin(turn) + across * cos(turn)) / unit)
    }
    return ring + ring.prefix(1)
  }
}
