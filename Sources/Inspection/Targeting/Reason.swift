/// One piece of evidence behind a chance, in words that people read.
public struct Reason: Sendable, Hashable {
  /// The key of the evidence weight in `Data/tables/weights.csv`.
  public var key: String
  /// What it adds to the log-odds of a problem.
  public var logOdds: Double
  /// In Chinese.
  public var zh: String
  /// In English.
  public var en: String
  /// Identifiers of the facts it rests on, sorted.
  public var factIDs: [String]

  /// Makes a reason.
  public init(key: String, logOdds: Double, zh: String, en: String, factIDs: [String] = []) {
    self.key = key
    self.logOdds = logOdds
    self.zh = zh
    self.en = en
    self.factIDs = factIDs
  }
}
