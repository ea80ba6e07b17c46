/// How long the border of a face with each area is, in metres.
struct BorderLengths {
  /// The whole border.
  private(set) var total = 0.0
  private var lengths: [(area: Int32, length: Double)] = []

  /// Measures it; `owner` says which area, if any, has the face across.
  init(
    of face: Int32, _ arrangement: Arrangement, _ measure: GroundMeasure,
    owner: (_ face: Int32) -> Int32?
  ) {
    arrangement.forEachHalf(of: face) { half in
      let length = measure.length(arrangement.start(half), arrangement.start(half ^ 1))
      total += length
      guard let area = owner(arrangement.faces[Int(half ^ 1)]) else { return }
      if let known = lengths.firstIndex(where: { $0.area == area }) {
        lengths[known].length += length
      } else {
        lengths.append((area, length))
      }
    }
  }

  /// The areas, the longest border first; of equal ones the first of the layer.
  var longestFirst: [Int32] {
    lengths.sorted { ($1.length, $0.area) < ($0.length, $1.area) }.map(\.area)
  }

  /// The area with the longest border; of equal ones the first of the layer.
  var longest: Int32? { longestFirst.first }
}
