/// Rates of events per population, steadied: a rate of few people is mostly luck, so it is drawn
/// towards the mean, the more so the fewer they are.
///
/// A feature takes part if its events are finite and not negative and its population is finite and
/// above 0; the others get NaN and count for nothing.
///
/// Sources: R. J. Marshall, "Mapping disease and mortality rates using empirical Bayes estimators",
/// Applied Statistics 40 (1991); R. M. Assunção and E. A. Reis, "A new proposal to adjust Moran's I
/// for population density", Statistics in Medicine 18 (1999).
public enum EmpiricalBayes {
  /// Events / population; O(n).
  public static func raw(events: [Double], population: [Double]) -> [Double] {
    precondition(events.count == population.count, "a population is needed for each feature")
    return events.indices.map { feature in
      let (e, b) = (events[feature], population[feature])
      return e.isFinite && e >= 0 && b.isFinite && b > 0 ? e / b : .nan
    }
  }

  /// Rates drawn towards the rate of all: θ = m + C (r - m) with C = A / (A + m / population).
  ///
  /// m is the rate of all, A the variance between features by the method of moments, 0 where luck
  /// alone explains more than there is; then every feature gets m. O(n).
  public static func global(events: [Double], population: [Double]) -> [Double] {
    let rates = raw(events: events, population: population)
    let prior = Prior(rates, population, among: rates.indices)
    return rates.indices.map { prior.shrunk(rates[$0], population[$0]) }
  }

  /// Rates drawn towards the rate of their neighbourhood, which is the feature and its neighbours,
  /// each once whatever its weight; O(n + pairs).
  public static func local(
    events: [Double], population: [Double], weights: SpatialWeights
  ) -> [Double] {
    let rates = raw(events: events, population: population)
    precondition(rates.count == weights.count, "a rate is needed for each row of the weights")
    return rates.indices.map { feature in
      guard !rates[feature].isNaN else { return .nan }
      let prior = Prior(rates, population, among: [feature] + weights.others(of: feature))
      return prior.shrunk(rates[feature], population[feature])
    }
  }

  /// Deviations from the rate of all over their deviation by chance: (r - m) / √(A + m / population).
  ///
  /// For Moran's I and Geary's C, which then do not take the unsteadiness of small populations for a
  /// pattern. A may be negative; where A + m / population is, it is m / population. O(n).
  public static func standardised(events: [Double], population: [Double]) -> [Double] {
    let rates = raw(events: events, population: population)
    let prior = Prior(rates, population, among: rates.indices)
    return rates.indices.map { feature in
      let chance = prior.mean / population[feature]
      let variance = prior.variance + chance
      let deviation = rates[feature] - prior.mean
      return deviation == 0 ? 0 : deviation / (variance < 0 ? chance : variance).squareRoot()
    }
  }

  /// The distribution that rates are taken to come from.
  private struct Prior {
    /// Σ events / Σ population.
    let mean: Double
    /// Variance between features: what is seen, weighted by population, less what chance gives.
    let variance: Double

    init(_ rates: [Double], _ population: [Double], among features: some Sequence<Int>) {
      var (events, people, count) = (0.0, 0.0, 0.0)
      let members = features.filter { !rates[$0].isNaN }
      for feature in members {
        events += rates[feature] * population[feature]
        people += population[feature]
        count += 1
      }
      let mean = events / people
      let squares = members.reduce(0.0) { sum, feature in
        let deviation = rates[feature] - mean
        return sum + population[feature] * deviation * deviation
      }
      self.mean = mean
      variance = squares / people - mean / (people / count)
    }

    func shrunk(_ rate: Double, _ population: Double) -> Double {
      guard !rate.isNaN, variance > 0 else { return rate.isNaN ? .nan : mean }
      return mean + (rate - mean) * variance / (variance + mean / population)
    }
  }
}
