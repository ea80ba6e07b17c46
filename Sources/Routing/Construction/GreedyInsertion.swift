/// Inserts idle sites one after another, each time the one with the best score at its cheapest gap.
///
/// Keeps each candidate's best place; after an insertion only the two new gaps are looked at, so a
/// step costs O(candidates) and seldom more.
struct GreedyInsertion: ~Copyable {
  private struct Candidate {
    let site: Int32
    /// Whether shifts untouched since the last commit are open to it too.
    let isWide: Bool
    var shift: Int32 = -1
    var gap: Int32 = -1
    var extra: Int32 = .max
    var gain: Int64
    var score = 0.0
  }

  private let model: Model
  private let weights: Weights
  private let candidates: UnsafeMutablePointer<Candidate>
  private var candidateCount = 0
  /// The shifts with room: first those that have changed since the last commit.
  private let open: UnsafeMutablePointer<Int32>
  private var openCount = 0
  private var changedCount = 0
  /// The last round in which each site became a candidate.
  private let seen: UnsafeMutablePointer<Int32>
  private var round: Int32 = 0

  init(_ model: Model, _ weights: Weights) {
    self.model = model
    self.weights = weights
    candidates = .allocate(capacity: max(1, model.siteCount))
    open = .allocate(capacity: max(1, model.shiftCount))
    seen = .allocate(capacity: max(1, model.siteCount))
    seen.initialize(repeating: 0, count: max(1, model.siteCount))
  }

  deinit {
    candidates.deallocate()
    open.deallocate()
    seen.deallocate()
  }

  /// Inserts until nothing that gains fits.
  mutating func fill(_ schedule: inout Schedule, by greed: Greed) {
    findOpenShifts(schedule)
    guard openCount > 0 else { return }
    beginRound()
    for index in 0..<schedule.idleCount {
      addCandidate(schedule.idle[index], isWide: true, schedule, greed)
    }
    insertAll(&schedule, greed)
  }

  /// Inserts what has been removed since the last commit, and idle sites near the changed shifts,
  /// some of which it leaves out by chance.
  mutating func refill(
    _ schedule: inout Schedule, by greed: Greed, _ neighbours: Neighbours,
    _ random: inout Xoshiro256
  ) {
    findOpenShifts(schedule)
    guard openCount > 0 else { return }
    beginRound()
    for index in 0..<schedule.journal.shiftCount {
      let shift = Int(schedule.journal.shifts[index])
      let old = schedule.journal.stops + shift * model.stride
      for position in 1..<(Int(schedule.journal.count[shift]) + 1) {
        addCandidate(old[position], isWide: true, schedule, greed)
      }
    }
    guard changedCount > 0 else { return insertAll(&schedule, greed) }
    addNear(schedule, greed, neighbours, &random)
    addWanted(schedule, greed)
    insertAll(&schedule, greed)
  }

  /// Adds idle sites near the old stops of the changed shifts, each left out once in 16 times.
  private mutating func addNear(
    _ schedule: borrowing Schedule, _ greed: Greed, _ neighbours: Neighbours,
    _ random: inout Xoshiro256
  ) {
    var chance = Chance()
    if schedule.idleCount <= 2 * neighbours.count {
      for index in 0..<schedule.idleCount where chance.isLucky(&random) {
        addCandidate(schedule.idle[index], isWide: false, schedule, greed)
      }
      return
    }
    for index in 0..<schedule.journal.shiftCount {
      let shift = Int(schedule.journal.shifts[index])
      let old = schedule.journal.stops + shift * model.stride
      for position in 0..<(Int(schedule.journal.count[shift]) + 1) {
        let near = neighbours.of(old[position])
        for rank in 0..<neighbours.count where chance.isLucky(&random) {
          addCandidate(near[rank], isWide: false, schedule, greed)
        }
      }
    }
  }

  /// Adds every site that would help to meet a rule.
  private mutating func addWanted(_ schedule: borrowing Schedule, _ greed: Greed) {
    guard schedule.tally.groupVisitsMissing > 0 || schedule.tally.requiredMissing > 0 else {
      return
    }
    for index in 0..<schedule.idleCount {
      let site = schedule.idle[index]
      if model.required[Int(site)] || schedule.groupWants(site) {
        addCandidate(site, isWide: false, schedule, greed)
      }
    }
  }

  private mutating func beginRound() {
    candidateCount = 0
    round &+= 1
  }

