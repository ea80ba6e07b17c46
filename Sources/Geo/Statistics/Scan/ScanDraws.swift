/// Draws the cases of replications: as many as were observed, where chance puts them.
struct ScanDraws: Sendable {
  /// Replications drawn and judged together.
  static let lanes = 16
  typealias Lanes = SIMD16<Float>

  private let alias: AliasTable
  /// The members of each slot; Bernoulli draws each at most once.
  private let members: [Double]?
  private let cases: Int
  /// Draw those who are no cases, who are fewer.
  private let isComplement: Bool
  private let slots: Int
  private let slices: Int
  private let seed: UInt64

  init(_ areas: ScanAreas, model: ScanModel, seed: UInt64) {
    alias = AliasTable(areas.sizes)
    slots = areas.sizes.count
    slices = areas.slices
    self.seed = seed
    let total = Int(areas.totalCases.rounded())
    let population = areas.totalSize
    isComplement = model == .bernoulli && 2 * Double(total) > population
    cases = isComplement ? Int(population) - total : total
    members = model == .bernoulli ? areas.sizes : nil
  }

  /// Puts the cases of replications from `first` on into the lanes, summed up over the slices of each
  /// area; those beyond `last` are without cases.
  func fill(_ lanes: UnsafeMutablePointer<Lanes>, from first: Int, to last: Int) {
    lanes.update(repeating: .zero, count: slots)
    let counts = UnsafeMutableRawPointer(lanes).assumingMemoryBound(to: Float.self)
    for replication in first..<last {
      var random = PermutationRandom(seed: seed, stream: replication)
      let lane = counts + (replication - first)
      if let members {
        drawMembers(members, into: lane, &random)
      } else {
        for _ in 0..<cases { lane[alias.draw(&random) * Self.lanes] += 1 }
      }
    }
    guard slices > 1 else { return }
    for slot in 0..<slots where slot % slices > 0 { lanes[slot] += lanes[slot - 1] }
  }

  /// Without putting back: a slot is drawn by its members and taken with the part not yet drawn.
  private func drawMembers(
    _ members: [Double], into lane: UnsafeMutablePointer<Float>, _ random: inout PermutationRandom
  ) {
    var left = cases
    while left > 0 {
      let slot = alias.draw(&random)
      let taken = Double(lane[slot * Self.lanes])
      if taken > 0, random.unit() * members[slot] < taken { continue }
      lane[slot * Self.lanes] += 1
      left -= 1
    }
    guard isComplement else { return }
    for slot in 0..<slots {
      lane[slot * Self.lanes] = Float(members[slot]) - lane[slot * Self.lanes]
    }
  }
}
