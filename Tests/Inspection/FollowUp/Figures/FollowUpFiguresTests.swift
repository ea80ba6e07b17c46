import CampaignData
import Geo
import Testing

@testable import Inspection

@Suite struct FollowUpFiguresTests {
  /// Round 13: 2018-12-10 to 23.
  private static let round = CampaignData.rounds.round(13)
  private static let after = Moment(CalendarDate(daysSince1970: 17_889), hour: 9)

  /// A visit of site `number` on a day of December 2018.
  private func visit(
    _ number: Int, day: Int, hit: Bool, of mini: MiniCampaign, team: String = "T1",
    known: Int? = nil
  ) -> Visit {
    let date = CalendarDate(daysSince1970: 17_865 + day)  // day 1: 2018-12-01
    return Visit(
      id: "V\(number)-\(day)", siteID: mini.facts.sites[number].id, teamID: team, round: 13,
      visitedAt: Moment(date, hour: 10), outcome: hit ? "problem" : "none",
      knownAt: Moment(date + (known ?? 0), hour: 20))
  }

  private func figures(
    _ mini: MiniCampaign, asOf: Moment = after, planned: [PlannedVisit] = [],
    bases: [String: Basis] = [:], city: String? = nil
  ) throws -> FollowUpFigures {
    let round = try #require(Self.round)
    let source = FollowUpSource(
      snapshot: try mini.snapshot(asOf: asOf), bases: bases, planned: planned)
    return try FollowUpFigures(source, period: .round(round, asOf: asOf), cityCode: city)
  }

  @Test func `visits are counted by each kind of part`() throws {
    var mini = MiniCampaign()
    mini.facts.visits = [
      visit(0, day: 10, hit: true, of: mini), visit(1, day: 10, hit: false, of: mini),
      visit(7, day: 11, hit: true, of: mini), visit(13, day: 12, hit: false, of: mini, team: ""),
    ]
    let figures = try figures(mini, bases: ["V0-10": .random, "V1-10": .risk])
    let total = try #require(figures.total)
    #expect(total.found == Proportion(2, of: 4))
    #expect(total.teamDays == 3 && total.townships == 3)
    #expect(figures.rates(by: .team).map(\.key) == ["", "T1"])
    #expect(figures.rates(by: .team).map(\.found.trials) == [1, 3])
    #expect(figures.rates(by: .basis).map(\.key) == ["", "random", "risk"])
    #expect(figures.rates(by: .basis)[1].found == Proportion(1, of: 1))
    #expect(figures.rates(by: .county).map(\.key) == ["130102"])
    #expect(figures.gaps.withoutTeam == 1 && figures.gaps.withoutBasis == 2)
    #expect(figures.weeks.map(\.found.trials) == [4])
    #expect(figures.reach.map(\.visited) == [3] && figures.reach.map(\.townships) == [12])
    #expect(figures.reachByRound.map(\.round) == [13])
    let elsewhere = try self.figures(mini, city: "130200")
    #expect(elsewhere.total == nil && elsewhere.reach.isEmpty)
  }

  @Test func `what was not known, or whose day was not over, does not count`() throws {
    var mini = MiniCampaign()
    mini.facts.visits = [
      visit(0, day: 10, hit: true, of: mini), visit(1, day: 12, hit: true, of: mini),
      visit(2, day: 11, hit: true, of: mini, known: 3),
    ]
    let noon = Moment(CalendarDate(daysSince1970: 17_877), hour: 23)  // 2018-12-12T23:00
    #expect(try figures(mini, asOf: noon).total?.found == Proportion(1, of: 1))
    let next = Moment(CalendarDate(daysSince1970: 17_878), hour: 1)
    #expect(try figures(mini, asOf: next).total?.found == Proportion(2, of: 2))
    let later = Moment(CalendarDate(daysSince1970: 17_879), hour: 21)
    #expect(try figures(mini, asOf: later).total?.found == Proportion(3, of: 3))
  }

