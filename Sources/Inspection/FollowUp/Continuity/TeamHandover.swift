public import Geo

/// What a team's next crew must know 督查交接 (the plan of 2018, section 9.4), by what was known.
///
/// Its ground is the townships that the division of areas gives the team; what happened there counts,
/// whoever was there.
public struct TeamHandover: Sendable, Hashable {
  /// Index in `Facts.teams`.
  public let team: Int
  /// Its townships, indices in `Facts.townships`, ascending.
  public let townships: [Int]
  /// The team's own visits of the round that found a problem, of all.
  public let found: Proportion
  /// Problems that are not settled, those to look at first before the others.
  public let problems: [OpenProblem]
  /// Townships without a visit in the round, those never visited first.
  public let unvisited: [Int]
  /// Those of them without any visit in the campaign.
  public let neverVisited: Set<Int>
  /// Townships by how many visits found a problem there.
  public let clusters: [ProblemCluster]
  /// Cells by how many visits found a problem there.
  public let cells: [ProblemCluster]
  /// Where the problems of the campaign were found: longitude and latitude, WGS-84.
  public let problemPlaces: [Coordinate]
  /// Sites whose last visit came to nothing.
  public let inVain: [VainVisit]
  /// Industries by county, most sites first.
  public let industries: [IndustryCount]
  /// Hot cells of its ground, indices in `Facts.cells`.
  public let hotCells: [Int]
  /// Those of them without a visit in the round.
  public let unvisitedHotCells: [Int]
  /// Alerts of this round and the fortnight before it whose cell had no visit since, indices in
  /// `Facts.alerts`, newest first.
  public let alerts: [Int]
  /// Complaints of the same days without a visit near since, newest first.
  public let complaints: [OpenComplaint]
}
