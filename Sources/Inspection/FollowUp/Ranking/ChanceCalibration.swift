import Glibc

/// Chances as past visits bear them out: what a visit's chance was worth, in hits and in points.
///
/// A logistic line through the log-odds that were given (D. R. Cox, "Two further applications of a
/// model for binary regression", Biometrika 45 (1958)): the intercept takes off what is too high or low
/// for all, the slope what is too bold or too shy. With few past hits only the intercept is fitted,
/// with none the chances stay as they were given. Visits without a chance get the hit rate of their
/// like.
public struct ChanceCalibration: Sendable, Hashable {
  /// What is added to the log-odds.
  public let intercept: Double
  /// What they are multiplied by first.
  public let slope: Double
  /// The chance of a visit that none was given for; nil: none is known, it expects nothing.
  public let otherwise: Double?
  /// Past visits and their hits from which it was learnt.
  public let visits: Int
  /// See ``visits``.
  public let hits: Int
  /// What a hit was worth, in points, with how often; ascending, adding up to 1.
  public let worth: [(points: Double, share: Double)]

  /// Fewer hits or misses fit no slope.
  static let fewestForSlope = 50

  /// Equal numbers, learnt from as many visits.
  public static func == (lhs: Self, rhs: Self) -> Bool {
    (lhs.intercept, lhs.slope, lhs.otherwise, lhs.visits, lhs.hits)
      == (rhs.intercept, rhs.slope, rhs.otherwise, rhs.visits, rhs.hits)
      && lhs.worth.elementsEqual(rhs.worth) { $0 == $1 }
  }

  /// Hashes what tells most apart.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(intercept)
    hasher.combine(slope)
    hasher.combine(hits)
  }

  /// Learns from past visits; O(n), by Newton's method.
  public init(_ past: some Sequence<JudgedVisit>) {
    let past = past.filter(\.couldFind)
    let given = past.compactMap { visit in
      visit.chance.map { (x: Self.logOdds($0), y: visit.isHit ? 1.0 : 0.0) }
    }
    let others = past.filter { $0.chance == nil }
    visits = past.count
    hits = past.count(where: \.isHit)
    let positive = given.count { $0.y > 0.5 }
    let fewest = min(positive, given.count - positive)
    (intercept, slope) =
      fewest == 0 ? (0, 1) : Self.fit(given, fitsSlope: fewest >= Self.fewestForSlope)
    otherwise =
      others.isEmpty
      ? (past.isEmpty ? nil : Double(hits) / Double(past.count))
      : Double(others.count(where: \.isHit)) / Double(others.count)
    var counts: [Double: Int] = [:]
    for visit in past where visit.isHit { counts[visit.points, default: 0] += 1 }
    let total = Double(max(1, hits))
    worth =
      counts.isEmpty
      ? [(1, 1)] : counts.sorted { $0.key < $1.key }.map { ($0.key, Double($0.value) / total) }
  }

  /// The mean worth of a hit, in points.
  public var meanWorth: Double { worth.reduce(0) { $0 + $1.points * $1.share } }

  /// Σ of squares over Σ of points of hits: how much wider points vary than counts.
  public var spread: Double {
    let mean = meanWorth
    guard mean > 0 else { return 1 }
    return worth.reduce(0) { $0 + $1.points * $1.points * $1.share } / mean
  }

  /// The chance of a hit that past visits bear out.
  public func chance(of visit: JudgedVisit) -> Double {
    guard visit.couldFind else { return 0 }
    guard let given = visit.chance else { return otherwise ?? 0 }
    return 1 / (1 + exp(-(intercept + slope * Self.logOdds(given))))
  }

  private static func logOdds(_ chance: Double) -> Double {
    let bounded = min(1 - 1e-6, max(1e-6, chance))
    return log(bounded / (1 - bounded))
  }

  private static func fit(
    _ rows: [(x: Double, y: Double)], fitsSlope: Bool
  ) -> (Double, Double) {
    var (a, b) = (0.0, 1.0)
    for _ in 0..<50 {
      var (ga, gb, haa, hab, hbb) = (0.0, 0.0, 1e-9, 0.0, 1e-9)
      for row in rows {
        let p = 1 / (1 + exp(-(a + b * row.x)))
        let w = p * (1 - p)
        ga += row.y - p
        gb += (row.y - p) * row.x
        haa += w
        hab += w * row.x
        hbb += w * row.x * row.x
      }
      let determinant = haa * hbb - hab * hab
      let isFull = fitsSlope && determinant > 1e-9 * haa * hbb
      let da = isFull ? (hbb * ga - hab * gb) / determinant : ga / haa
      let db = isFull ? (haa * gb - hab * ga) / determinant : 0
      a += max(-2, min(2, da))
      b += max(-1, min(1, db))
      if abs(da) < 1e-10, abs(db) < 1e-10 { break }
    }
    return (a, b)
  }
}
