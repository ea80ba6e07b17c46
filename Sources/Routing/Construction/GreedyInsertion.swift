/// Inserts idle sites one after another, each time the one with the best score at its cheapest gap.
///
/// Keeps each candidate's best place and, after an insertion, looks again only at the shift that
/// changed: O(candidates x gaps of one shift) a step.
struct GreedyInsertion: ~Copyable {
  private let model: Model
  private let candidates: UnsafeMutablePointer<Int32>
  private var candidateCount = 0
  private let bestShift: UnsafeMutablePointer<Int32>
  private let bestGap: UnsafeMutablePointer<Int32>
  private let bestExtra: UnsafeMutablePointer<Int32>
  private let open: UnsafeMutablePointer<Int32>
  private var openCount = 0

  init(_ model: Model) {
    self.model = model
    candidates = .allocate(capacity: max(1, model.siteCount))
    bestShift = .allocate(capacity: max(1, model.siteCount))
    bestGap = .allocate(capacity: max(1, model.siteCount))
    bestExtra = .allocate(capacity: max(1, model.siteCount))
    open = .allocate(capacity: max(1, model.shiftCount))
  }

  deinit {
    for column in [candidates, bestShift, bestGap, bestExtra, open] { column.deallocate() }
  }

  /// Inserts until nothing that gains fits.
  mutating func fill(_ schedule: inout Schedule, by greed: Greed, weights: Weights) {
    gatherOpenShifts(schedule)
    guard openCount > 0 else { return }
    candidateCount = 0
    for index in 0..<schedule.idleCount {
      let site = schedule.idle[index]
      guard weights.gain(of: site, in: schedule) > 0 else { continue }
      scanAll(site, schedule)
      guard bestShift[Int(site)] >= 0 else { continue }
      candidates[candidateCount] = site
      candidateCount += 1
    }
    while let site = pick(schedule, greed, weights) {
      let shift = Int(bestShift[Int(site)])
      schedule.insert(site, shift, gap: Int(bestGap[Int(site)]))
      update(after: shift, schedule)
    }
  }

  private mutating func gatherOpenShifts(_ schedule: borrowing Schedule) {
    openCount = 0
    for shift in 0..<model.shiftCount where schedule.hasRoom(shift) {
      open[openCount] = Int32(shift)
      openCount += 1
    }
  }

  /// The candidate with the best score; candidates without a place or gain are dropped.
  private mutating func pick(
    _ schedule: borrowing Schedule, _ greed: Greed, _ weights: Weights
  ) -> Int32? {
    var best: Int32?
    var bestScore = -Double.infinity
    var kept = 0
    for index in 0..<candidateCount {
      let site = candidates[index]
      let gain = weights.gain(of: site, in: schedule)
      guard schedule.shiftOf[Int(site)] < 0, bestShift[Int(site)] >= 0, gain > 0 else { continue }
      candidates[kept] = site
      kept += 1
      let time = bestExtra[Int(site)] &+ model.service[Int(site)]
      let score = greed.score(gain: gain, time: time)
      guard score > bestScore else { continue }
      bestScore = score
      best = site
    }
    candidateCount = kept
    return best
  }

  /// Looks again at the candidates' places after a change of one shift.
  private mutating func update(after shift: Int, _ schedule: borrowing Schedule) {
    let hasRoom = schedule.hasRoom(shift)
    if !hasRoom { gatherOpenShifts(schedule) }
    for index in 0..<candidateCount {
      let site = candidates[index]
      let best = Int(bestShift[Int(site)])
      guard schedule.shiftOf[Int(site)] < 0 else { continue }
      if best == shift {
        scanAll(site, schedule)
      } else if hasRoom {
        scan(site, shift, schedule)
      }
    }
  }

  private func scanAll(_ site: Int32, _ schedule: borrowing Schedule) {
    bestShift[Int(site)] = -1
    bestExtra[Int(site)] = .max
    for index in 0..<openCount { scan(site, Int(open[index]), schedule) }
  }

  @inline(__always)
  private func scan(_ site: Int32, _ shift: Int, _ schedule: borrowing Schedule) {
    let found = schedule.cheapestGap(site, shift)
    guard found.extra < bestExtra[Int(site)] else { return }
    bestExtra[Int(site)] = found.extra
    bestShift[Int(site)] = Int32(shift)
    bestGap[Int(site)] = found.gap
  }
}
