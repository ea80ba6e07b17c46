import CampaignData
import Geo
import Testing

@testable import Inspection

@Suite struct HandoversTests {
  private static let morning = Moment(CalendarDate(daysSince1970: 17_889), hour: 9)  // 2018-12-24

  /// A visit of round 13 or 12; day 1 is 2018-12-01.
  private func visit(
    _ id: String, _ site: String, day: Int, _ outcome: String = "none", round: Int = 13
  ) -> Visit {
    let at = Moment(CalendarDate(daysSince1970: 17_865 + day), hour: 10)
    return Visit(
      id: id, siteID: site, teamID: "T1", round: round, visitedAt: at, outcome: outcome,
      knownAt: at)
  }

  private func handover(_ mini: MiniCampaign, asOf: Moment = morning) throws -> TeamHandover {
    let round = try #require(CampaignData.rounds.round(13))
    return try Handovers(
      mini.snapshot(asOf: asOf), round: round, settings: MiniCampaign.settings
    ).team(0)
  }

  private func problem(
    _ id: String, _ visit: String, state: String? = nil, severity: String? = nil,
    deadline day: Int? = nil
  ) -> FoundProblem {
    FoundProblem(
      id: id, visitID: visit, severity: severity, state: state,
      handedOverAt: state == nil ? nil : MiniCampaign.known,
      deadline: day.map { CalendarDate(daysSince1970: 17_865 + $0) }, knownAt: MiniCampaign.known)
  }

  @Test func `open problems come in the order in which they press`() throws {
    var mini = MiniCampaign()
    mini.facts.visits = [
      visit("a", "S100-0", day: 10, "problem"), visit("b", "S101-0", day: 11, "problem"),
      visit("c", "S102-0", day: 12, "problem"),
    ]
    mini.facts.problems = [
      problem("new", "c"), problem("grave", "b", severity: "serious"),
      problem("late", "a", state: "handed_over", deadline: 20),
      problem("due", "a", state: "handed_over", deadline: 30),
      problem("far", "a", state: "handed_over", deadline: 90),
      problem("corrected", "a", state: "rectified", deadline: 20),
      problem("settled", "a", state: "verified"), problem("seen", "a", state: "handed_over"),
      problem("nowhere", "x"),
    ]
    mini.facts.rechecks = [
      Recheck(
        problemID: "seen", visitedAt: Self.morning, result: "not_done",
        knownAt: MiniCampaign.known),
      Recheck(
        problemID: "seen", visitedAt: Moment(secondsSince1970: Self.morning.secondsSince1970 + 1),
        result: "done", knownAt: MiniCampaign.known),
    ]
    let open = try handover(mini).problems
    #expect(open.map(\.problem.id) == ["late", "corrected", "due", "grave", "far", "new"])
    #expect(open.map(\.isOverdue) == [true, false, false, false, false, false])
    #expect(open.map(\.isDue) == [true, true, true, false, false, false])
    #expect(open[0].foundOn == CalendarDate(daysSince1970: 17_875))
  }

  @Test func `townships without a visit in the round, those never visited first`() throws {
    var mini = MiniCampaign()
    mini.facts.visits = [
      visit("a", "S100-0", day: 10), visit("b", "S101-0", day: -5, round: 12),
      visit("c", "S102-0", day: 24),
    ]
    let page = try handover(mini)
    // The visit of the 24th is of a day that is not over.
    #expect(page.unvisited == [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 1])
    #expect(page.neverVisited == Set(2...11) && page.townships == Array(0..<12))
    #expect(page.found == Proportion(0, of: 1))
  }

  @Test func `a site was visited in vain if its last visit was`() throws {
    var mini = MiniCampaign()
    mini.facts.visits = [
      visit("a", "S100-0", day: 10, "closed"), visit("b", "S100-0", day: 12, "not_found"),
      visit("c", "S101-0", day: 10, "closed"), visit("d", "S101-0", day: 12, "none"),
      visit("e", "S102-0", day: 14, "refused"),
    ]
    let vain = try handover(mini).inVain
    #expect(vain.map { mini.facts.sites[$0.site].id } == ["S102-0", "S100-0"])
    #expect(vain.map(\.outcome) == ["refused", "not_found"] && vain.map(\.times) == [1, 2])
    #expect(vain.map(\.township) == [2, 0])
  }

  @Test func `problems cluster where most visits found one`() throws {
    var mini = MiniCampaign()
    mini.facts.visits = [
      visit("a", "S103-0", day: 10, "problem"), visit("b", "S103-1", day: 10, "problem"),
      visit("c", "S103-2", day: 10), visit("d", "S101-0", day: 10, "problem"),
      visit("e", "S100-0", day: 10),
    ]
    let page = try handover(mini)
    #expect(page.clusters.map(\.place) == [3, 1])
    #expect(page.clusters.map(\.found) == [Proportion(2, of: 3), Proportion(1, of: 1)])
    #expect(page.problemPlaces.count == 3)
  }

  @Test func `industries of a county, most sites first`() throws {
    var mini = MiniCampaign()
    for site in 0..<9 { mini.facts.sites[site].industry = site < 6 ? "furniture" : "steel" }
    mini.facts.visits = [visit("a", mini.facts.sites[7].id, day: 10, "problem")]
    let industries = try handover(mini).industries
    #expect(industries.map(\.industry) == ["furniture", "steel"])
    #expect(industries.map(\.sites) == [6, 3] && industries.map(\.withProblem) == [0, 1])
  }

  @Test func `complaints and alerts count until somebody was there`() throws {
    var mini = MiniCampaign()
    mini.facts.complaints = [
      mini.complaint("a", north: 100, of: 0, daysAgo: 9),
      mini.complaint("b", north: 100, of: 20, daysAgo: 9),
      mini.complaint("c", north: 100, of: 40, daysAgo: 60),
    ]
    mini.facts.visits = [visit("a", mini.facts.sites[20].id, day: 20)]
    let plane = try Plane.positions(of: [mini.facts.sites[0].position])
    let place = EqualAreaGrid().cell(at: Coordinate(plane.xs[0], plane.ys[0]))
    mini.facts.cells = [
      Cell(
        id: "C", place: place, cityCodes: ["130100"], isHot: true, knownAt: MiniCampaign.known)
    ]
    mini.facts.cellShares = [
      CellShare(cellID: "C", townshipCode: "130102100", shareOfCell: 1, shareOfTownship: 0.1)
    ]
    let issued = Moment(CalendarDate(daysSince1970: 17_880))
    mini.facts.alerts = [
      Alert(
        id: "A", cellID: "C", period: "2018-11", reason: "level", issuedAt: issued, knownAt: issued)
    ]
    let page = try handover(mini)
    #expect(page.complaints.map { mini.facts.complaints[$0.complaint].id } == ["a"])
    #expect(page.hotCells == [0] && page.unvisitedHotCells == [0] && page.alerts == [0])
    mini.facts.visits.append(visit("b", "S100-0", day: 21))
    let later = try handover(mini)
    #expect(later.unvisitedHotCells.isEmpty && later.alerts.isEmpty && later.complaints.isEmpty)
  }
}
