import ArgumentParser

/// How counts become rates.
struct RateOptions: ParsableArguments {
  @Option(help: "Column of people, firms or whatever the counts are of: analyse the rate.")
  var population: String?
  @Option(
    help: """
      The rate: raw, eb (steadied by empirical Bayes), eb-local (towards the neighbours), \
      eb-standardised (default: eb; for moran and geary eb-standardised).
      """)
  var rate: RateKind?

  func validate() throws {
    if rate != nil, population == nil {
      throw ValidationError("--rate needs --population: the column that counts are divided by")
    }
  }
}

/// What is analysed of a count and its population.
enum RateKind: String, Sendable, CaseIterable, ExpressibleByArgument {
  case raw
  case eb
  case ebLocal = "eb-local"
  case ebStandardised = "eb-standardised"
}
