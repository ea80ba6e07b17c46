import CampaignData
import Geo
import Inspection

/// Where complaints gather: their density on the cells, and cells hot or cold among them.
enum GatheringLayers {
  /// The layers `density` and `hotspots`; none without cells of our own grid.
  ///
  /// Density is of complaints a square kilometre by the quartic kernel of 3 km, at the cells'
  /// middles on the equal-area plane. Hot and cold are Gi* over counts with neighbours by edge or
  /// corner, p adjusted for false discoveries (Benjamini and Hochberg).
  /// - Parameter cells: the layer `cells`, which has the squares that facts are read without.
  static func layers(_ snapshot: Snapshot, cells: ServedLayer) throws -> [ServedLayer] {
    let facts = snapshot.facts
    let areas = areas(of: cells)
    let kept = facts.cells.indices.filter { facts.cells[$0].place != nil }
    guard !kept.isEmpty else { return [] }
    let counts = counts(of: snapshot, kept)
    let densities = try densities(at: kept, facts)
    var density = LayerDraft("density", .evidence, .area, fields: densityFields)
    var hotspots = LayerDraft("hotspots", .evidence, .area, fields: hotspotFields)
    let places = kept.compactMap { facts.cells[$0].place }
    let weights = SpatialWeights(
      cells: places.map { (column: Int($0.column), row: Int($0.row)) }, .queen)
    let association = GetisOrd.giStar(counts.span, weights: weights)
    let p = MultipleTesting.fdr.adjusted(association.p)
    for (row, cell) in kept.enumerated() {
      let area = areas[facts.cells[cell].id]
      let names: [FieldValue] = [.text(facts.cells[cell].id), .integer(Int64(counts[row]))]
      if densities[row] > 0 {
        density.append(names + [.real(rounded(densities[row], places: 4))], area)
      }
      let z = association.z[row]
      guard z.isFinite, p[row].isFinite else { continue }
      hotspots.append(
        names + [
          .real(rounded(z, places: 4)), .real(rounded(p[row], places: 6)),
          .integer(Int64(HotspotBin.bin(z: z, p: p[row]))),
        ], area)
    }
    return [density.layer(), hotspots.layer()]
  }

  private static func areas(of cells: ServedLayer) -> [String: Geometry] {
    guard let id = cells.field("id") else { return [:] }
    var areas: [String: Geometry] = [:]
    for row in 0..<cells.count {
      if let name = cells.text(row, id) { areas[name] = cells.geometries[row] }
    }
    return areas
  }

  private static func counts(of snapshot: Snapshot, _ kept: [Int]) -> [Double] {
    var counts = [Double](repeating: 0, count: snapshot.facts.cells.count)
    for cell in snapshot.complaintCells where cell >= 0 { counts[Int(cell)] += 1 }
    return kept.map { counts[$0] }
  }

  private static func densities(at kept: [Int], _ facts: Facts) throws -> [Double] {
    var points = facts.complaints.compactMap(\.position).filter(\.isFinite)
    var plane = try Transformer(from: .wgs84, to: .albersChina)
    _ = plane.transform(&points)
    points.removeAll { !$0.isFinite }
    let grid = EqualAreaGrid()
    let middles = kept.compactMap { facts.cells[$0].place }.map(grid.centre(of:))
    return KernelDensity(.quartic, bandwidth: 3000).at(
      x: middles.map(\.x), y: middles.map(\.y),
      of: try WeightedPoints(xs: points.map(\.x), ys: points.map(\.y)),
      unit: .perSquareKilometre, threads: 1)
  }

  private static func rounded(_ value: Double, places: Int) -> Double {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    return (value * scale).rounded() / scale
  }

  private static let cellFields = [
    LayerField("cell_id", LayerWords.heading("cell_id", ofList: "targets"), .text),
    LayerField("complaints", LayerWords.heading("complaints", ofList: ""), .integer),
  ]

  private static let densityFields =
    cellFields + [LayerField("density", LayerWords.heading("density", ofList: ""), .real)]

  private static let hotspotFields =
    cellFields + [
      LayerField("z", LayerWords.heading("z", ofList: ""), .real),
      LayerField("p", LayerWords.heading("p", ofList: ""), .real),
      LayerField("class", LayerWords.heading("class", ofList: ""), .integer),
    ]
}
