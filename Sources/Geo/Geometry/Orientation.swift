import Glibc

/// On which side of a directed line a position lies, decided exactly.
///
/// A floating-point filter answers nearly always, expansion arithmetic the rest (J. R. Shewchuk,
/// Adaptive Precision Floating-Point Arithmetic, 1997). No tolerance is involved. Holds for
/// coordinates up to 1e150, those of one call down to 1e-290 of the largest.
public enum Orientation {
  /// 1 if `c` lies left of the line from `a` to `b`, -1 if right, 0 if the three are collinear.
  public static func sign(_ a: Coordinate, _ b: Coordinate, _ c: Coordinate) -> Int {
    sign(ax: a.x, ay: a.y, bx: b.x, by: b.y, x: c.x, y: c.y)
  }

  /// The same for bare numbers.
  @inline(__always)
  static func sign(
    ax: Double, ay: Double, bx: Double, by: Double, x: Double, y: Double
  ) -> Int {
    let left = (ax - x) * (by - y)
    let right = (ay - y) * (bx - x)
    let determinant = left - right
    // (3 + 16e)e of Shewchuk's first filter, e = 2^-53, and more than products lose that underflow.
    let error = 3.330_669_073_875_472e-16 * (left.magnitude + right.magnitude) + 0x1p-1000
    if determinant.magnitude > error {
      return determinant > 0 ? 1 : -1
    }
    return exactSign(ax: ax, ay: ay, bx: bx, by: by, x: x, y: y)
  }

  /// True if the position, moved by an infinitesimal (+e, +e²), lies left of the line from `a` to
  /// `b`.
  ///
  /// No moved position is ever on a line, so neighbours never both claim or both refuse one.
  @inline(__always)
  static func isLeft(
    ax: Double, ay: Double, bx: Double, by: Double, x: Double, y: Double
  ) -> Bool {
    let side = sign(ax: ax, ay: ay, bx: bx, by: by, x: x, y: y)
    if side != 0 { return side > 0 }
    return ay != by ? ay > by : bx > ax
  }

  /// Twice the signed area of the triangle, right to the last digits however flat it is.
  static func determinant(_ a: Coordinate, _ b: Coordinate, _ c: Coordinate) -> Double {
    expansion(ax: a.x, ay: a.y, bx: b.x, by: b.y, x: c.x, y: c.y).value
  }

  /// The sign of the determinant without a filter.
  @inline(never)
  static func exactSign(
    ax: Double, ay: Double, bx: Double, by: Double, x: Double, y: Double
  ) -> Int {
    // Scaled by a power of two, so that no partial product of small coordinates underflows.
    let size = max(
      max(ax.magnitude, ay.magnitude), max(bx.magnitude, by.magnitude),
      max(x.magnitude, y.magnitude))
    guard size > 0, size < 0x1p500 else {
      return expansion(ax: ax, ay: ay, bx: bx, by: by, x: x, y: y).sign
    }
    let up = Int32(truncatingIfNeeded: 500 - size.exponent)
    return expansion(
      ax: scalbn(ax, up), ay: scalbn(ay, up), bx: scalbn(bx, up), by: scalbn(by, up),
      x: scalbn(x, up), y: scalbn(y, up)
    ).sign
  }

  /// The determinant as the exact sum of its partial products.
  private static func expansion(
    ax: Double, ay: Double, bx: Double, by: Double, x: Double, y: Double
  ) -> Expansion16 {
    var sum = Expansion16()
    sum.addProduct(ax, by)
    sum.addProduct(-ax, y)
    sum.addProduct(-x, by)
    sum.addProduct(-ay, bx)
    sum.addProduct(ay, x)
    sum.addProduct(y, bx)
    return sum
  }
}

/// 1 if `c` lies left of the line from `a` to `b`, -1 if right, 0 if the three are collinear; exact.
public func orientation(_ a: Coordinate, _ b: Coordinate, _ c: Coordinate) -> Int {
  Orientation.sign(a, b, c)
}

/// An exact sum of at most eight products, kept as up to sixteen non-overlapping doubles.
struct Expansion16 {
  private var terms = InlineArray<16, Double>(repeating: 0)
  private var count = 0

  /// Adds the exact product of two numbers.
  mutating func addProduct(_ p: Double, _ q: Double) {
    let high = p * q
    add((-high).addingProduct(p, q))
    add(high)
  }

  /// Adds a number: Shewchuk's grow-expansion, which keeps the terms in increasing magnitude.
  private mutating func add(_ number: Double) {
    var carry = number
    for index in 0..<count {
      let term = terms[index]
      let total = carry + term
      let virtual = total - carry
      terms[index] = (carry - (total - virtual)) + (term - virtual)
      carry = total
    }
    terms[count] = carry
    count += 1
  }

  /// The sum, rounded.
  var value: Double {
    var value = 0.0
    for index in 0..<count { value += terms[index] }
    return value
  }

  /// The sign of the sum: that of its largest part.
  var sign: Int {
    for index in stride(from: count - 1, through: 0, by: -1) where terms[index] != 0 {
      return terms[index] > 0 ? 1 : -1
    }
    return 0
  }
}
