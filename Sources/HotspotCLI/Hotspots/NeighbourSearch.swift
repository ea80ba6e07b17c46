import Foundation
import Geo
import Terminal

/// The weights that the user asked for, of a layer.
struct NeighbourSearch {
  let layer: ValueLayer
  let choice: WeightsChoice
  let from: PlaceReference?
  /// The column that a .gal or .gwt file names features by; nil as its first line says.
  let idField: String?

  /// Finds the neighbours and notes how.
  func weights(_ record: inout AnalysisRecord) throws -> SpatialWeights {
    try checkField()
    let weights = try find(&record)
    let pairs = (0..<weights.count).map { weights.others(of: $0).count }
    let mean = Double(pairs.reduce(0, +)) / Double(max(1, pairs.count))
    let text = String(format: "%.2f", mean)
    record.note(
      "neighbours",
      zh: "平均 \(text) 个邻居，最少 \(pairs.min() ?? 0)，最多 \(pairs.max() ?? 0)。",
      en:
        "\(text) neighbours on average, \(pairs.min() ?? 0) at least, \(pairs.max() ?? 0) at most.")
    return weights
  }

  private func find(_ record: inout AnalysisRecord) throws -> SpatialWeights {
    switch choice {
    case .shared(let way): return try shared(way, &record)
    case .file(let path, let format): return try read(path, format, &record)
    case .band(let metres):
      let plane = try MetrePlane(layer, from: from, &record)
      record.note(
        "weights", zh: "邻居：\(Self.length(metres)) 米以内（面取重心）。",
        en: "Neighbours: within \(Self.length(metres)) m (areas by their centroids).")
      plane.noteAccuracy(of: metres, &record)
      return SpatialWeights(xs: plane.xs, ys: plane.ys, band: metres)
    case .nearest(let k):
      let plane = try MetrePlane(layer, from: from, &record)
      record.note(
        "weights", zh: "邻居：最近的 \(k) 个（面取重心）。",
        en: "Neighbours: the \(k) nearest (areas by their centroids).")
      return SpatialWeights(xs: plane.xs, ys: plane.ys, nearest: k)
    case .kernel(let kernel, let metres):
      let plane = try MetrePlane(layer, from: from, &record)
      record.note(
        "weights", zh: "邻居：权重按 \(kernel.rawValue) 核随距离递减，带宽 \(Self.length(metres)) 米。",
        en:
          "Neighbours: weights fall with the distance by a \(kernel.rawValue) kernel of \(Self.length(metres)) m."
      )
      plane.noteAccuracy(of: metres, &record)
      return SpatialWeights(xs: plane.xs, ys: plane.ys, kernel: kernel, bandwidth: metres)
    }
  }

  private static func length(_ metres: Double) -> String { FieldValue.real(metres).text }

  private func shared(
    _ way: SpatialWeights.Contiguity, _ record: inout AnalysisRecord
  ) throws -> SpatialWeights {
    guard let areas = layer.areas else {
      throw CommandFailure(
        status: .badData, message: "\(way.rawValue) weights need polygons", file: layer.path,
        hint: "For points take --weights knn:8 or --weights band:3000.")
    }
    let weights = SpatialWeights(sharedBordersOf: areas, way)
    record.note(
      "weights",
      zh: way == .queen ? "邻居：有共同的边或角（queen）。" : "邻居：有共同的边（rook）。",
      en: way == .queen
        ? "Neighbours: areas with a common border or corner (queen)."
        : "Neighbours: areas with a common border (rook).")
    if weights.islands.count * 10 > weights.count {
      record.warn(
        "borders", zh: "一成以上的面没有邻居：相邻的边界可能没有共同的顶点，可改用 --weights knn:8。",
        en: "More than a tenth of the areas have no neighbour: borders may lack common corners; "
          + "--weights knn:8 does without.")
    }
    return weights
  }

  private func read(
    _ path: String, _ format: WeightsText.Format, _ record: inout AnalysisRecord
  ) throws -> SpatialWeights {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    do {
      let text = try WeightsText(reading: String(decoding: data, as: UTF8.self), as: format)
      let (ids, named) = try identifiers(of: text)
      record.note(
        "weights", zh: "邻居：取自 \(path)，要素按\(named.zh)对应。",
        en: "Neighbours: from \(path), features known by \(named.en).")
      if format == .gwt {
        record.warn(
          "distances", zh: ".gwt 的第三列按权重使用；GeoDa 写的可能是距离，那时请用 .gal。",
          en: "The third column of a .gwt is taken for weights; GeoDa may have written distances: "
            + "take a .gal then.")
      }
      return try text.weights(of: ids)
    } catch let fault as WeightsText.Fault {
      throw CommandFailure(
        status: .badData, message: fault.description, file: path,
        row: fault.line > 0 ? fault.line : nil,
        hint: "Name the column that identifies features with --id.")
    }
  }

  /// Writes weights to a file, features known by the column named, else by their rows from 0 on.
  func save(_ weights: SpatialWeights, to path: String, overwrite: Bool) throws {
    let column = layer.fields.firstIndex { $0.name == idField }
    let ids = layer.features.indices.map { feature in
      column.map { layer.features[feature].values[$0].text } ?? String(feature)
    }
    if let odd = ids.first(where: { $0.isEmpty || $0.contains(where: \.isWhitespace) }) {
      throw CommandFailure(
        status: .badData, message: "\"\(odd)\" cannot name a feature in \(path)", file: layer.path,
        hint: "Name a column without spaces and gaps with --id.")
    }
    let format = WeightsText.Format(path: path) ?? .gal
    let text = weights.text(as: format, ids: ids, layer: layer.name, field: idField)
    try TextDocument(text).save(to: path, overwrite: overwrite)
  }

  private func checkField() throws {
    if let idField { _ = try layer.fields.column(idField, in: layer.path) }
  }

  private func identifiers(
    of text: WeightsText
  ) throws -> (ids: [String], named: (zh: String, en: String)) {
    let wanted = idField ?? text.field
    if let column = layer.fields.firstIndex(where: { $0.name == wanted }) {
      let name = layer.fields[column].name
      return (layer.features.map { $0.values[column].text }, ("列 \(name)", "column \(name)"))
    }
    let first = text.rows.contains { $0.id == "0" } ? 0 : 1
    let ids = (first..<first + layer.features.count).map(String.init)
    return (ids, ("从 \(first) 起的行号", "their rows from \(first) on"))
  }
}
