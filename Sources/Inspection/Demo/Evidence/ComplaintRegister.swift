import CampaignData
import Geo

/// Turns complaint drafts into facts: as received, and again once they were checked.
struct ComplaintRegister {
  /// As known minutes after receipt, by identifier; not yet checked.
  private(set) var received: [Complaint] = []
  /// The same complaints once checked, known days later, by identifier.
  private(set) var checked: [Complaint] = []

  private static let acceptedShare = 0.84
  private static let checkedShare = 0.8
  /// Of checked complaints these are found true; of those about a violator more.
  private static let trueShare = 0.76
  private static let trueShareViolating = 0.93

  /// Numbers the drafts by time of receipt, on from `earlier`; checks known from `end` on are left
  /// out.
  init(
    _ drafts: [ComplaintMaker.Draft], positions: [Coordinate?], seed: UInt64, end: Moment,
    earlier: Int = 0
  ) {
    var random = DemoRandom(seed: seed, stream: "complaint register")
    let wrong = drafts.reduce(0) { $0 + ($1.isWrong ? 1 : 0) }
    let share = Double(wrong) / Double(max(1, drafts.count))
    let rest = (Self.trueShare - Self.trueShareViolating * share) / max(1e-9, 1 - share)
    let order = drafts.indices.sorted {
      (drafts[$0].receivedAt, $0) < (drafts[$1].receivedAt, $1)
    }
    for (number, index) in order.enumerated() {
      let draft = drafts[index]
      let complaint = Complaint(
        id: "C" + padded(earlier + number + 1, to: 6), receivedAt: draft.receivedAt,
        channel: draft.channel, position: positions[index], types: draft.types,
        target: draft.target, text: draft.text,
        accepted: random.chance(Self.acceptedShare),
        knownAt: draft.receivedAt.adding(seconds: 120 + random.below(3000)))
      received.append(complaint)
      guard complaint.accepted == true, random.chance(Self.checkedShare) else { continue }
      var later = complaint
      later.verified = random.chance(draft.isWrong ? Self.trueShareViolating : rest)
      later.knownAt = Moment(
        draft.receivedAt.date + 3 + random.below(12), hour: 9, second: random.below(8 * 3600))
      if later.knownAt < end { checked.append(later) }
    }
  }
}
