/// What is taken for chance by a scan statistic.
public enum ScanModel: String, Sendable, CaseIterable {
  /// Cases fall on areas in proportion to their population or to what is expected of them.
  case poisson
  /// Each member of the population either is a case or is not.
  case bernoulli
}

/// Which windows count.
public enum ScanDirection: String, Sendable, CaseIterable {
  /// Those with more cases than expected.
  case high
  /// Those with fewer.
  case low
  /// Either.
  case both
}
