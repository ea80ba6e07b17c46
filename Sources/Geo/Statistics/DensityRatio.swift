/// One density over another, as complaints over all records or over people.
public struct DensityRatio: Sendable, Hashable {
  /// The ratio; NaN where the denominator is thin or either is no number.
  public let values: [Double]
  /// How many places the denominator is too thin at, though the numerator is above zero.
  public let thinCount: Int

  /// Divides densities of the same places and unit.
  ///
  /// - Parameters:
  ///   - numerator: the density of what is counted.
  ///   - denominator: the density of what it is counted among.
  ///   - minimum: a denominator below it is thin: there the ratio is chance and is not given.
  public init(_ numerator: [Double], per denominator: [Double], minimum: Double) {
    precondition(numerator.count == denominator.count)
    var thinCount = 0
    values = numerator.indices.map { place in
      let (above, below) = (numerator[place], denominator[place])
      if below >= minimum, below > 0 { return above / below }
      if above > 0 { thinCount += 1 }
      return .nan
    }
    self.thinCount = thinCount
  }
}
