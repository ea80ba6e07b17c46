import CampaignData
import Inspection
import Publishing
import Terminal

/// Looks back at the visits of a workspace with what was known before each.
struct VisitReplay {
  let history: FactHistory
  /// Nothing known later counts.
  let asOf: Moment
  /// Days that are looked at together, as of the first one's midnight.
  let step: Int
  /// Which visits are looked at.
  var isWanted: (Visit) -> Bool = { _ in true }

  /// The records of all visits that can be used, in order of time.
  func records(_ console: Console, record: inout AnalysisRecord) throws -> [VisitRecord] {
    let visits = history.visits.current(at: asOf).map { history.visits.facts[$0] }
      .filter { $0.visitedAt <= asOf && isWanted($0) }
    let groups = grouped(visits)
    var bar = console.progressBar(
      console.language.pick(zh: "回放检查", en: "visits replayed"), total: visits.count)
    let records = try HistoryReplay(history).records(
      of: groups.map { (Moment($0.day), $0.visits) }
    ) { done in
      try Interruption.check()
      bar.update(done)
    }
    bar.finish()
    tell(visits.count, records.count, days: groups.count, &record)
    let early = visits.count { $0.knownAt < $0.visitedAt }
    if early > 0 {
      record.warn(
        "order", zh: "\(early) 次检查的获知时间早于检查时间：请核对日期。",
        en: "Visits known before they took place: \(early). Check their dates.")
    }
    return records
  }

  private func grouped(_ visits: [Visit]) -> [(day: CalendarDate, visits: [Visit])] {
    var groups: [(day: CalendarDate, visits: [Visit])] = []
    // The visits of a history are in order of their identifiers.
    let order = visits.indices.sorted {
      (visits[$0].visitedAt.secondsSince1970, $0) < (visits[$1].visitedAt.secondsSince1970, $1)
    }
    for visit in order.lazy.map({ visits[$0] }) {
      let day = visit.visitedAt.date
      if let last = groups.indices.last, day < groups[last].day + step {
        groups[last].visits.append(visit)
      } else {
        groups.append((day, [visit]))
      }
    }
    return groups
  }

  private func tell(_ visits: Int, _ used: Int, days: Int, _ record: inout AnalysisRecord) {
    record.note(
      "replay", zh: "回放 \(used) 次检查，\(days) 个时点，每个都早于其中的检查。",
      en: "Visits replayed: \(used), as of \(days) moments, each before its visits.")
    guard used < visits else { return }
    record.warn(
      "left-out",
      zh: "\(visits - used) 次检查未用：被拒、搜寻或巡查，或当日其点位尚未入库。",
      en: "Visits not used (refused, of a search or patrol, or of a site not known by that day): "
        + "\(visits - used) of \(visits).")
  }
}
