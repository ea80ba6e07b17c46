/// A symmetric matrix, of which the lower triangle is kept, with what is solved of it.
struct NormalMatrix: Sendable {
  let order: Int
  /// Rows of the lower triangle in a full square.
  var cells: [Double]

  init(order: Int) {
    self.order = order
    cells = [Double](repeating: 0, count: order * order)
  }

  subscript(row: Int, column: Int) -> Double {
    get { row >= column ? cells[row * order + column] : cells[column * order + row] }
    set { cells[max(row, column) * order + min(row, column)] = newValue }
  }

  /// Adds another's cells.
  mutating func add(_ other: NormalMatrix) {
    for index in cells.indices { cells[index] += other.cells[index] }
  }

  /// The Cholesky factor, lower; nil if the matrix is not positive definite.
  func factored() -> NormalMatrix? {
    var factor = self
    let order = order
    let isSound = factor.cells.withUnsafeMutableBufferPointer { cell -> Bool in
      for row in 0..<order {
        for column in 0...row {
          let sum =
            cell[row * order + column]
            - UnsafeMutableBufferPointer(rebasing: cell[row * order..<row * order + column])
            .dot(
              UnsafeMutableBufferPointer(rebasing: cell[column * order..<column * order + column]))
          if row == column {
            guard sum > cell[row * order + row] * 1e-13, sum.isFinite else { return false }
            cell[row * order + row] = sum.squareRoot()
          } else {
            cell[row * order + column] = sum / cell[column * order + column]
          }
        }
      }
      return true
    }
    return isSound ? factor : nil
  }

  /// Solves for a right side, of a factor.
  func solve(_ right: [Double]) -> [Double] {
    var x = right
    for row in 0..<order {
      var sum = x[row]
      for k in 0..<row { sum -= cells[row * order + k] * x[k] }
      x[row] = sum / cells[row * order + row]
    }
    for row in stride(from: order - 1, through: 0, by: -1) {
      var sum = x[row]
      for k in row + 1..<order { sum -= cells[k * order + row] * x[k] }
      x[row] = sum / cells[row * order + row]
    }
    return x
  }

  /// The diagonal of the inverse, of a factor: sums of squares of the columns of its inverse.
  func inverseDiagonal() -> [Double] {
    var diagonal = [Double](repeating: 0, count: order)
    var column = [Double](repeating: 0, count: order)
    for start in 0..<order {
      column[start] = 1 / cells[start * order + start]
      var sum = column[start] * column[start]
      for row in start + 1..<order {
        var value = 0.0
        for k in start..<row { value -= cells[row * order + k] * column[k] }
        column[row] = value / cells[row * order + row]
        sum += column[row] * column[row]
      }
      diagonal[start] = sum
    }
    return diagonal
  }
}

extension UnsafeMutableBufferPointer<Double> {
  /// The sum of products with another of the same length, eight at a time.
  @inline(__always)
  func dot(_ other: UnsafeMutableBufferPointer<Double>) -> Double {
    UnsafeBufferPointer(self).dot(UnsafeBufferPointer(other))
  }
}

extension UnsafeBufferPointer<Double> {
  /// The sum of products with another of the same length, eight at a time.
  @inline(__always)
  func dot(_ other: UnsafeBufferPointer<Double>) -> Double {
    guard count > 0, let a = baseAddress, let b = other.baseAddress else { return 0 }
    var sums = SIMD8<Double>.zero
    let whole = count & ~7
    var i = 0
    while i < whole {
      let x = UnsafeRawPointer(a + i).loadUnaligned(as: SIMD8<Double>.self)
      let y = UnsafeRawPointer(b + i).loadUnaligned(as: SIMD8<Double>.self)
      sums += x * y
      i += 8
    }
    var sum = sums.sum()
    while i < count {
      sum += a[i] * b[i]
      i += 1
    }
    return sum
  }
}
