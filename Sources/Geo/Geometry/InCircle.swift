/// Whether a position lies in the circle through three others, decided exactly.
enum InCircle {
  /// 1 if `d` lies inside the circle through `a`, `b`, `c` (counter-clockwise), -1 outside, 0 on it.
  static func sign(_ a: Coordinate, _ b: Coordinate, _ c: Coordinate, _ d: Coordinate) -> Int {
    let (ax, ay) = (a.x - d.x, a.y - d.y)
    let (bx, by) = (b.x - d.x, b.y - d.y)
    let (cx, cy) = (c.x - d.x, c.y - d.y)
    let (aLift, bLift, cLift) = (ax * ax + ay * ay, bx * bx + by * by, cx * cx + cy * cy)
    let determinant =
      aLift * (bx * cy - cx * by) + bLift * (cx * ay - ax * cy) + cLift * (ax * by - bx * ay)
    let bound =
      aLift * ((bx * cy).magnitude + (cx * by).magnitude)
      + bLift * ((cx * ay).magnitude + (ax * cy).magnitude)
      + cLift * ((ax * by).magnitude + (bx * ay).magnitude)
    // (10 + 96e)e of Shewchuk's first filter, e = 2^-53.
    if determinant.magnitude > 1.110_223_024_625_157_7e-15 * bound {
      return determinant > 0 ? 1 : -1
    }
    return exactSign(a, b, c, d)
  }

  private static func exactSign(
    _ a: Coordinate, _ b: Coordinate, _ c: Coordinate, _ d: Coordinate
  ) -> Int {
    func relative(_ p: Coordinate) -> (x: Expansion, y: Expansion) {
      (Expansion(p.x, minus: d.x), Expansion(p.y, minus: d.y))
    }
    let (a, b, c) = (relative(a), relative(b), relative(c))
    func part(
      _ lifted: (x: Expansion, y: Expansion), _ p: (x: Expansion, y: Expansion),
      _ q: (x: Expansion, y: Expansion)
    ) -> Expansion {
      (lifted.x * lifted.x + lifted.y * lifted.y) * (p.x * q.y + (q.x * p.y).negated)
    }
    return (part(a, b, c) + part(b, c, a) + part(c, a, b)).sign
  }
}

/// An exact number: a sum of doubles that do not overlap, smallest first, zeros left out.
struct Expansion {
  private var terms: [Double] = []

  /// The exact difference of two numbers.
  init(_ p: Double, minus q: Double) {
    add(-q)
    add(p)
  }

  private init() {}

  /// Adds a number (Shewchuk's grow-expansion with zero elimination).
  private mutating func add(_ number: Double) {
    var carry = number
    var kept = 0
    for index in terms.indices {
      let term = terms[index]
      let total = carry + term
      let virtual = total - carry
      let rest = (carry - (total - virtual)) + (term - virtual)
      if rest != 0 {
        terms[kept] = rest
        kept += 1
      }
      carry = total
    }
    terms.removeLast(terms.count - kept)
    if carry != 0 { terms.append(carry) }
  }

  static func + (left: Expansion, right: Expansion) -> Expansion {
    var sum = left
    for term in right.terms { sum.add(term) }
    return sum
  }

  static func * (left: Expansion, right: Expansion) -> Expansion {
    var product = Expansion()
    for p in left.terms {
      for q in right.terms {
        let high = p * q
        product.add((-high).addingProduct(p, q))
        product.add(high)
      }
    }
    return product
  }

  /// The number with the other sign.
  var negated: Expansion {
    var result = self
    for index in result.terms.indices { result.terms[index].negate() }
    return result
  }

  /// 1, 0 or -1.
  var sign: Int { terms.last.map { $0 > 0 ? 1 : -1 } ?? 0 }
}
