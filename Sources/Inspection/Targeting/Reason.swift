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
  /// The table that these facts stand in; nil for none.
  public var table: FactTable?
  /// Identifiers of the facts it rests on, sorted.
  public var factIDs: [String]
  /// The chance of the place if these facts were not there, whatever else rests on them.
  ///
  /// Of a site's own record: if it did not say so. Nil for what is no evidence.
  public var chanceWithout: Double?

  /// Makes a reason.
  public init(
    key: String, logOdds: Double, zh: String, en: String, table: FactTable? = nil,
    factIDs: [String] = [], chanceWithout: Double? = nil
  ) {
    self.key = key
    self.logOdds = logOdds
    self.zh = zh
    self.en = en
    self.table = table
    self.factIDs = factIDs
    self.chanceWithout = chanceWithout
  }
}