  private mutating func findOpenShifts(_ schedule: borrowing Schedule) {
    openCount = 0
    for index in 0..<schedule.journal.shiftCount {
      let shift = schedule.journal.shifts[index]
      guard schedule.hasRoom(Int(shift)) else { continue }
      open[openCount] = shift
      openCount += 1
    }
    changedCount = openCount
    for shift in 0..<model.shiftCount
    where !schedule.journal.isSaved[shift] && schedule.hasRoom(shift) {
      open[openCount] = Int32(shift)
      openCount += 1
    }
  }

  @inline(__always)
  private mutating func addCandidate(
    _ site: Int32, isWide: Bool, _ schedule: borrowing Schedule, _ greed: Greed
  ) {
    guard schedule.shiftOf[Int(site)] < 0, seen[Int(site)] != round else { return }
    seen[Int(site)] = round
    let gain = weights.gain(of: site, in: schedule)
    guard gain > 0 else { return }
    var candidate = Candidate(site: site, isWide: isWide, gain: gain)
    scan(&candidate, schedule, greed)
    guard candidate.shift >= 0 else { return }
    candidates[candidateCount] = candidate
    candidateCount += 1
  }

  private mutating func insertAll(_ schedule: inout Schedule, _ greed: Greed) {
    while let best = best() {
      let chosen = candidates[best]
      let shift = Int(chosen.shift)
      schedule.insert(chosen.site, shift, gap: Int(chosen.gap))
      candidateCount -= 1
      candidates[best] = candidates[candidateCount]
      if !schedule.hasRoom(shift) { findOpenShifts(schedule) }
      update(after: chosen, schedule, greed)
    }
  }

  private func best() -> Int? {
    var best: Int?
    var most = 0.0
    for index in 0..<candidateCount where candidates[index].score > most {
      most = candidates[index].score
      best = index
    }
    return best
  }

  /// Looks again at the candidates' places after an insertion; drops those that have none.
  private mutating func update(
    after chosen: Candidate, _ schedule: borrowing Schedule, _ greed: Greed
  ) {
    let shift = Int(chosen.shift)
    let hasRoom = schedule.hasRoom(shift)
    let group = model.group[Int(chosen.site)]
    let slack = schedule.slack(shift)
    var kept = 0
    for index in 0..<candidateCount {
      var candidate = candidates[index]
      if group >= 0, model.group[Int(candidate.site)] == group {
        candidate.gain = weights.gain(of: candidate.site, in: schedule)
        rate(&candidate, greed)
      }
      if candidate.shift == chosen.shift {
        let allowance = slack - model.service[Int(candidate.site)]
        if !hasRoom || candidate.gap == chosen.gap || candidate.extra > allowance
          || model.hasWindows
        {
          scan(&candidate, schedule, greed)
        } else {
          if candidate.gap > chosen.gap { candidate.gap += 1 }
          lookBeside(&candidate, chosen, schedule, greed)
        }
      } else if hasRoom {
        lookBeside(&candidate, chosen, schedule, greed)
      }
      guard candidate.shift >= 0, candidate.gain > 0 else { continue }
      candidates[kept] = candidate
      kept += 1
    }
    candidateCount = kept
  }

  /// Looks at the two gaps beside an inserted site.
  @inline(__always)
  private func lookBeside(
    _ candidate: inout Candidate, _ chosen: Candidate, _ schedule: borrowing Schedule,
    _ greed: Greed
  ) {
    let shift = Int(chosen.shift)
    let allowance = schedule.slack(shift) - model.service[Int(candidate.site)]
    let base = shift * model.stride
    for gap in Int(chosen.gap)...(Int(chosen.gap) + 1) {
      let extra = schedule.extra(candidate.site, shift, gap: gap)
      guard extra < candidate.extra, extra <= allowance else { continue }
      if model.hasWindows, !schedule.keepsWindows(candidate.site, base, gap) { continue }
      candidate.extra = extra
      candidate.shift = chosen.shift
      candidate.gap = Int32(gap)
      rate(&candidate, greed)
    }
  }

  @inline(__always) private func rate(_ candidate: inout Candidate, _ greed: Greed) {
    let time = candidate.extra &+ model.service[Int(candidate.site)]
    candidate.score = candidate.shift < 0 ? 0 : greed.score(gain: candidate.gain, time: time)
  }

  /// Finds the candidate's best place anew.
  private func scan(
    _ candidate: inout Candidate, _ schedule: borrowing Schedule, _ greed: Greed
  ) {
    candidate.shift = -1
    candidate.extra = .max
    for index in 0..<(candidate.isWide ? openCount : changedCount) {
      let found = schedule.cheapestGap(candidate.site, Int(open[index]))
      guard found.extra < candidate.extra else { continue }
      candidate.extra = found.extra
      candidate.shift = open[index]
      candidate.gap = found.gap
    }
    rate(&candidate, greed)
  }
}
