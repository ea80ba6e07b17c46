/// How violations begin, end and come back over a simulated year.
///
/// None of it was published: every number is an assumption, and stands here alone.
struct LifeRules: Sendable {
  /// Days that a violation lasts on average when nobody interferes.
  var meanSpell = 150.0

  /// Of violations, what crews see by day: each crew of a round has a share of its own between these.
  ///
  /// Their middle is the share of the demo.
  var seenByCrews = 0.72...1.0

  /// Part of the firms whose problem was handed over that put it right, and within how many days.
  var mended = 0.72
  var mendingDays = 3...27
  /// Part of those found open by a verification that put it right then, and within how many days.
  var mendedAfterRecheck = 0.8
  var mendingDaysAfterRecheck = 2...10

  /// Of problems past their deadline and not put right: part that cities report rectified all the same.
  var falseReports = 0.15

  /// Deterrence: for so many days after it put things right a firm begins anew with only this part
  /// of its chance.
  var carefulDays = 60
  var carefulShare = 0.25

  /// Part of the firms that put things right and fall back later, and after how many days.
  var relapse = 0.15
  var relapseDays = 20...120

  /// Part of the stops of a list that a crew does not get to.
  var missed = 0.02

  /// The part of violations that a crew of middling sight sees.
  var meanSight: Double { (seenByCrews.lowerBound + seenByCrews.upperBound) / 2 }

  /// The usual rules.
  static let usual = LifeRules()
}
