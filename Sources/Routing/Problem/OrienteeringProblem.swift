/// A team orienteering problem with required sites and groups of which a minimum must be visited.
///
/// Nodes `0..<sites.count` are the sites; the nodes after them are the places where shifts start
/// and end. Times are whole seconds, prizes whole numbers.
public struct OrienteeringProblem: Sendable {
  /// A place that may be visited once.
  public struct Site: Sendable, Hashable {
    /// What a visit is worth; a site with a negative prize is visited only to meet a rule.
    public var prize: Int64
    /// Seconds spent at the site.
    public var service: Int32
    /// The group that a visit counts for, or -1.
    public var group: Int32
    /// Whether the site must be visited, whatever its prize.
    public var required: Bool
    /// When a visit may begin, in seconds after the start of the shift; `nil` for any time.
    public var window: ClosedRange<Int32>?

    /// A site; only the prize has no default.
    public init(
      prize: Int64, service: Int32 = 0, group: Int32 = -1, required: Bool = false,
      window: ClosedRange<Int32>? = nil
    ) {
      self.prize = prize
      self.service = service
      self.group = group
      self.required = required
      self.window = window
    }
  }

  /// One vehicle on one day.
  public struct Shift: Sendable, Hashable {
    /// The node where the day starts.
    public var start: Int
    /// The node where the day ends.
    public var end: Int
    /// The largest number of visits.
    public var maxVisits: Int
    /// The longest time from start to end in seconds: travel, waiting and service together.
    public var maxDuration: Int32

    /// A shift from one node to another.
    public init(start: Int, end: Int, maxVisits: Int, maxDuration: Int32) {
      self.start = start
      self.end = end
      self.maxVisits = maxVisits
      self.maxDuration = maxDuration
    }
  }

  /// The places that may be visited.
  public let sites: [Site]
  /// The days to fill.
  public let shifts: [Shift]
  /// How many visits each group asks for.
  public let groupMinimum: [Int]
  /// The time between any two nodes.
  public let travel: TravelTimes

  /// Checks the parts against each other.
  ///
  /// No sites, no shifts, shifts of no capacity, several sites at one place and sites out of reach
  /// are all allowed: the solution says what could not be done.
  /// - Throws: ``ProblemError`` naming the first site, group or shift that does not fit.
  public init(
    sites: [Site], shifts: [Shift], groupMinimum: [Int] = [], travel: TravelTimes
  ) throws(ProblemError) {
    guard travel.count >= sites.count else {
      throw .tooFewNodes(sites: sites.count, nodes: travel.count)
    }
    for (index, site) in sites.enumerated() {
      guard site.service >= 0 else {
        throw .negativeService(site: index, seconds: site.service)
      }
      guard site.group < groupMinimum.count, site.group >= -1 else {
        throw .group(site: index, group: site.group, groups: groupMinimum.count)
      }
    }
    for (group, minimum) in groupMinimum.enumerated() where minimum < 0 {
      throw .groupMinimum(group: group, minimum: minimum)
    }
    for (index, shift) in shifts.enumerated() {
      for node in [shift.start, shift.end] where !(0..<travel.count).contains(node) {
        throw .depot(shift: index, node: node, nodes: travel.count)
      }
      guard shift.maxVisits >= 0, shift.maxDuration >= 0 else { throw .capacity(shift: index) }
    }
    self.sites = sites
    self.shifts = shifts
    self.groupMinimum = groupMinimum
    self.travel = travel
  }
}
