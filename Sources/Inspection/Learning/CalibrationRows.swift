import CampaignData
import Glibc

/// Visits as columns: what calibration reads of their records, in order of time.
struct CalibrationRows: Sendable {
  private(set) var times: [Double] = []
  private(set) var outcomes: [Double] = []
  /// Who went, and why the visit was made.
  private(set) var teams: DesignMatrix.Factor
  private(set) var bases: DesignMatrix.Factor
  let teamNames: [String]
  /// One over the probability with which each was drawn; NaN if it was not.
  private(set) var inverses: [Double] = []
  /// Where each row's pieces of evidence begin, and where the last's end.
  private(set) var starts = [0]
  /// Of each piece: the weight's index, the dose, and how many sites share it.
  private(set) var weights: [Int32] = []
  private(set) var doses: [Double] = []
  private(set) var sharers: [Double] = []

  var count: Int { times.count }

  /// Takes records in order of time; `choices` says how each visit was chosen, if known.
  init(
    _ records: [VisitRecord], choices: [String: (basis: String, probability: Double?)]
  ) {
    let choice = records.map { choices.isEmpty ? nil : choices[$0.visitID] }
    (teams, teamNames) = Self.factor(records.map(\.team))
    (bases, _) = Self.factor(choice.map { $0?.basis ?? "" })
    times = records.map(\.time)
    outcomes = records.map(\.outcome)
    inverses = choice.map { $0?.probability.map { 1 / $0 } ?? .nan }
    for record in records {
      for piece in record.pieces {
        weights.append(Int32(piece.weight))
        doses.append(piece.dose)
        sharers.append(piece.sharers)
      }
      starts.append(weights.count)
    }
  }

  /// Every so manieth row.
  func every(_ step: Int) -> CalibrationRows {
    guard step > 1 else { return self }
    let kept = Array(stride(from: 0, to: count, by: step))
    var part = self
    part.times = kept.map { times[$0] }
    part.outcomes = kept.map { outcomes[$0] }
    part.inverses = kept.map { inverses[$0] }
    part.teams.levels = kept.map { teams.levels[$0] }
    part.bases.levels = kept.map { bases.levels[$0] }
    let pieces = kept.flatMap { Array(starts[$0]..<starts[$0 + 1]) }
    part.starts = kept.reduce(into: [0]) { sums, row in
      sums.append((sums.last ?? 0) + starts[row + 1] - starts[row])
    }
    part.weights = pieces.map { weights[$0] }
    part.doses = pieces.map { doses[$0] }
    part.sharers = pieces.map { sharers[$0] }
    return part
  }

  /// The log-odds that some weights give a row.
  func logOdds(_ row: Int, _ values: [Double], base: Int?) -> Double {
    var sum = base.map { values[$0] } ?? 0
    for piece in starts[row]..<starts[row + 1] { sum += value(piece, values) }
    return sum
  }

  /// What a piece adds under some weights.
  func value(_ piece: Int, _ values: [Double]) -> Double {
    record(piece).value(values[Int(weights[piece])])
  }

  /// How that changes with its weight.
  func slope(_ piece: Int, _ values: [Double]) -> Double {
    record(piece).slope(values[Int(weights[piece])])
  }

  private func record(_ piece: Int) -> VisitRecord.Piece {
    VisitRecord.Piece(
      weight: Int(weights[piece]), dose: doses[piece], sharers: sharers[piece])
  }

  private static func factor(_ texts: [String]) -> (DesignMatrix.Factor, names: [String]) {
    let names = Set(texts).sorted()
    let levels = Dictionary(uniqueKeysWithValues: zip(names, names.indices.map(Int32.init)))
    return (
      DesignMatrix.Factor(levels: texts.map { levels[$0] ?? -1 }, levelCount: names.count), names
    )
  }
}
