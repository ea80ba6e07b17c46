/// Inspections that took place, each with a score given beforehand; judges the scores.
///
/// How much earlier hits would have come is measured as the City of Chicago did for its food
/// inspections (Schenk, Leynes, Solanki and others 2015, "Food Inspection Forecasting",
/// github.com/Chicago/food-inspections-evaluation): the dates stay, so that every day has as many
/// inspections as it had, and the sites are put on them in order of falling score. Equal scores keep
/// the order of the rows. The first half is the days, from the first on, by whose end at most half of
/// all inspections were done.
public struct ScoredInspections: Sendable {
  /// The score of each: the higher, the sooner it would be inspected.
  public let scores: [Double]
  /// 1 for a hit, else 0.
  public let outcomes: [Double]
  /// When each took place, in days.
  public let times: [Double]
  /// Parts of all inspections, the best scored, at which the hit rate is told.
  public static let shares = [0.01, 0.05, 0.1, 0.2, 0.3, 0.5]

  private let byScore: [Int]
  private let byTime: [Int]
  private let days: [Int]

  /// Arranges inspections; none of the numbers may be NaN.
  public init(scores: [Double], outcomes: [Double], times: [Double]) {
    self.scores = scores
    self.outcomes = outcomes
    self.times = times
    byScore = scores.indices.sorted { (-scores[$0], $0) < (-scores[$1], $1) }
    byTime = times.indices.sorted { (times[$0], $0) < (times[$1], $1) }
    days = times.map { Int($0.rounded(.down)) }
  }

  /// The figures, each row counted once or, in a bootstrap, as often as `counts` says.
  public func figures(counts: [Int32]? = nil) -> EvaluationFigures {
    let counts = counts ?? [Int32](repeating: 1, count: scores.count)
    var total = 0
    var hits = 0
    for row in scores.indices {
      total += Int(counts[row])
      if outcomes[row] > 0.5 { hits += Int(counts[row]) }
    }
    let half = firstHalf(counts, total: total)
    var figures = EvaluationFigures(inspections: total, hits: hits, firstHalf: half.count)
    figures.auc = auc(counts)
    figures.hitsInFirstHalfAsWorked = half.hits
    figures.hitsInFirstHalf = hitsAmongBest(half.count, counts)
    figures.daysEarlier = daysEarlier(counts, hits: hits)
    figures.hitsAtShares = Self.shares.map { share in
      let best = max(1, Int((share * Double(total)).rounded()))
      return (best, hitsAmongBest(best, counts))
    }
    return figures
  }

  /// The chance that a hit scores above a miss, ties counting half (Mann and Whitney 1947).
  private func auc(_ counts: [Int32]) -> Double {
    var concordant = 0.0
    var hits = 0.0
    var misses = 0.0
    var position = 0
    while position < byScore.count {
      let score = scores[byScore[position]]
      var tiedHits = 0.0
      var tiedMisses = 0.0
      while position < byScore.count, scores[byScore[position]] == score {
        let row = byScore[position]
        if outcomes[row] > 0.5 {
          tiedHits += Double(counts[row])
        } else {
          tiedMisses += Double(counts[row])
        }
        position += 1
      }
      concordant += tiedMisses * (hits + tiedHits / 2)
      hits += tiedHits
      misses += tiedMisses
    }
    return concordant / (hits * misses)
  }

  /// Inspections, and hits as really worked, on the days of the first half.
  private func firstHalf(_ counts: [Int32], total: Int) -> (count: Int, hits: Int) {
    var done = (count: 0, hits: 0)
    var position = 0
    while position < byTime.count {
      let day = days[byTime[position]]
      var next = done
      while position < byTime.count, days[byTime[position]] == day {
        let row = byTime[position]
        next.count += Int(counts[row])
        if outcomes[row] > 0.5 { next.hits += Int(counts[row]) }
        position += 1
      }
      guard 2 * next.count <= total else { break }
      done = next
    }
    return done
  }

  private func hitsAmongBest(_ best: Int, _ counts: [Int32]) -> Int {
    var left = best
    var hits = 0
    for row in byScore where left > 0 {
      let taken = min(left, Int(counts[row]))
      if outcomes[row] > 0.5 { hits += taken }
      left -= taken
    }
    return hits
  }

  /// The mean over hits of the day as worked less the day in order of score.
  private func daysEarlier(_ counts: [Int32], hits: Int) -> Double {
    var sum = 0.0
    var slot = 0
    var left = byTime.isEmpty ? 0 : Int(counts[byTime[0]])
    for row in byScore {
      var open = Int(counts[row])
      while open > 0 {
        while left == 0 {
          slot += 1
          left = Int(counts[byTime[slot]])
        }
        let taken = min(open, left)
        if outcomes[row] > 0.5 { sum += Double(taken) * (times[row] - times[byTime[slot]]) }
        open -= taken
        left -= taken
      }
    }
    return sum / Double(hits)
  }
}
