import CampaignData
import Geo
import Testing

@testable import Inspection

@Suite struct HistoryReplayTests {
  /// Facts of a small campaign that change now and then: all versions of each.
  private struct Changing {
    var random = DemoRandom(seed: 11, stream: "history")
    let days: ClosedRange<Int>

    /// Some facts get a later version, some of these another.
    mutating func versions<Fact>(
      _ facts: [Fact], part: Double, knownAt: WritableKeyPath<Fact, Moment>,
      change: (inout Fact, inout DemoRandom) -> Void
    ) -> FactVersions<Fact> {
      var all: [Fact] = []
      var since: [Int64] = []
      var until: [Int64] = []
      for fact in facts {
        var versions = [fact]
        while versions.count < 3, random.chance(part), let last = versions.last {
          var next = last
          let day = days.lowerBound + random.below(days.count)
          let moment = Moment(CalendarDate(daysSince1970: day), hour: random.below(24))
          next[keyPath: knownAt] = max(moment, last[keyPath: knownAt])
          change(&next, &random)
          versions.append(next)
        }
        for (place, version) in versions.enumerated() {
          all.append(version)
          since.append(version[keyPath: knownAt].secondsSince1970)
          let next = place + 1 < versions.count ? versions[place + 1] : nil
          until.append(next?[keyPath: knownAt].secondsSince1970 ?? .max)
        }
      }
      return FactVersions(all, since: since, until: until)
    }
  }

  private static let days = 17_850...17_878

  private func history() throws -> FactHistory {
    let end = Moment(CalendarDate(daysSince1970: Self.days.upperBound + 1))
    let facts = try DemoCampaign.generate(seed: 5, scale: 0.03).facts(asOf: end)
    var known = FactHistory(facts)
    var changing = Changing(days: Self.days)
    known.sites = changing.versions(known.sites.facts, part: 0.2, knownAt: \.knownAt) {
      site, random in
      site.position.x += 0.02 * (random.unit() - 0.5)
      if random.chance(0.5) { site.status = "stopped" }
      // Two firms of a name, and names that complaints give.
      if random.chance(0.3) { site.name = "示例\(random.below(40))厂" }
    }
    known.complaints = changing.versions(
      known.complaints.facts, part: 0.4, knownAt: \.knownAt
    ) { complaint, random in
      complaint.verified = random.chance(0.5)
      if random.chance(0.5) { complaint.target = "示例\(random.below(40))厂" }
      if random.chance(0.2) { complaint.position = nil }
    }
    known.cells = changing.versions(known.cells.facts, part: 0.1, knownAt: \.knownAt) { cell, _ in
      cell.isHot.toggle()
    }
    known.alerts = changing.versions(known.alerts.facts, part: 0.3, knownAt: \.knownAt) {
      alert, _ in
      alert.reason = "live"
    }
    known.anomalies = changing.versions(
      known.anomalies.facts, part: 0.3, knownAt: \.knownAt
    ) { anomaly, random in anomaly.severity = random.unit() }
    known.visits = changing.versions(known.visits.facts, part: 0.2, knownAt: \.knownAt) {
      visit, random in
      visit.outcome = random.chance(0.5) ? "problem" : "none"
    }
    return known
  }

  /// The facts of a moment, picked one by one.
  private func facts(of history: FactHistory, at moment: Moment) -> Facts {
    var facts = Facts()
    facts.townships = history.townships.current(at: moment).map { history.townships.facts[$0] }
    facts.cells = history.cells.current(at: moment).map { history.cells.facts[$0] }
    facts.sites = history.sites.current(at: moment).map { history.sites.facts[$0] }
    facts.alerts = history.alerts.current(at: moment).map { history.alerts.facts[$0] }
    facts.complaints = history.complaints.current(at: moment).map { history.complaints.facts[$0] }
    facts.anomalies = history.anomalies.current(at: moment).map { history.anomalies.facts[$0] }
    facts.visits = history.visits.current(at: moment).map { history.visits.facts[$0] }
      .filter { $0.visitedAt < moment }
    return facts
  }

  @Test("records are those of a whole snapshot for each moment, whatever changed in between")
  func snapshots() throws {
    let history = try history()
    var random = DemoRandom(seed: 2, stream: "visits")
    let sites = history.sites.facts
    let groups = stride(from: Self.days.lowerBound, through: Self.days.upperBound, by: 4).map {
      day in
      let moment = Moment(CalendarDate(daysSince1970: day))
      let visits = (0..<300).map { number in
        let site = random.chance(0.02) ? "nobody" : random.pick(sites).id
        return Visit(
          id: "v\(day)-\(number)", siteID: site, teamID: "t\(number % 3)", round: 13,
          visitedAt: moment.adding(seconds: 36_000),
          outcome: random.pick(["problem", "none", "none", "closed", "refused"]), knownAt: moment)
      }
      return (asOf: moment, visits: visits)
    }
    let expected = try groups.flatMap { group in
      try EvidenceReplay.records(
        of: group.visits,
        snapshot: Snapshot(asOf: group.asOf, facts: facts(of: history, at: group.asOf)))
    }
    let found = try HistoryReplay(history).records(of: groups)
    #expect(found.count == expected.count && found.count > 1500)
    for (found, expected) in zip(found, expected) {
      #expect(found.visitID == expected.visitID)
      #expect(found.city == expected.city && found.cell == expected.cell)
      #expect(found.isHot == expected.isHot && found.topics == expected.topics)
      #expect(found.pieces.map(\.weight) == expected.pieces.map(\.weight), "\(found.visitID)")
      for (one, other) in zip(found.pieces, expected.pieces) {
        #expect(one.sharers == other.sharers)
        #expect(abs(one.dose - other.dose) < 1e-12 * max(1, abs(other.dose)))
      }
    }
    let keys = Set(found.flatMap { $0.pieces.map { CampaignData.weights.all[$0.weight].key } })
    #expect(
      keys.isSuperset(of: [
        "hot_cell", "complaint", "complaint_named", "alert_live", "previous_problem",
        "recent_clean_visit", "no_previous_visit",
      ]), "\(keys.sorted())")
  }
}
