import Geo

/// What a request for items asks: where, when, with which values, and which page of it.
struct ItemQuery: Sendable {
  let limit: Int
  let offset: Int
  let box: BoundingBox?
  let time: TimeFilter?
  /// Fields that must have a value, by index, as text.
  let values: [(field: Int, text: String)]

  static let usualLimit = 1000
  static let maximumLimit = 10_000

  /// Parameters of a page of items beside the layer's properties.
  static let parameters: Set<String> = ["f", "limit", "offset", "bbox", "datetime"]

  /// Reads it; throws 400 for what it is not, a limit above the maximum becomes the maximum.
  init(_ parameters: QueryParameters, of layer: ServedLayer) throws(Refusal) {
    try parameters.check(known: Self.parameters.union(layer.fields.map(\.key)))
    let limit = try Self.count("limit", parameters["limit"], least: 1) ?? Self.usualLimit
    self.limit = min(limit, Self.maximumLimit)
    offset = try Self.count("offset", parameters["offset"], least: 0) ?? 0
    box = try Self.read(parameters["bbox"]) { text throws(Refusal) in try BoundingBox(text) }
    time = try Self.read(parameters["datetime"]) { text throws(Refusal) in try TimeFilter(text) }
    var values: [(field: Int, text: String)] = []
    for pair in parameters.pairs where !Self.parameters.contains(pair.name) {
      if let field = layer.field(pair.name) { values.append((field, pair.value)) }
    }
    self.values = values
  }

  /// The rows of a view that match, ascending.
  ///
  /// Values are compared as the viewer sees them, so that what is masked cannot be guessed.
  /// - Complexity: O(k) for k rows in the box, else O(n) for n rows; O(1) without any condition.
  func rows(of view: LayerView) -> RowSelection {
    guard box != nil || time != nil || !values.isEmpty || view.isFiltered else {
      return .all(view.layer.count)
    }
    let candidates = candidates(in: view)
    return .some(candidates.filter { matches($0, view) })
  }

  private func candidates(in view: LayerView) -> [Int] {
    guard let box else { return (0..<view.layer.count).filter(view.shows) }
    let rows = box.envelopes.map { view.rows(meeting: $0) }
    return rows.count == 1 ? rows[0] : Set(rows.joined()).sorted()
  }

  private func matches(_ row: Int, _ view: LayerView) -> Bool {
    if let box {
      guard let geometry = view.layer.geometries[row], box.meets(geometry) else { return false }
    }
    if let time, let times = view.layer.times {
      guard let span = times[row], time.meets(span) else { return false }
    }
    return values.allSatisfy { Self.isEqual(view.value(row, $0.field), $0.text, view, $0.field) }
  }

  private static func isEqual(
    _ value: FieldValue, _ text: String, _ view: LayerView, _ field: Int
  ) -> Bool {
    switch value {
    case .null: return text.isEmpty
    case .text(let own): return own == text
    case .real(let own): return Double(text) == own
    case .integer(let own):
      if view.layer.fields[field].type == .boolean, text == "true" || text == "false" {
        return (own != 0) == (text == "true")
      }
      return Double(text) == Double(own)
    }
  }

  private static func count(
    _ name: String, _ text: String?, least: Int
  ) throws(Refusal) -> Int? {
    guard let text else { return nil }
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), !text.isEmpty else {
      throw .badParameter("\"\(name)\" is a whole number from \(least).")
    }
    // More digits than fit are more than there is of anything.
    let number = Int(text) ?? .max
    guard number >= least else {
      throw .badParameter("\"\(name)\" is a whole number from \(least).")
    }
    return number
  }

  private static func read<Value>(
    _ text: String?, _ make: (String) throws(Refusal) -> Value
  ) throws(Refusal) -> Value? {
    guard let text else { return nil }
    return try make(text)
  }
}
