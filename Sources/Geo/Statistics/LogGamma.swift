import Glibc

/// The logarithm of the gamma function.
enum LogGamma {
  /// ln Γ(x) for x above 0; unlike C's `lgamma` without a sign that all threads share.
  static func value(_ x: Double) -> Double {
    var sign: Int32 = 0
    return lgamma_r(x, &sign)
  }
}
