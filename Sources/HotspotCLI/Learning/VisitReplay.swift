import CampaignData
import Inspection
import Publishing
import Store

/// Looks back at the visits of a workspace with what was known before each.
struct VisitReplay {
  let workspace: Workspace
  /// Nothing known later counts.
  let asOf: Moment
  /// Days that share a snapshot, which is that of the first one's midnight.
  let step: Int

  /// The records of all visits, and how many visits could not be used.
  func records(
    _ console: Console, record: inout AnalysisRecord
  ) throws -> (records: [VisitRecord], facts: Facts) {
    let now = try workspace.facts(asOf: asOf)
    let visits = now.visits.filter { $0.visitedAt <= asOf }
    let groups = grouped(visits)
    var records: [VisitRecord] = []
    var bar = console.progressBar(
      console.language.pick(zh: "回放检查", en: "visits replayed"), total: visits.count)
    var done = 0
    for (day, members) in groups {
      let moment = Moment(day)
      var facts = try workspace.facts(asOf: moment)
      // What a visit found is never evidence for itself or for one before it.
      facts.visits.removeAll { $0.visitedAt >= moment }
      let snapshot = try Snapshot(asOf: moment, facts: facts)
      records += try EvidenceReplay.records(of: members, snapshot: snapshot)
      done += members.count
      bar.update(done)
    }
    bar.finish()
    tell(visits.count, records.count, days: groups.count, &record)
    return (records, now)
  }

  private func grouped(_ visits: [Visit]) -> [(day: CalendarDate, visits: [Visit])] {
    var groups: [(day: CalendarDate, visits: [Visit])] = []
    for visit in visits.sorted(by: { ($0.visitedAt, $0.id) < ($1.visitedAt, $1.id) }) {
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
      "replay", zh: "回放 \(used) 次检查，\(days) 个快照，每个都早于其中的检查。",
      en: "Visits replayed: \(used), from \(days) snapshots, each older than its visits.")
    guard used < visits else { return }
    record.warn(
      "left-out",
      zh: "\(visits - used) 次检查未用：被拒、搜寻或巡查，或当日其点位尚未入库。",
      en: "Visits not used (refused, of a search or patrol, or of a site not known by that day): "
        + "\(visits - used) of \(visits).")
  }
}
