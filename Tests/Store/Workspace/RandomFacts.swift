import CampaignData
import Geo
import Inspection

/// Facts of every kind with values from a seeded generator: for properties that hold for any.
struct RandomFacts {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A SplitMix64 step.
  private mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
    return word ^ (word >> 31)
  }

  private mutating func integer(_ range: Range<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }
  private mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
  private mutating func flag() -> Bool { next() & 1 == 1 }
  private mutating func maybe<Value>(_ value: Value) -> Value? { flag() ? value : nil }
  private mutating func word() -> String {
    let words = ["大气", "a'b", "\"x\"", "沛县 1", "κ", "🏭", "line\nbreak", "散乱污", "x,y"]
    return words[integer(0..<words.count)] + String(integer(0..<1000))
  }
  private mutating func list() -> [String] { (0..<integer(0..<4)).map { _ in word() } }
  private mutating func position() -> Coordinate {
    Coordinate(112 + 6 * unit(), 34 + 5 * unit())
  }
  private mutating func moment() -> Moment {
    Moment(secondsSince1970: 1_528_000_000 + Int64(integer(0..<20_000_000)))
  }
  private mutating func area() -> MultiPolygon {
    let parts = (0..<integer(1..<3)).map { _ in
      let corner = position()
      return Polygon(
        exterior: square(corner, 0.1), holes: flag() ? [square(corner, 0.01)] : [])
    }
    return MultiPolygon(parts)
  }
  private func square(_ corner: Coordinate, _ side: Double) -> Ring {
    [(0.0, 0.0), (1, 0), (1, 1), (0, 1), (0, 0)].map {
      Coordinate(corner.x + $0.0 * side, corner.y + $0.1 * side)
    }
  }

  /// About `count` facts of each kind, each kind sorted by identifier.
  mutating func facts(_ count: Int) -> Facts {
    var facts = Facts()
    let identifiers = (0..<count).map { "id-\(1000 + $0)" }
    for id in identifiers {
      facts.counties.append(
        CountyArea(code: id, name: word(), cityCode: word(), area: area(), knownAt: moment()))
      facts.townships.append(
        Township(
          code: id, name: word(), countyCode: word(), county: word(), cityCode: word(),
          source: word(), area: area(), knownAt: moment()))
      facts.cells.append(cell(id))
      facts.cellShares.append(
        CellShare(
          cellID: id, townshipCode: id, shareOfCell: 0.01 + unit(), shareOfTownship: unit()))
      facts.sites.append(site(id))
      facts.teams.append(
        Team(
          id: id, name: word(), cityCode: word(), countyCodes: list(), isCentre: flag(),
          dailyVisits: maybe(integer(1..<20)), base: position(), knownAt: moment()))
    }
    for id in identifiers { addEvidence(id, to: &facts) }
    return facts
  }

  private mutating func cell(_ id: String) -> Cell {
    let isOwn = flag()
    let place = CellID(column: Int32(integer(-300..<300)), row: Int32(integer(1000..<1500)))
    return Cell(
      id: id, place: isOwn ? place : nil, cityCodes: list(), isHot: flag(),
      officialID: maybe(word()), area: isOwn ? MultiPolygon() : area(), knownAt: moment())
  }

  private mutating func site(_ id: String) -> Site {
    Site(
      id: id, name: word(), position: position(), kind: word(), topics: list(),
      ledger: maybe(word()), status: maybe(word()), industry: maybe(word()),
      creditCode: maybe(word()), origin: word(), countyCode: maybe(word()), knownAt: moment())
  }

  private mutating func addEvidence(_ id: String, to facts: inout Facts) {
    facts.alerts.append(
      Alert(
        id: id, cellID: word(), period: word(), reason: word(), value: maybe(unit()),
        change: maybe(unit() - 0.5), issuedAt: moment(), knownAt: moment()))
    facts.complaints.append(
      Complaint(
        id: id, receivedAt: moment(), channel: maybe(word()), position: maybe(position()),
        types: list(), target: maybe(word()), text: maybe(word()), accepted: maybe(flag()),
        verified: maybe(flag()), knownAt: moment()))
    facts.anomalies.append(
      PowerAnomaly(
        id: id, siteID: word(), rule: word(), startedAt: moment(), endedAt: maybe(moment()),
        severity: unit(), detail: maybe(word()), knownAt: moment()))
    facts.visits.append(
      Visit(
        id: id, siteID: word(), teamID: word(), round: integer(1..<22), visitedAt: moment(),
        outcome: word(), position: maybe(position()), knownAt: moment()))
    facts.warnings.append(
      PollutionWarning(
        id: id, cityCode: word(), level: word(), startedAt: moment(), endedAt: maybe(moment()),
        knownAt: moment()))
    facts.orders.append(
      ProductionOrder(
        id: id, siteID: word(), kind: word(), share: maybe(unit()), basis: maybe(word()),
        startedAt: moment(), endedAt: maybe(moment()), knownAt: moment()))
    addFollowUp(id, to: &facts)
  }

  private mutating func addFollowUp(_ id: String, to facts: inout Facts) {
    facts.problems.append(
      FoundProblem(
        id: id, visitID: word(), type: maybe(word()), severity: maybe(word()),
        topic: maybe(word()), state: maybe(word()), handedOverAt: maybe(moment()),
        deadline: maybe(moment().date), knownAt: moment()))
    facts.rechecks.append(
      Recheck(problemID: id, visitedAt: moment(), result: word(), knownAt: moment()))
    facts.taskPlan.append(
      TaskShare(
        month: CalendarMonth(moment().date), cityCode: id, countyCode: maybe(word()),
        topic: word(), ledger: maybe(word()), share: maybe(unit()), knownAt: moment()))
  }
}
