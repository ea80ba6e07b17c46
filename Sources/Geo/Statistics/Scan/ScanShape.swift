import Glibc

/// The outline of windows: a circle, or an ellipse with its long axis in some direction.
public struct ScanShape: Sendable, Hashable {
  /// The long axis over the short one; 1 is a circle.
  public let ratio: Double
  /// The direction of the long axis in degrees from the x axis, counter-clockwise, below 180.
  public let angle: Double

  /// Names an outline.
  ///
  /// - Precondition: the ratio is at least 1.
  public init(ratio: Double, angle: Double) {
    precondition(ratio >= 1)
    self.ratio = ratio
    self.angle = angle
  }

  /// A circle.
  public static let circle = ScanShape(ratio: 1, angle: 0)

  /// The circle and the ellipses that SaTScan tries: 1.5, 2, 3, 4 and 5 times as long as wide, in 4,
  /// 6, 9, 12 and 15 directions.
  ///
  /// Source: Kulldorff, Huang, Pickle and Duczmal, "An elliptic spatial scan statistic", Statistics
  /// in Medicine 25 (2006).
  public static let ellipses: [ScanShape] =
    [.circle]
    + zip([1.5, 2, 3, 4, 5], [4, 6, 9, 12, 15]).flatMap { ratio, count in
      (0..<count).map { ScanShape(ratio: ratio, angle: 180 * Double($0) / Double(count)) }
    }

  /// What the likelihood ratio is multiplied by: (4 s / (s + 1)²)^strength, 1 for a circle.
  func penalty(strength: Double) -> Double {
    pow(4 * ratio / ((ratio + 1) * (ratio + 1)), strength)
  }

  /// The squared short half axis of the window around an origin that reaches a position.
  struct Reach: Sendable {
    private let cosine: Double
    private let sine: Double
    private let shrink: Double

    init(_ shape: ScanShape) {
      let radians = shape.angle * .pi / 180
      cosine = shape.angle == 0 ? 1 : cos(radians)
      sine = shape.angle == 0 ? 0 : sin(radians)
      shrink = 1 / shape.ratio
    }

    @inline(__always)
    func squared(_ dx: Double, _ dy: Double) -> Double {
      let along = (dx * cosine + dy * sine) * shrink
      let across = dy * cosine - dx * sine
      return along * along + across * across
    }
  }
}