  @Test func `planned and not visited is by days that are over`() throws {
    var mini = MiniCampaign()
    mini.facts.visits = [visit(0, day: 10, hit: false, of: mini)]
    func stop(_ day: Int, _ township: Int) -> PlannedVisit {
      PlannedVisit(
        day: CalendarDate(daysSince1970: 17_865 + day), teamID: "T1", siteID: "s",
        townshipCode: mini.facts.townships[township].code)
    }
    let planned = [stop(10, 0), stop(10, 1), stop(11, 2), stop(12, 3)]
    let asOf = Moment(CalendarDate(daysSince1970: 17_877), hour: 8)  // 2018-12-12
    let reach = try #require(try figures(mini, asOf: asOf, planned: planned).reach.first)
    #expect(reach.visited == 1 && reach.plannedOnly == 2 && reach.missing == 9)
  }

  @Test func `a complaint counts when its days are over, by time and distance`() throws {
    var mini = MiniCampaign()
    mini.facts.visits = [visit(0, day: 20, hit: false, of: mini)]
    func complaint(_ id: String, day: Int, north metres: Double, hour: Int = 9) -> Complaint {
      let place = mini.facts.sites[0].position
      let received = Moment(CalendarDate(daysSince1970: 17_865 + day), hour: hour)
      return Complaint(
        id: id, receivedAt: received,
        position: metres.isNaN ? nil : Coordinate(place.x, place.y + metres / 111_000),
        accepted: id == "refused" ? false : nil, knownAt: received)
    }
    mini.facts.complaints = [
      complaint("in time", day: 8, north: 400), complaint("too far", day: 8, north: 600),
      complaint("too early", day: 5, north: 0), complaint("not due", day: 10, north: 0),
      complaint("refused", day: 8, north: 0), complaint("no place", day: 8, north: .nan),
      complaint("visited before", day: -5, north: 0),
    ]
    let found = try figures(mini).complaints
    // "too early" was due on the 19th, a day before the visit.
    #expect(found.map(\.cityCode) == ["", "130100"])
    #expect(found[0].withoutPlace == 1 && found[0].visited.trials == 0)
    #expect(found[1].visited == Proportion(1, of: 3))
    #expect(found[1].waits == [12])
  }

  @Test func `problems are counted by city and type`() throws {
    var mini = MiniCampaign()
    mini.facts.visits = [
      visit(0, day: 10, hit: true, of: mini), visit(1, day: 10, hit: true, of: mini),
    ]
    mini.facts.problems = [("V0-10", "dust"), ("V0-10", "coal"), ("V1-10", "dust"), ("V9", "dust")]
      .enumerated().map { number, problem in
        FoundProblem(
          id: "\(number)", visitID: problem.0, type: problem.1,
          severity: number == 0 ? "serious" : nil, knownAt: MiniCampaign.known)
      }
    let tallies = try figures(mini).problems
    #expect(tallies.map(\.type) == ["coal", "dust"])
    #expect(tallies.map(\.count) == [1, 2] && tallies.map(\.serious) == [0, 1])
    #expect(tallies.allSatisfy { $0.cityCode == "130100" })
  }

  @Test func `an alerted cell is reached by a visit after its alert`() throws {
    var mini = MiniCampaign()
    let grid = EqualAreaGrid()
    let plane = try Plane.positions(of: [0, 1].map { mini.facts.sites[12 * $0].position })
    let cells = zip(plane.xs, plane.ys).map { grid.cell(at: Coordinate($0, $1)) }
    mini.facts.cells = cells.map {
      Cell(
        id: $0.description, place: $0, cityCodes: ["130100"], isHot: true,
        knownAt: MiniCampaign.known)
    }
    func alert(_ cell: Int, day: Int) -> Alert {
      let issued = Moment(CalendarDate(daysSince1970: 17_865 + day), hour: 12)
      return Alert(
        id: "A\(cell)-\(day)", cellID: cells[cell].description, period: "2018-12", reason: "live",
        issuedAt: issued, knownAt: issued)
    }
    mini.facts.alerts = [alert(0, day: 10), alert(0, day: 13), alert(1, day: 11)]
    mini.facts.visits = [
      visit(0, day: 12, hit: false, of: mini), visit(12, day: 11, hit: false, of: mini),
    ]
    let alerts = try figures(mini).alerts
    // The visit of the second cell was at ten, its alert came at noon.
    #expect(alerts.alerts == 3 && alerts.cells == Proportion(1, of: 2))
  }
}
