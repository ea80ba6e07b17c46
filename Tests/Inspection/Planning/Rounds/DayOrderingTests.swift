import CampaignData
import Routing
import Testing

@testable import Inspection

/// Which day gets which route, and that the first days are not the empty ones.
@Suite struct DayOrderingTests {
  private let monday: CalendarDate

  init() throws { monday = try #require(CalendarDate("2018-12-24")) }

  /// Sites one hour from each other and from the base, worth 1, 2, 3 and so on.
  private func ordering(_ limits: [Int], sites: Int, hours: Int32 = 9) throws -> DayOrdering {
    let count = sites + 1
    let times = (0..<(count * count)).map { Int32($0 / count == $0 % count ? 0 : 3600) }
    return DayOrdering(
      problem: RoundProblem(
        offered: Array(0..<sites), dates: limits.indices.map { monday + $0 }, limits: limits,
        longestDay: hours * 3600, service: 0, prizes: (1...sites).map { Int64($0) },
        groups: [Int32](repeating: -1, count: sites), groupTownships: [], overdue: [], tasks: [:],
        drawn: [],
        closed: [], urgent: limits.map { _ in [] }, earlier: limits.map { _ in [] }, keeping: 0,
        travel: try TravelTimes(matrix: times, count: count), timesSource: "test"))
  }

  @Test func `among days alike the route of the most worth comes first`() throws {
    let ordered = try ordering([4, 4, 4], sites: 5).earliestFirst([[0], [], [1, 4]])
    #expect(ordered == [[1, 4], [0], []])
  }

  @Test func `a first day of fewer visits takes stops of the next`() throws {
    let ordered = try ordering([2, 8, 8], sites: 5).earliestFirst([[], [], [0, 1, 2, 3, 4]])
    #expect(ordered == [[0, 1], [2, 3, 4], []])
  }

  @Test func `days move up one after the other`() throws {
    let ordered = try ordering([2, 8, 3], sites: 5).earliestFirst([[], [0, 1], [2, 3, 4]])
    #expect(ordered == [[0, 1], [2, 3, 4], []])
  }

  @Test func `a day without visits stays empty`() throws {
    let ordered = try ordering([0, 3, 8], sites: 5).earliestFirst([[], [], [0, 1, 2, 3, 4]])
    #expect(ordered == [[], [0, 1, 2], [3, 4]])
  }

  @Test func `nothing is moved where the day would get too long`() throws {
    let routes = [[], [0, 1, 2], []]
    #expect(try ordering([2, 8, 8], sites: 3, hours: 2).earliestFirst(routes) == routes)
  }
}
