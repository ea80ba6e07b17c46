import Glibc

/// Tail areas of the standard normal distribution.
public enum NormalDistribution {
  /// The chance of a value of at least z; accurate to 15 digits far into the tail.
  public static func upperTail(_ z: Double) -> Double { 0.5 * erfc(z / 2.0.squareRoot()) }

  /// The chance of a value at least as far from 0 as z, on either side.
  public static func twoSided(_ z: Double) -> Double {
    min(1, erfc(z.magnitude / 2.0.squareRoot()))
  }
}
