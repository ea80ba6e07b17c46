/// A small dense square matrix, row after row.
struct SquareMatrix: Sendable, Hashable {
  let elements: [Double]
  let size: Int

  init(_ elements: [Double], size: Int) {
    self.elements = elements
    self.size = size
  }

  /// The inverse by elimination with the largest pivot of each column; nil if there is none to
  /// about 13 digits.
  ///
  /// O(n^3).
  func inverse() -> SquareMatrix? {
    var left = elements
    var right = [Double](repeating: 0, count: size * size)
    for row in 0..<size { right[row * size + row] = 1 }
    let scale = elements.reduce(0) { max($0, $1.magnitude) }
    for column in 0..<size {
      let pivot = (column..<size).max {
        left[$0 * size + column].magnitude < left[$1 * size + column].magnitude
      }
      guard let pivot, left[pivot * size + column].magnitude > scale * 1e-13 else { return nil }
      if pivot != column {
        for place in 0..<size {
          left.swapAt(pivot * size + place, column * size + place)
          right.swapAt(pivot * size + place, column * size + place)
        }
      }
      let factor = 1 / left[column * size + column]
      for place in 0..<size {
        left[column * size + place] *= factor
        right[column * size + place] *= factor
      }
      for row in 0..<size where row != column && left[row * size + column] != 0 {
        let multiple = left[row * size + column]
        for place in 0..<size {
          left[row * size + place] -= multiple * left[column * size + place]
          right[row * size + place] -= multiple * right[column * size + place]
        }
      }
    }
    return SquareMatrix(right, size: size)
  }
}
