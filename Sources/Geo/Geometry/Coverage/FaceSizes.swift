/// The sizes of faces in square metres; the outside has none.
struct FaceSizes {
  let areas: [Double]

  /// Measures all faces; O(lines).
  init(_ arrangement: Arrangement, _ measure: GroundMeasure) {
    var areas = [Double](repeating: 0, count: arrangement.faceCount)
    var ring: Ring = []
    for face in arrangement.rings.indices.dropFirst() {
      for first in arrangement.rings[face] {
        ring.removeAll(keepingCapacity: true)
        arrangement.forEachHalf(ringFrom: first) { ring.append(arrangement.start($0)) }
        // Faces lie to the left, so inner rings run clockwise and count against it.
        areas[face] += measure.signedArea(ring)
      }
      areas[face] = max(0, areas[face])
    }
    self.areas = areas
  }
}
