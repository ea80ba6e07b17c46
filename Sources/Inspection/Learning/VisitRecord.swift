public import CampaignData
import Glibc

/// What was known about a place before a visit, and what the visit found.
public struct VisitRecord: Sendable {
  /// One kind of evidence: adds `log(1 + (exp(weight * dose) - 1) / sharers)` to the log-odds.
  public struct Piece: Sendable, Hashable {
    /// Index of the weight in `EvidenceWeights.all`.
    public var weight: Int
    /// How much of it there was: 1 fresh and at the place, less when older or farther off.
    public var dose: Double
    /// How many sites share it; 1 for what is about the site alone.
    public var sharers: Double
  }

  /// The visit.
  public var visitID: String
  /// When, in days since 1970-01-01.
  public var time: Double
  /// The round.
  public var round: Int
  /// Who went.
  public var team: String
  /// 1 for a problem, else 0.
  public var outcome: Double
  /// The code of the city; empty outside all.
  public var city: String
  /// Keys of the site's topics.
  public var topics: [String]
  /// The cell's identifier, empty outside all.
  public var cell: String
  /// Whether the cell is hot.
  public var isHot: Bool
  /// The evidence as of the moment of the snapshot.
  public var pieces: [Piece]

  /// The log-odds that some weights give, over the base rate among them.
  public func logOdds(_ weights: [Double], base: Int?) -> Double {
    pieces.reduce(base.map { weights[$0] } ?? 0) { sum, piece in
      sum + piece.value(weights[piece.weight])
    }
  }

  /// The chance of a problem that some weights give.
  public func chance(_ weights: EvidenceWeights) -> Double {
    let sum = logOdds(
      weights.all.map(\.logOdds), base: weights.all.firstIndex { $0.key == "base" })
    return 1 / (1 + exp(-sum))
  }
}

extension VisitRecord.Piece {
  /// What it adds under a weight.
  func value(_ weight: Double) -> Double {
    sharers == 1 ? weight * dose : log1p(expm1(weight * dose) / sharers)
  }

  /// How that changes with the weight.
  func slope(_ weight: Double) -> Double {
    sharers == 1 ? dose : dose * exp(weight * dose) / (sharers + expm1(weight * dose))
  }
}
