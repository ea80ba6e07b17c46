/// To whom each face goes when every place shall have one area.
struct FaceOwners {
  /// For each face its area; -1 is nobody.
  private(set) var owners: [Int32]
  /// The gaps that were closed.
  private(set) var closedGaps: [Int32] = []
  /// The gaps that were beyond the limits.
  private(set) var openGaps: [Int32] = []
  /// The overlaps that were given to one holder.
  private(set) var overlaps: [Int32] = []

  private let coverage: Coverage
  private let measure: GroundMeasure
  private let sizes: FaceSizes

  private static let nobody: Int32 = -1
  private static let undecided: Int32 = -2

  /// Decides for all faces; O(n), longer where many overlaps hang together.
  init(of coverage: Coverage, closing limits: GapLimits, in measure: GroundMeasure) {
    self.coverage = coverage
    self.measure = measure
    sizes = FaceSizes(coverage.arrangement, measure)
    let count = coverage.arrangement.faceCount
    owners = [Int32](repeating: Self.nobody, count: count)
    var gaps: [Int32] = []
    for face in 1..<max(1, Int32(truncatingIfNeeded: count)) {
      let holders = coverage.holders(of: face)
      switch holders.count {
      case 0: gaps.append(face)
      case 1: owners[Int(face)] = holders[0]
      default:
        owners[Int(face)] = Self.undecided
        overlaps.append(face)
      }
    }
    decideOverlaps()
    for face in gaps { close(face, limits) }
  }

  /// Gives each overlap to the holder with the longest border, looking at what was decided before.
  private mutating func decideOverlaps() {
    let candidates = claims()
    var waiting = Array(overlaps.indices)
    while !waiting.isEmpty {
      var decided: [(face: Int32, owner: Int32)] = []
      waiting.removeAll { place in
        let claimants = candidates[place]
        let owner =
          claimants.count == 1 ? claimants[0] : neighbour(of: overlaps[place], among: claimants)
        if let owner { decided.append((overlaps[place], owner)) }
        return owner != nil
      }
      if decided.isEmpty, let place = waiting.first {
        // Equal areas: nothing tells them apart but their order.
        decided.append((overlaps[place], candidates[place][0]))
        waiting.removeFirst()
      }
      for (face, owner) in decided { owners[Int(face)] = owner }
    }
  }

  /// Who may have each overlap: of its holders those that have no ground of their own anywhere,
  /// the smallest of them first, lest they vanish; else all.
  private func claims() -> [[Int32]] {
    let arrangement = coverage.arrangement
    var hasOwnGround = [Bool](repeating: false, count: coverage.areas.count)
    var total = [Double](repeating: 0, count: coverage.areas.count)
    for face in arrangement.rings.indices.dropFirst() {
      let holders = coverage.holders(of: Int32(truncatingIfNeeded: face))
      if holders.count == 1 { hasOwnGround[Int(holders[0])] = true }
      for holder in holders { total[Int(holder)] += sizes.areas[face] }
    }
    return overlaps.map { face in
      let holders = coverage.holders(of: face)
      let covered = holders.filter { !hasOwnGround[Int($0)] }
      guard let smallest = covered.min(by: { total[Int($0)] < total[Int($1)] }) else {
        return holders
      }
      return [smallest]
    }
  }

  /// Gives a gap within the limits, or ground that shall not stay empty, to the neighbour with the
  /// longest border.
  private mutating func close(_ face: Int32, _ limits: GapLimits) {
    let gap = coverage.fault(face, sizes, measure)
    guard limits.hold(gap) || coverage.isFilled(face), let owner = neighbour(of: face, among: nil)
    else {
      openGaps.append(face)
      return
    }
    owners[Int(face)] = owner
    closedGaps.append(face)
  }

  /// The decided neighbour, of some areas or any, with the longest border.
  private func neighbour(of face: Int32, among areas: [Int32]?) -> Int32? {
    BorderLengths(of: face, coverage.arrangement, measure) { other in
      let owner = owners[Int(other)]
      return owner >= 0 && areas?.contains(owner) ?? true ? owner : nil
    }.longest
  }

  /// The size of some faces in square metres.
  func area(of faces: [Int32]) -> Double {
    faces.reduce(0) { $0 + sizes.areas[Int($1)] }
  }
}
