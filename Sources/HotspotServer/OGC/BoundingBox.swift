import Geo

/// The box of a `bbox` parameter: one envelope, or two where it runs over the antimeridian.
struct BoundingBox: Sendable, Hashable {
  let envelopes: [Envelope]

  /// Reads four numbers, or six with heights, which do not count here.
  init(_ text: String) throws(Refusal) {
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map {
      Double($0.filter { $0 != " " })
    }
    let values = numbers.compactMap(\.self).filter(\.isFinite)
    guard values.count == numbers.count, [4, 6].contains(values.count) else {
      throw .badParameter(
        "\"bbox\" is four or six numbers: west, south, east, north, as in 113,34,115,36.")
    }
    let half = values.count / 2
    let (west, south, east, north) = (values[0], values[1], values[half], values[half + 1])
    guard south <= north else {
      throw .badParameter("\"bbox\" has its south, \(south), north of its north, \(north).")
    }
    func box(_ from: Double, _ to: Double) -> Envelope {
      Envelope(minX: from, minY: south, maxX: to, maxY: north)
    }
    envelopes = west <= east ? [box(west, east)] : [box(west, 180), box(-180, east)]
  }

  /// Whether a geometry meets it.
  func meets(_ geometry: Geometry) -> Bool {
    envelopes.contains { BoxMeeting(box: $0).meets(geometry) }
  }
}
