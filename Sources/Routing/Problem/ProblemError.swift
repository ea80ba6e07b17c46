/// What makes an orienteering problem impossible to state, and where.
public enum ProblemError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The travel times know fewer nodes than the sites need.
  case tooFewNodes(sites: Int, nodes: Int)
  /// A matrix that is not `count` by `count`.
  case matrixSize(found: Int, expected: Int)
  /// A travel time below zero.
  case negativeTravel(from: Int, to: Int, seconds: Int32)
  /// Columns of coordinates that differ in length.
  case columnLengths(first: Int, second: Int)
  /// A coordinate that is not a number, or is off the globe.
  case coordinate(node: Int)
  /// A speed, detour factor or scale that is not a positive number.
  case factor(name: String, value: Double)
  /// A service time below zero.
  case negativeService(site: Int, seconds: Int32)
  /// A site in a group for which no minimum is given.
  case group(site: Int, group: Int32, groups: Int)
  /// A group that asks for a negative number of visits.
  case groupMinimum(group: Int, minimum: Int)
  /// A shift that starts or ends at a node without travel times.
  case depot(shift: Int, node: Int, nodes: Int)
  /// A shift with a negative number of visits or a negative length.
  case capacity(shift: Int)

  /// The fault in one sentence, and what to do about it.
  public var description: String {
    switch self {
    case .tooFewNodes(let sites, let nodes):
      "\(sites) sites but travel times for \(nodes) nodes: give every site a node"
    case .matrixSize(let found, let expected):
      "the travel matrix holds \(found) times, expected \(expected): give count x count"
    case .negativeTravel(let from, let to, let seconds):
      "travel from \(from) to \(to) takes \(seconds) s: use TravelTimes.unreachable for no road"
    case .columnLengths(let first, let second):
      "\(first) first and \(second) second coordinates: give columns of one length"
    case .coordinate(let node):
      "node \(node) has no valid coordinate: leave it out or locate it"
    case .factor(let name, let value):
      "\(name) is \(value): give a positive number"
    case .negativeService(let site, let seconds):
      "site \(site) takes \(seconds) s: give zero or more"
    case .group(let site, let group, let groups):
      "site \(site) is in group \(group) of \(groups): give a minimum for it, or -1 for no group"
    case .groupMinimum(let group, let minimum):
      "group \(group) asks for \(minimum) visits: give zero or more"
    case .depot(let shift, let node, let nodes):
      "shift \(shift) uses node \(node) of \(nodes): add it to the travel times"
    case .capacity(let shift):
      "shift \(shift) has a negative number of visits or length: give zero or more"
    }
  }
}
