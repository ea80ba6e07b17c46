import Glibc

/// Values as whole numbers of a common unit, so that sums are exact in any order and ties are true
/// ties.
///
/// The unit is the power of ten that makes all values whole, down to 1e-9; values that have no such
/// unit are rounded to a power of two that keeps 52 bits of the largest.
struct WholeValues: Sendable {
  let values: [Int64]

  /// Takes finite values of which up to `terms` will be added.
  init(_ given: [Double], terms: Int) {
    let largest = given.reduce(0) { max($0, $1.magnitude) }
    let limit = min(0x1p53, 0x1p60 / Double(max(terms, 1)))
    for digits in 0...9 {
      let factor = pow(10, Double(digits))
      guard largest * factor < limit else { break }
      if given.allSatisfy({ ($0 * factor).rounded() / factor == $0 }) {
        values = given.map { Int64(($0 * factor).rounded()) }
        return
      }
    }
    let exponent = Int(log2(limit)) - 2 - (largest > 0 ? Int(largest.exponent) : 0)
    values = given.map { Int64(scalbn($0, Int32(clamping: exponent)).rounded()) }
  }
}
