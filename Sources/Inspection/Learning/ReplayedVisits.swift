/// Visits of past rounds with the scores that they had beforehand; judges the scores by round.
///
/// Only visits have outcomes, so cells are those with visits: a cell where nobody went counts neither
/// for a score nor against it.
public struct ReplayedVisits: Sendable {
  /// The visits.
  public let records: [VisitRecord]
  /// The score of each, the higher the sooner it would be visited.
  public let scores: [Double]
  /// The part of each round's visits, and of its cells, that is called the best.
  public let share: Double

  /// Makes the collection.
  public init(records: [VisitRecord], scores: [Double], share: Double = 0.1) {
    self.records = records
    self.scores = scores
    self.share = share
  }

  /// Some of the visits, whose figures are to be counted.
  public func part(_ rows: [Int]) -> ReplayedPart { ReplayedPart(rows, of: self) }
}
