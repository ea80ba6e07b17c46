/// What a piece of evidence says about the chance of a problem.
public struct EvidenceWeight: Sendable, Hashable {
  /// What the value means.
  public enum Unit: String, Sendable, Hashable, CaseIterable {
    /// Added to the log-odds of a problem.
    case logOdds = "log_odds"
    /// Multiplies another piece of evidence.
    case factor
    /// A distance on the ground.
    case metres
    /// A span of time.
    case days
  }

  /// The key of the evidence, as in `alert_year_on_year`.
  public let key: String
  /// What the value means.
  public let unit: Unit
  /// The value, in its unit.
  public private(set) var value: Double
  /// Days after which half of it is left; nil: it does not fade.
  public let halfLifeDays: Double?
  /// Metres at which it has fallen to 1/e, as exp(-distance / decayMetres); nil: distance does not
  /// count.
  public let decayMetres: Double?
  /// In Chinese, as reasons show it.
  public let zh: String
  /// In English, as reasons show it.
  public let en: String
  /// Where the value is from.
  public let source: String

  /// What it adds to the log-odds of a problem, fresh and at the place; 0 for other units.
  public var logOdds: Double { unit == .logOdds ? value : 0 }

  init?(_ row: EmbeddedRow) {
    guard let unit = Unit(rawValue: row.text("unit")), let value = row.real("value") else {
      return nil
    }
    key = row.text("key")
    self.unit = unit
    self.value = value
    halfLifeDays = row.real("half_life_days")
    decayMetres = row.real("decay_metres")
    zh = row.text("zh")
    en = row.text("en")
    source = row.text("source")
  }

  /// The same evidence with another value.
  func with(value: Double) -> EvidenceWeight {
    var changed = self
    changed.value = value
    return changed
  }
}
